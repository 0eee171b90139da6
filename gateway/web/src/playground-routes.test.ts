import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import Fastify, { type FastifyInstance } from 'fastify';
import { describe, expect, it } from 'vitest';
import { addPlaygroundRoutes, leadRootToPlayground, type PlaygroundOptions } from './playground-routes.ts';

/** A server with nothing but a playground. */
function serve(options: PlaygroundOptions = { title: 'Library' }): FastifyInstance {
  const server = Fastify();
  addPlaygroundRoutes(server, () => options);
  return server;
}

const get = (server: FastifyInstance, url: string, encodings = 'identity') =>
  server.inject({ url, headers: { 'accept-encoding': encodings } });

/** The addresses that the page, and what it loads, names as things to load: paths below a proxy's, or whole addresses of others. */
async function findAddresses(server: FastifyInstance): Promise<readonly string[]> {
  const { body } = await get(server, '/playground');
  const named = [...body.matchAll(/<(?:script|link|img|iframe)\b[^>]*?\b(?:src|href)="([^"]*)/g)];
  const inPage = named.map(([, address = '']) => resolveAddress(address, '/playground'));
  const within = await Promise.all(
    inPage.map(async (address) => {
      const { body: text } = await get(server, address);
      const styled = [...text.matchAll(/(?:\burl\(|@import\s+)["']?((?:\w+:|[./])[^"')\s]{1,60})/g)];
      // The workers of the editor, which the page's script starts.
      const started = [...text.matchAll(/["'`](worker-[\w-]+\.js)["'`]/g)];
      return [...styled, ...started].map(([, each = '']) => resolveAddress(each, address));
    }),
  );
  return [...new Set([...inPage, ...within.flat()])];
}

/** Where an address leads that stands at a path. */
function resolveAddress(address: string, path: string): string {
  const { host, pathname, href } = new URL(address, `http://a.invalid${path}`);
  return host === 'a.invalid' ? pathname : href;
}

describe('the playground', () => {
  it('is where the root leads of a server that has no other page', async () => {
    const server = serve();
    leadRootToPlayground(server);
    const { statusCode, headers } = await get(server, '/');
    expect([statusCode, headers.location]).toEqual([302, './playground']);
  });

  it('names nothing of any other host, and may load nothing from one, nor run what is written into it', async () => {
    const server = serve();
    const addresses = await findAddresses(server);
    expect(addresses.filter((address) => /^(?:(?!data:)\w+:|\/\/)/.test(address))).toEqual([]);
    expect(addresses.length).toBeGreaterThan(7);
    const assets = addresses.filter((address) => address.startsWith('/'));
    const pages = await Promise.all(['/playground', ...assets].map((address) => get(server, address)));
    const policies = new Set(pages.map(({ headers }) => String(headers['content-security-policy'])));
    expect([...policies]).toEqual([
      expect.stringMatching(/^default-src 'none'; script-src 'self'; worker-src 'self'; /),
    ]);
    expect([...policies].join()).not.toMatch(/https?:|\*|blob:|unsafe-eval/);
    expect(pages[0]?.body).not.toMatch(/<script(?![^>]* src=)|<style|\son\w+=/);
  });

  it('has all that it names, each of its type, under the hash of its content, and to keep for ever', async () => {
    const server = serve();
    const assets = (await findAddresses(server)).filter((address) => address.startsWith('/'));
    const answers = await Promise.all(assets.map(async (address) => ({ address, ...(await get(server, address)) })));
    const described = answers.map(({ address, statusCode, headers, body }) => [
      address.replace(/-[\w-]{8}\./, '-HASH.').replace('/playground/assets/', ''),
      statusCode,
      headers['content-type'],
      headers['cache-control'] === 'public, max-age=31536000, immutable',
      Number(headers['content-length']) === Buffer.byteLength(body) && body !== '',
    ]);
    const script = 'text/javascript; charset=utf-8';
    expect(described.toSorted()).toEqual([
      ['graphiql-HASH.css', 200, 'text/css; charset=utf-8', true, true],
      ['graphiql-HASH.js', 200, script, true, true],
      ['icon-HASH.svg', 200, 'image/svg+xml', true, true],
      ['index-HASH.css', 200, 'text/css; charset=utf-8', true, true],
      ['index-HASH.js', 200, script, true, true],
      ['worker-editorWorkerService-HASH.js', 200, script, true, true],
      ['worker-graphql-HASH.js', 200, script, true, true],
      ['worker-json-HASH.js', 200, script, true, true],
    ]);
  });

  it('is sent in the smallest form that a client unpacks', async () => {
    const server = serve();
    const address = (await findAddresses(server)).find((each) => each.includes('/graphiql-') && each.endsWith('.css'));
    const ask = (encodings: string) => get(server, address ?? '', encodings);
    const [plain, gzipped, brotli] = await Promise.all(['br;q=0', 'deflate, GZIP, br; q=0.0', 'gzip, br'].map(ask));
    expect([plain, gzipped, brotli].map((each) => each?.headers['content-encoding'])).toEqual([
      'identity',
      'gzip',
      'br',
    ]);
    expect(gunzipSync(gzipped?.rawPayload ?? '').equals(plain?.rawPayload ?? Buffer.of())).toBe(true);
    expect(brotliDecompressSync(brotli?.rawPayload ?? '').equals(plain?.rawPayload ?? Buffer.of())).toBe(true);
    expect(plain?.headers.vary).toBe('accept-encoding');
  });

  it('shows what its server tells it to, whatever that is', async () => {
    const defaultQuery = '{ a(b: "</script><b>&\'$&") }';
    const { body } = await get(serve({ title: 'A < B', defaultQuery }), '/playground');
    expect(body).toContain('<title>A &lt; B</title>');
    const [, written = ''] = /data-options="([^"]*)"/.exec(body) ?? [];
    const options = written.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>');
    expect(JSON.parse(options.replaceAll('&amp;', '&'))).toEqual({
      endpoint: './graphql',
      title: 'A < B',
      defaultQuery,
    });
  });

  it.each([
    'nothing-12345678.js',
    'index.html',
    '..%2Findex.html',
    '%2e%2e%2findex.html',
    'a%00.js',
    '.js',
    'icon.svg.br',
  ])('has no file %s to give', async (name) => {
    expect((await get(serve(), `/playground/assets/${name}`)).statusCode).toBe(404);
  });
});
