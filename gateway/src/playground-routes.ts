import { readFile } from 'node:fs/promises';
import { createPlayground } from '@boroughgraph/schema/playground/playground.ts';
import type { PlaygroundOptions } from '@boroughgraph/schema/playground/playground.ts';
import { playgroundPath } from '@boroughgraph/schema/wire/paths.ts';
import type { FastifyInstance } from 'fastify';
import { readExampleOperation } from './schema-files.ts';

// GraphiQL takes the window for its frame, whatever else is in the page, and lets it scroll. It gets what it is given here.
const style = 'body{overflow:hidden}#root{height:100dvh}#root .graphiql-container{width:100%;height:100%}';

// Beside GraphiQL's own: what each is for is said in it. The first has to run before the page's script does.
const scripts = ['first-visit.js', 'synthetic-banner.js'];

// The page runs its own inline script and style, and workers that it makes of them. It may reach nothing but this server,
// and nothing may frame it: what it needs it has, so that it works without a network, and tells nobody of its use.
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-inline' blob:",
  'worker-src blob:',
  "style-src 'unsafe-inline'",
  'font-src data:',
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Serves the playground at `/playground`, where `/` leads: a GraphiQL that needs no other host, with one borough's example
 * to run, and a banner over synthetic data.
 */
export function addPlaygroundRoutes(server: FastifyInstance): void {
  const answer = createPlayground(describePlayground);
  server.get('/', (_request, reply) => reply.redirect(playgroundPath));
  server.get(playgroundPath, async (request, reply) => {
    const { status, headers, body } = await answer(request.headers);
    const policy = { 'content-security-policy': contentSecurityPolicy };
    return reply
      .code(status)
      .headers({ ...headers, ...(status === 200 && policy) })
      .send(body ?? undefined);
  });
  for (const script of scripts) {
    server.get(`${playgroundPath}/${script}`, async (_request, reply) =>
      reply.type('text/javascript; charset=utf-8').send(await readWebFile(script)),
    );
  }
}

async function describePlayground(): Promise<PlaygroundOptions> {
  return {
    title: 'boroughgraph',
    favicon: `data:image/svg+xml;base64,${(await readWebFile('icon.svg')).toString('base64')}`,
    defaultQuery: await readExampleOperation(),
    finish: addScripts,
  };
}

function addScripts(html: string): string {
  const [first, ...later] = scripts.map((script) => `src="${playgroundPath}/${script}"></script>`);
  // The text of such an end tag is in the page's script, too; the page's own is the last.
  const end = html.lastIndexOf('</body>');
  const atEnd = later.map((script) => `<script type="module" ${script}`).join('');
  return `${html.slice(0, end).replace('</head>', `<style>${style}</style><script ${first}</head>`)}${atEnd}${html.slice(end)}`;
}

async function readWebFile(name: string): Promise<Buffer> {
  return readFile(new URL(`../web/${name}`, import.meta.url));
}
