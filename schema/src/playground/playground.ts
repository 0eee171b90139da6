import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { graphqlPath } from '../wire/paths.ts';

/** What a playground shows. */
export type PlaygroundOptions = {
  readonly title: string;
  /** The URL of its icon. @default GraphiQL's */
  readonly favicon?: string;
  /** The operation that it begins with. @default GraphiQL's, which explains its keys */
  readonly defaultQuery?: string;
  /** What is made of the page before it is kept. @default the page itself */
  readonly finish?: (html: string) => string;
};

/** What is sent to whoever asks for a playground; a null body is none. */
export type PlaygroundAnswer = {
  readonly status: 200 | 304;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
};

/** The page as it is kept: its compressed bytes, and a tag that changes with them. */
type Page = { readonly gzipped: Buffer; readonly tag: string };

/**
 * A playground: a GraphiQL that needs no other host. Gives what answers a request with these headers.
 *
 * It is nine megabytes of script, and fifty of memory, which a server that nobody looks at never loads: `describe` is called,
 * and the page made, when it is first asked for, and again when that failed.
 */
export function createPlayground(
  describe: () => PlaygroundOptions | Promise<PlaygroundOptions>,
): (headers: Readonly<Record<string, string | readonly string[] | undefined>>) => Promise<PlaygroundAnswer> {
  let page: Promise<Page> | undefined;
  const render = async (): Promise<Page> => renderPage(await describe());
  return async (headers) => {
    page ??= render();
    const { gzipped, tag } = await page.catch((error: unknown) => {
      page = undefined;
      throw error;
    });
    const always = { etag: tag, 'cache-control': 'no-cache', vary: 'accept-encoding' };
    if (headers['if-none-match'] === tag) {
      return { status: 304, headers: always, body: null };
    }
    const acceptsGzip = /\bgzip\b/.test(String(headers['accept-encoding'] ?? ''));
    return {
      status: 200,
      // "identity" tells a server that compresses to leave the other form alone, too.
      headers: {
        ...always,
        'content-type': 'text/html; charset=utf-8',
        'content-encoding': acceptsGzip ? 'gzip' : 'identity',
      },
      body: acceptsGzip ? gzipped : await promisify(gunzip)(gzipped),
    };
  };
}

async function renderPage({ finish = (html) => html, ...options }: PlaygroundOptions): Promise<Page> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const gzipped = await promisify(gzip)(finish(renderGraphiQL({ ...options, endpoint: graphqlPath })));
  return { gzipped, tag: `"${createHash('sha256').update(gzipped).digest('base64url')}"` };
}
