import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { startTestGateway } from '../testing/gateway-for-test.ts';

describe('the playground', () => {
  it('is where the root leads', async () => {
    await using test = await startTestGateway();
    const response = await fetch(test.gateway.url, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([302, '/playground']);
  });

  it('loads nothing from any other host, and may not', async () => {
    await using test = await startTestGateway();
    const response = await fetch(`${test.gateway.url}/playground`);
    const html = await response.text();
    // What markup and style load; other addresses in the script are names of XML namespaces and links in messages.
    const loaded = [...html.matchAll(/<(?:script|link|img|iframe)\b[^>]*?\b(?:src|href)="([^"]{0,60})/g)];
    const styled = [...html.matchAll(/(?:url\(|@import\s+)["']?([^"')\s]{1,60})/g)];
    const addresses = [...loaded, ...styled].map(([, address]) => address ?? '');
    expect(addresses.filter((address) => /^(?:\w+:)?\/\//.test(address))).toEqual([]);
    expect(addresses).toContain('/playground/synthetic-banner.js');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; script-src 'self' /);
    expect(policy).not.toMatch(/https?:|\*/);
  });

  it('begins with the operation for one borough, and on the first visit with Hackney', async () => {
    await using test = await startTestGateway();
    const html = await (await fetch(`${test.gateway.url}/playground`)).text();
    expect(html.slice(html.lastIndexOf('"defaultQuery"'))).toContain('query BoroughSafety($code: ID!)');
    expect(html).toContain('<script src="/playground/first-visit.js"></script></head>');
    const script = await (await fetch(`${test.gateway.url}/playground/first-visit.js`)).text();
    const visit = (kept: string | null): readonly (readonly string[])[] => {
      const set: string[][] = [];
      const localStorage = { getItem: () => kept, setItem: (...pair: string[]) => set.push(pair) };
      runInNewContext(script, { localStorage });
      return set;
    };
    expect(visit(null)).toEqual([['graphiql:variables', '{\n  "code": "E09000012"\n}']]);
    expect(visit('{}')).toEqual([]);
  });

  it('is sent compressed, and once', async () => {
    await using test = await startTestGateway();
    const first = await fetch(`${test.gateway.url}/playground`, { headers: { 'accept-encoding': 'gzip' } });
    expect(first.headers.get('content-encoding')).toBe('gzip');
    await first.text();
    const etag = first.headers.get('etag') ?? '';
    const second = await fetch(`${test.gateway.url}/playground`, { headers: { 'if-none-match': etag } });
    expect([second.status, await second.text()]).toEqual([304, '']);
  });

  it('is sent as it is to clients that do not unpack', async () => {
    await using test = await startTestGateway();
    const response = await fetch(`${test.gateway.url}/playground`, { headers: { 'accept-encoding': 'identity' } });
    expect(await response.text()).toMatch(/<\/html>\s*$/);
  });
});

describe('the banner over synthetic data', () => {
  it('names the agencies that serve any', async () => {
    await using test = await startTestGateway();
    expect(await runBanner(test.gateway.url)).toEqual([
      'SYNTHETIC sample data of health, policing: made up to try the graph with, not real figures',
    ]);
  });

  it('does not name an agency that is down', async () => {
    await using test = await startTestGateway();
    await test.agencies.policing.stop();
    expect(await runBanner(test.gateway.url)).toEqual([
      'SYNTHETIC sample data of health: made up to try the graph with, not real figures',
    ]);
  });

  it('is not there when nobody does', async () => {
    await using test = await startTestGateway();
    await test.agencies.policing.stop();
    await test.agencies.health.stop();
    expect(await runBanner(test.gateway.url)).toEqual([]);
  });
});

/** Runs the script that the page loads in a document that keeps what is appended to it; its texts. */
async function runBanner(url: string): Promise<readonly string[]> {
  const script = await (await fetch(`${url}/playground/synthetic-banner.js`)).text();
  const texts: string[] = [];
  const document = {
    createElement: () => ({ style: {}, setAttribute: () => undefined }),
    querySelector: () => ({ style: {} }),
    body: { append: ({ textContent }: { textContent: string }) => texts.push(textContent) },
  };
  const fetchFromPage = (path: string, request: RequestInit): Promise<Response> => fetch(url + path, request);
  // The script's last statement is the promise that it is done.
  await runInNewContext(script, { document, fetch: fetchFromPage });
  return texts;
}
