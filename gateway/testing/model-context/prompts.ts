import { acceptedContent, completable, inputRequired, type McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { imagePart, resourcePart, textPart } from './contents.ts';
import { formOf } from './asking-tools.ts';

/** Prompts without and with arguments, with an image, with a resource, and one that asks before it answers. */
export function addPrompts(server: McpServer): void {
  const role = 'user';
  server.registerPrompt('test_simple_prompt', { description: 'A text.' }, () => ({
    messages: [{ role, content: textPart('This is a simple prompt for testing.') }],
  }));
  const argument = completable(z.string(), (begun) => ['first', 'second'].filter((word) => word.startsWith(begun)));
  server.registerPrompt(
    'test_prompt_with_arguments',
    { description: 'A text of two arguments.', argsSchema: z.object({ arg1: argument, arg2: z.string() }) },
    ({ arg1, arg2 }) => ({
      messages: [{ role, content: textPart(`Prompt with arguments: arg1='${arg1}', arg2='${arg2}'`) }],
    }),
  );
  server.registerPrompt(
    'test_prompt_with_embedded_resource',
    { description: 'A text with an address.', argsSchema: z.object({ resourceUri: z.string() }) },
    ({ resourceUri }) => ({ messages: [{ role, content: resourcePart(resourceUri, 'An embedded resource.') }] }),
  );
  server.registerPrompt('test_prompt_with_image', { description: 'An image.' }, () => ({
    messages: [
      { role, content: imagePart },
      { role, content: textPart('Please analyse the image above.') },
    ],
  }));
  server.registerPrompt(
    'test_input_required_result_prompt',
    { description: 'Asks before it answers.', argsSchema: z.object({}) },
    (_, { mcpReq }) => {
      const context = acceptedContent<{ context: string }>(mcpReq.inputResponses, 'user_context')?.context;
      return context === undefined
        ? inputRequired({ inputRequests: { user_context: formOf('What context?', 'context') } })
        : { messages: [{ role, content: textPart(`Use the following context: ${context}`) }] };
    },
  );
}
