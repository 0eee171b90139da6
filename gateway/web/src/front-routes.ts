import type { FastifyInstance, FastifyReply } from 'fastify';
import { openAsset, readFrontPage } from './built-page.ts';
import { pageHeaders } from './page-headers.ts';

/** Where Vite puts what it builds. */
const builtFolder = new URL('../dist/front/', import.meta.url);

// The library that draws charts writes styles into them.
const always = pageHeaders({ styles: "'self' 'unsafe-inline'" });

/** The addresses of the page, and the way from each to the top. */
const places = [
  ...['/', '/compare', '/framework', '/catalogue', '/status', '/sign-in'].map((path) => ({ path, top: './' })),
  ...['borough', 'compare', 'framework', 'catalogue', 'status'].map((place) => ({
    path: `/${place}/:name`,
    top: '../',
  })),
  ...['/borough/:name/:more', '/catalogue/dataset/:name'].map((path) => ({ path, top: '../../' })),
];

/**
 * Serves the front page at `/` and at the address of each place in it, such as `/borough/hackney`, with what it loads at
 * `/assets/`. Nothing of it is read before somebody asks for it, nor kept afterwards. Where it is not built, a sentence says how.
 *
 * @param built - The folder of what is built; ends with a slash. @default where `npm run prepare` builds it
 */
export function addFrontRoutes(server: FastifyInstance, built: URL = builtFolder): void {
  for (const { path, top } of places) server.get(path, (_request, reply) => sendPage(reply, built, top));
  server.get('/borough', (_request, reply) => reply.redirect('./'));
  server.get<{ Params: { name: string } }>('/assets/:name', async (request, reply) => {
    const asset = await openAsset(built, request.params.name, request.headers['accept-encoding'] ?? '');
    if (asset === null) {
      reply.callNotFound();
      return reply;
    }
    return reply.headers({ ...always, ...asset.headers }).send(asset.stream);
  });
}

/** Sends the page with the way from its address to the top, so that it works below any path that a proxy puts before it. */
async function sendPage(reply: FastifyReply, built: URL, top: string): Promise<FastifyReply> {
  const page = await readFrontPage(built, top);
  return reply
    .code(page === null ? 503 : 200)
    .headers({ ...always, 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' })
    .send(page ?? notBuilt);
}

const notBuilt =
  '<!doctype html><html lang="en"><title>No front page</title><p>The front page is not built. Run <code>npm ci</code>, which builds it with the packages for development, or <code>npm run prepare</code> where they are installed. The graph answers at /graphql all the same.</p></html>\n';
