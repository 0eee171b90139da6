import Fastify, { type FastifyInstance } from 'fastify';
import { describe, expect, it } from 'vitest';
import { addFrontRoutes, type FrontOptions } from './front-routes.ts';

/** A server with nothing but a front page. */
function serve(options?: FrontOptions): FastifyInstance {
  const server = Fastify();
  addFrontRoutes(server, options);
  return server;
}

/** What a page names to be loaded, as somebody finds it who has opened the page at an address. */
function addressesIn(body: string, opened: string): readonly string[] {
  const named = [...body.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]*)/g)];
  return named.map(([, address = '']) => new URL(address, `http://a.invalid${opened}`).href.slice(16));
}

describe('the front page', () => {
  it.each(['/', '/borough/hackney', '/borough/hackney/recorded-crime', '/compare', '/catalogue/dataset/deprivation'])(
    'has all that it names at %s, and says how to reach the top from there',
    async (path) => {
      const server = serve();
      const { statusCode, headers, body } = await server.inject({ url: path });
      expect([statusCode, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
      const addresses = addressesIn(body, path);
      expect(addresses.length).toBeGreaterThan(2);
      const answers = await Promise.all(addresses.map((url) => server.inject({ url })));
      expect(answers.map((answer) => answer.statusCode)).toEqual(addresses.map(() => 200));
      const [, top = ''] = /data-root="([^"]*)"/.exec(body) ?? [];
      expect(new URL(top, `http://a.invalid${path}`).href).toBe('http://a.invalid/');
    },
  );

  it('may load nothing from another host, and runs nothing that is written into it', async () => {
    const { headers, body } = await serve().inject({ url: '/' });
    const policy = String(headers['content-security-policy']);
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; /);
    expect(policy).not.toMatch(/https?:|\*|blob:|unsafe-eval/);
    expect(body).not.toMatch(/<script(?![^>]* src=)|\son\w+=|https?:/);
  });

  it('may ask an issuer where people sign in by one, and nowhere else, and tells nobody and keeps nothing of how it is led back', async () => {
    const issuer = 'https://login.example/';
    const origins = ['https://login.example', 'https://tokens.example'];
    const named = { issuer, name: '"><script>', clientId: 'pages', scope: 'openid', parameters: {}, origins };
    const server = serve({ issuers: [named] });
    const [signIn, other] = await Promise.all(['/sign-in?code=1', '/'].map((url) => server.inject({ url })));
    expect(signIn?.headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' });
    expect(signIn?.headers['content-security-policy']).toMatch(
      /; connect-src 'self' https:\/\/login\.example https:\/\/tokens\.example; /,
    );
    expect(other?.headers['content-security-policy']).toMatch(/; connect-src 'self'; /);
    expect(other?.body).toContain('data-issuers="[]"');
    expect(signIn?.body).toContain('&quot;name&quot;:&quot;\\&quot;&gt;&lt;script&gt;&quot;');
  });

  it('says how to build it where it is not built', async () => {
    const { statusCode, body } = await serve({ built: new URL('./nothing-here/', import.meta.url) }).inject({
      url: '/',
    });
    expect(statusCode).toBe(503);
    expect(body).toMatch(/not built\. Run <code>npm ci<\/code>/);
  });

  it.each(['..%2Findex.html', 'index.html', 'nothing-12345678.js'])('has no file %s to give', async (name) => {
    expect((await serve().inject({ url: `/assets/${name}` })).statusCode).toBe(404);
  });
});
