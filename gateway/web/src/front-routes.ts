import type { FastifyInstance, FastifyReply } from 'fastify';
import { openAsset, readFrontPage, type SignInIssuer } from './built-page.ts';
import { pageHeaders } from './page-headers.ts';

/** Where Vite puts what it builds. */
const builtFolder = new URL('../dist/front/', import.meta.url);

// The library that draws charts writes styles into them.
const policy = { styles: "'self' 'unsafe-inline'" };
const always = pageHeaders(policy);

/** The addresses of the page, and the way from each to the top. */
const places = [
  ...['/', '/compare', '/framework', '/catalogue', '/status'].map((path) => ({ path, top: './' })),
  ...['borough', 'compare', 'framework', 'catalogue', 'status'].map((place) => ({
    path: `/${place}/:name`,
    top: '../',
  })),
  ...['/borough/:name/:more', '/catalogue/dataset/:name'].map((path) => ({ path, top: '../../' })),
];

/** Where people sign in, and where issuers lead them back to. */
const signInPath = '/sign-in';

/** What of the front page its server decides. */
export interface FrontOptions {
  /** By whom people sign in. @default nobody: they bring a token */
  readonly issuers?: readonly SignInIssuer[];
  /** The folder of what is built; ends with a slash. @default where `npm run prepare` builds it */
  readonly built?: URL;
}

/**
 * Serves the front page at `/` and at the address of each place in it, such as `/borough/hackney`, with what it loads at
 * `/assets/`. Nothing of it is read before somebody asks for it, nor kept afterwards. Where it is not built, a sentence says how.
 */
export function addFrontRoutes(
  server: FastifyInstance,
  { issuers = [], built = builtFolder }: FrontOptions = {},
): void {
  for (const { path, top } of places)
    server.get(path, async (_request, reply) => sendPage(reply, await readFrontPage(built, top)));
  addSignIn(server, issuers, built);
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

/**
 * The one place that reaches anybody but its own server: it asks issuers. They lead back to it with a code in its address, which is told
 * to nobody and kept nowhere.
 */
function addSignIn(server: FastifyInstance, issuers: readonly SignInIssuer[], built: URL): void {
  const asks = [...new Set(issuers.flatMap(({ origins }) => origins))];
  const headers = {
    ...pageHeaders({ ...policy, asks }),
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  };
  server.get(signInPath, async (_request, reply) => {
    const page = await readFrontPage(built, './', issuers);
    return sendPage(reply, page, headers);
  });
}

/** Sends the page, told the way from its address to the top, so that it works below any path that a proxy puts before it; null where it is not built. */
function sendPage(
  reply: FastifyReply,
  page: string | null,
  headers: Readonly<Record<string, string>> = { ...always, 'cache-control': 'no-cache' },
): FastifyReply {
  return reply
    .code(page === null ? 503 : 200)
    .headers({ ...headers, 'content-type': 'text/html; charset=utf-8' })
    .send(page ?? notBuilt);
}

const notBuilt =
  '<!doctype html><html lang="en"><title>No front page</title><p>The front page is not built. Run <code>npm ci</code>, which builds it with the packages for development, or <code>npm run prepare</code> where they are installed. The graph answers at /graphql all the same.</p></html>\n';
