import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { graphqlPath, playgroundPath } from '@boroughgraph/schema/wire/paths.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readExampleOperation } from './schema-files.ts';

/** The page as it is sent: its compressed bytes, and a tag that changes with them. */
type Page = { readonly gzipped: Buffer; readonly tag: string };

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
  let page: Promise<Page> | undefined;
  server.get('/', (_request, reply) => reply.redirect(playgroundPath));
  server.get(playgroundPath, async (request, reply) => {
    // Nine megabytes of script, which a server that nobody looks at never loads.
    page ??= renderPage();
    return sendPage(await page, request, reply);
  });
  for (const script of scripts) {
    server.get(`${playgroundPath}/${script}`, async (_request, reply) =>
      reply.type('text/javascript; charset=utf-8').send(await readWebFile(script)),
    );
  }
}

async function sendPage({ gzipped, tag }: Page, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  void reply.headers({ etag: tag, 'cache-control': 'no-cache', vary: 'accept-encoding' });
  if (request.headers['if-none-match'] === tag) return reply.code(304).send();
  void reply.type('text/html; charset=utf-8').header('content-security-policy', contentSecurityPolicy);
  const acceptsGzip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  // "identity" tells the compressing plugin to leave the other form alone, too.
  if (acceptsGzip) return reply.header('content-encoding', 'gzip').send(gzipped);
  return reply.header('content-encoding', 'identity').send(await promisify(gunzip)(gzipped));
}

async function renderPage(): Promise<Page> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const html = renderGraphiQL({
    title: 'boroughgraph',
    favicon: `data:image/svg+xml;base64,${(await readWebFile('icon.svg')).toString('base64')}`,
    endpoint: graphqlPath,
    defaultQuery: await readExampleOperation(),
  });
  const gzipped = await promisify(gzip)(addScripts(html));
  return { gzipped, tag: `"${createHash('sha256').update(gzipped).digest('base64url')}"` };
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
