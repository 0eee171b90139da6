import { type McpServer, ResourceTemplate } from '@modelcontextprotocol/server';
import { pixel } from './contents.ts';

/** Resources of text, of bytes and by a template. */
export function addResources(server: McpServer): void {
  const plain = { mimeType: 'text/plain', description: 'A text.' };
  for (const name of ['static-text', 'watched-resource'])
    server.registerResource(name, `test://${name}`, plain, ({ href: uri }) => ({
      contents: [{ uri, mimeType: 'text/plain', text: 'This is the content of a resource.' }],
    }));
  const image = { mimeType: 'image/png', description: 'An image.' };
  server.registerResource('static-binary', 'test://static-binary', image, ({ href: uri }) => ({
    contents: [{ uri, mimeType: 'image/png', blob: pixel }],
  }));
  const template = new ResourceTemplate('test://template/{id}/data', { list: undefined });
  const json = { mimeType: 'application/json', description: 'What a template gives.' };
  server.registerResource('template', template, json, ({ href: uri }, { id }) => ({
    contents: [{ uri, mimeType: 'application/json', text: JSON.stringify({ id, templateTest: true }) }],
  }));
}
