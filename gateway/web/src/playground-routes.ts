import { graphqlPath, playgroundPath } from '@boroughgraph/schema/wire/paths.ts';
import type { FastifyInstance } from 'fastify';
import { openAsset, readPage, type PageOptions } from './built-page.ts';

// The page reaches nothing but its own server, and nothing may frame it: what it needs it has, so that it works without a
// network, and tells nobody of its use. GraphiQL's editor writes styles into the page, and its own style has fonts in it.
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  'font-src data:',
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Where Vite puts what it builds. */
const builtFolder = new URL('../dist/', import.meta.url);

const always = { 'content-security-policy': contentSecurityPolicy, 'x-content-type-options': 'nosniff' };

/** What a playground shows. */
export type PlaygroundOptions = Omit<PageOptions, 'endpoint'>;

/**
 * Serves the playground at `/playground`, where `/` leads: a GraphiQL that needs no other host, with a banner over synthetic
 * data. Nothing of it is read before somebody asks for it, nor kept afterwards. Where it is not built, a sentence says how.
 *
 * @param describe - What this server's playground shows, asked for whenever somebody opens it.
 * @param built - The folder of what is built; ends with a slash. @default where `npm run prepare` builds it
 */
export function addPlaygroundRoutes(
  server: FastifyInstance,
  describe: () => PlaygroundOptions | Promise<PlaygroundOptions>,
  built: URL = builtFolder,
): void {
  server.get('/', (_request, reply) => reply.redirect(playgroundPath));
  server.get(playgroundPath, async (_request, reply) => {
    const page = await readPage(built, { endpoint: graphqlPath, ...(await describe()) });
    return reply
      .code(page === null ? 503 : 200)
      .headers({ ...always, 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' })
      .send(page ?? notBuilt);
  });
  server.get<{ Params: { name: string } }>(`${playgroundPath}/assets/:name`, async (request, reply) => {
    const asset = await openAsset(built, request.params.name, request.headers['accept-encoding'] ?? '');
    if (asset === null) {
      reply.callNotFound();
      return reply;
    }
    return reply.headers({ ...always, ...asset.headers }).send(asset.stream);
  });
}

const notBuilt =
  '<!doctype html><title>No playground</title><p>The playground is not built. Run <code>npm ci</code>, which builds it with the packages for development, or <code>npm run prepare</code> where they are installed.</p>\n';
