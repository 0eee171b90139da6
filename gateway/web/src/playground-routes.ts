import { graphqlPath, playgroundPath } from '@boroughgraph/schema/wire/paths.ts';
import type { FastifyInstance } from 'fastify';
import { openAsset, readPage, type PageOptions } from './built-page.ts';
import { pageHeaders } from './page-headers.ts';

/** Where Vite puts what it builds. */
const builtFolder = new URL('../dist/', import.meta.url);

// GraphiQL's editor writes styles into the page, and its own style has fonts in it.
const always = pageHeaders({ styles: "'self' 'unsafe-inline'", more: ["worker-src 'self'", 'font-src data:'] });

/** What a playground shows. */
export type PlaygroundOptions = Omit<PageOptions, 'endpoint'>;

/**
 * Serves the playground at `/playground`: a GraphiQL that needs no other host, with a banner over synthetic
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
  server.get(playgroundPath, async (_request, reply) => {
    const page = await readPage(built, { endpoint: `.${graphqlPath}`, ...(await describe()) });
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

/** Leads whoever opens the root of a server without a front page to its playground. */
export function leadRootToPlayground(server: FastifyInstance): void {
  server.get('/', (_request, reply) => reply.redirect(`.${playgroundPath}`));
}
