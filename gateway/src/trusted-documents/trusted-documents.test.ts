import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ask, startTestGateway } from '../../testing/gateway-for-test.ts';
import { readPublished } from './read-safelist.ts';
import { sha256Of } from './sha256.ts';

const query = 'query Boroughs { boroughs { name } }';
const persisted = (text: string) => ({ persistedQuery: { version: 1, sha256Hash: sha256Of(text) } });
const preflight = { 'apollo-require-preflight': '1' };

async function get(url: string, parameters: Record<string, string>, headers: Record<string, string> = preflight) {
  const response = await fetch(`${url}/graphql?${new URLSearchParams(parameters).toString()}`, { headers });
  const text = await response.text();
  const body = (text === '' ? null : JSON.parse(text)) as { data?: unknown; errors?: readonly unknown[] } | null;
  return { status: response.status, headers: response.headers, body };
}

const codesOf = ({ errors = [] }: { readonly errors?: readonly unknown[] }) =>
  (errors as { extensions: { code: string } }[]).map(({ extensions }) => extensions.code);

describe('A persisted query', () => {
  it('is asked for by its hash once it was sent, with POST and with GET', async () => {
    await using test = await startTestGateway();
    const { url } = test.gateway;
    expect(codesOf(await ask(url, { extensions: persisted(query) }))).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
    const { data } = await ask(url, { query, extensions: persisted(query) });
    expect(data).toMatchObject({ boroughs: [{}, {}, {}] });
    expect((await ask(url, { extensions: persisted(query) })).data).toEqual(data);
    expect((await get(url, { extensions: JSON.stringify(persisted(query)) })).body?.data).toEqual(data);
  });

  it.each([
    ['another hash', { query, extensions: persisted('{ __typename }') }],
    ['another version', { query, extensions: { persistedQuery: { version: 2, sha256Hash: sha256Of(query) } } }],
    ['no hash', { extensions: { persistedQuery: { version: 1, sha256Hash: {} } } }],
    ['nothing', { extensions: { persistedQuery: 'x' } }],
  ])('with %s is refused', async (_, request) => {
    await using test = await startTestGateway();
    const answer = await ask(test.gateway.url, request);
    expect([answer.status, codesOf(answer)]).toEqual([400, ['BAD_REQUEST']]);
  });

  it('that is refused is not kept', async () => {
    await using test = await startTestGateway();
    const wrong = '{ nothing }';
    await ask(test.gateway.url, { query: wrong, extensions: persisted(wrong) });
    expect(codesOf(await ask(test.gateway.url, { extensions: persisted(wrong) }))).toEqual([
      'PERSISTED_QUERY_NOT_FOUND',
    ]);
  });
});

describe('An answer to GET', () => {
  it('is kept only while it is confirmed, and confirmed without a body', async () => {
    await using test = await startTestGateway();
    const first = await get(test.gateway.url, { query });
    const etag = first.headers.get('etag') ?? '';
    expect([first.status, first.headers.get('cache-control')]).toEqual([200, 'no-cache']);
    expect(first.headers.get('vary')).toMatch(/accept.*x-boroughgraph-cost/);
    const again = await get(test.gateway.url, { query }, { ...preflight, 'if-none-match': etag });
    expect([again.status, again.body, again.headers.get('etag')]).toEqual([304, null, etag]);
    const other = await get(
      test.gateway.url,
      { query: '{ boroughs { code } }' },
      { ...preflight, 'if-none-match': etag },
    );
    expect([other.status, other.headers.get('etag') === etag]).toEqual([200, false]);
  });

  it('is not kept where it has an error, nor any answer to POST told to be', async () => {
    await using test = await startTestGateway();
    for (const asked of ['{ policing { failing } }', '{ nothing }', '{']) {
      const { headers } = await get(test.gateway.url, { query: asked });
      expect([headers.get('cache-control'), headers.get('etag')]).toEqual(['no-store', null]);
    }
    expect((await test.ask(query)).headers.get('etag')).toBeNull();
  });

  it('is given to nobody whom a page of others could have sent unasked', async () => {
    await using test = await startTestGateway();
    const { status, body } = await get(test.gateway.url, { query }, {});
    expect([status, codesOf(body ?? {})]).toEqual([400, ['BAD_REQUEST']]);
  });
});

describe('A gateway with a safelist', () => {
  it('answers what is on it, by text and by hash, and refuses everything else before it is parsed', async () => {
    await using test = await startTestGateway({ safelist: [query] });
    const { url } = test.gateway;
    const answers = [
      await ask(url, { query }),
      await ask(url, { extensions: persisted(query) }),
      await ask(url, { query, extensions: persisted(query) }),
    ];
    for (const { data } of answers) expect(data).toMatchObject({ boroughs: [{}, {}, {}] });
    expect((await get(url, { extensions: JSON.stringify(persisted(query)) })).status).toBe(200);
    const other = '{ boroughs { code } }';
    const refused = [
      await ask(url, { query: other }),
      await ask(url, { query: `${query} ` }),
      await ask(url, { query: '{ __schema { types { name } } }' }),
      await ask(url, { query: '{ not GraphQL' }),
      await ask(url, { query: other, extensions: persisted(other) }),
      await ask(url, { extensions: persisted(other) }),
    ];
    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 403));
    expect(refused[0]?.errors).toEqual([
      {
        message: expect.stringMatching(
          /^This endpoint answers only the 1 documents .*: Boroughs\. Send one .* to the letter/,
        ) as unknown,
        extensions: { code: 'OPERATION_NOT_LISTED' },
      },
    ]);
    expect((await get(url, { query: other })).status).toBe(403);
  });

  it('takes nothing from the address of a request that has a body', async () => {
    await using test = await startTestGateway({ safelist: [query] });
    const address = `${test.gateway.url}/graphql?query=${encodeURIComponent(query)}`;
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ boroughs { code } }' }),
    });
    expect(response.status).toBe(403);
  });
});

describe('Published documents', () => {
  it('lie in a folder, or in a manifest with their hashes', async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'boroughgraph-safelist-'));
    await writeFile(join(folder.path, 'a.graphql'), query);
    await writeFile(join(folder.path, 'notes.md'), 'no document');
    await writeFile(join(folder.path, 'manifest.json'), JSON.stringify({ [sha256Of(query)]: query }));
    expect(await readPublished(folder.path)).toEqual([query]);
    expect(await readPublished(join(folder.path, 'manifest.json'))).toEqual([query]);
  });

  it.each([
    ['another hash', JSON.stringify({ [sha256Of('x')]: query }), /of a document whose SHA-256 is/],
    ['no manifest', '{"a": 1}', /cannot be read: expected a folder/],
  ])('with %s are refused', async (_, text, message) => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'boroughgraph-safelist-'));
    const path = join(folder.path, 'manifest.json');
    await writeFile(path, text);
    await expect(readPublished(path)).rejects.toThrow(message);
    await expect(readPublished(join(folder.path, 'absent'))).rejects.toThrow('cannot be read');
  });
});
