import { type CallToolResult, fromJsonSchema, type McpServer } from '@modelcontextprotocol/server';
import { imagePart, resourcePart, silence, textPart } from './contents.ts';

// Their names and texts are those that the conformance suite asks for.
const answers: Readonly<Record<string, CallToolResult['content']>> = {
  test_simple_text: [textPart('This is a simple text response for testing.')],
  test_image_content: [imagePart],
  test_audio_content: [{ type: 'audio', data: silence, mimeType: 'audio/wav' }],
  test_embedded_resource: [resourcePart('test://embedded-resource', 'This is an embedded resource content.')],
  test_multiple_content_types: [
    textPart('Multiple content types test:'),
    imagePart,
    resourcePart('test://mixed-content-resource', '{"test":"data","value":123}', 'application/json'),
  ],
};

/** Tools that answer one kind of content each, one that fails, and two whose inputs are described in full. */
export function addContentTools(server: McpServer): void {
  for (const [name, content] of Object.entries(answers))
    server.registerTool(name, { description: 'Answers content of one kind.' }, () => ({ content: [...content] }));
  server.registerTool('test_error_handling', { description: 'Fails.' }, () => {
    throw new Error('This tool intentionally returns an error for testing');
  });
  server.registerTool(
    'json_schema_2020_12_tool',
    { description: 'Describes its input by all of JSON Schema.', inputSchema: fromJsonSchema(contactSchema) },
    (given) => ({ content: [textPart(JSON.stringify(given))] }),
  );
  server.registerTool(
    'test_x_mcp_header',
    {
      description: 'Has an input that a header repeats.',
      inputSchema: fromJsonSchema<{ region?: string }>(regionSchema),
    },
    ({ region = '' }) => ({ content: [textPart(`region=${region}`)] }),
  );
}

const regionSchema = {
  type: 'object',
  properties: { region: { type: 'string', 'x-mcp-header': 'Region' }, level: { type: 'integer' } },
} as const;

const contactSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  $defs: {
    address: {
      $anchor: 'addressDef',
      type: 'object',
      properties: { street: { type: 'string' }, city: { type: 'string' } },
    },
  },
  properties: {
    name: { type: 'string' },
    address: { $ref: '#/$defs/address' },
    contactMethod: { type: 'string', enum: ['phone', 'email'] },
    phone: { type: 'string' },
    email: { type: 'string' },
  },
  allOf: [{ anyOf: [{ required: ['phone'] }, { required: ['email'] }] }],
  if: { properties: { contactMethod: { const: 'phone' } }, required: ['contactMethod'] },
  then: { required: ['phone'] },
  else: { required: ['email'] },
  additionalProperties: false,
};
