import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Misbehaviour } from '../../testing/agency-server.ts';
import { ask, startTestGateway, type TestGateway } from '../../testing/gateway-for-test.ts';
import { sha256Of } from '../trusted-documents/sha256.ts';

const query = '{ boroughs { name crime { recorded } } }';
const table = [
  'name,crime_recorded,code,synthetic',
  'City of London,100,E09000001,',
  'Hackney,100,E09000012,',
  'Tower Hamlets,100,E09000030,',
  '',
].join('\r\n');

let shared: TestGateway;
beforeAll(async () => {
  shared = await startTestGateway();
});
afterAll(() => shared[Symbol.asyncDispose]());

interface Asking {
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly more?: Readonly<Record<string, unknown>>;
}

async function take(url: string, { headers = {}, parameters = {}, more = {}, ...asked }: Asking = {}) {
  const response = await fetch(`${url}/graphql?${new URLSearchParams(parameters).toString()}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: asked.query ?? query, ...more }),
  });
  const text = await response.text();
  return { status: response.status, type: response.headers.get('content-type'), headers: response.headers, text };
}

const errorsOf = (text: string) =>
  (JSON.parse(text) as { errors: { message: string; extensions: { code: string } }[] }).errors;
const codesOf = (text: string) => errorsOf(text).map(({ extensions }) => extensions.code);

describe('An operation', () => {
  it('is answered as CSV, and as lines of JSON, by `accept` and by `format`', async () => {
    const { url } = shared.gateway;
    const csv = await take(url, { headers: { accept: 'text/csv' } });
    expect([csv.status, csv.type, csv.text]).toEqual([200, 'text/csv; charset=utf-8; header=present', table]);
    expect((await take(url, { parameters: { format: 'csv' }, headers: { accept: 'application/json' } })).text).toBe(
      table,
    );
    const lines = await take(url, { headers: { accept: 'application/x-ndjson;q=0.9, application/json;q=0.5' } });
    expect(
      lines.text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual(
      [
        ['City of London', 'E09000001'],
        ['Hackney', 'E09000012'],
        ['Tower Hamlets', 'E09000030'],
      ].map(([name, code]) => ({ name, crime_recorded: 100, code, synthetic: null })),
    );
    const json = { data: expect.anything() as unknown };
    expect(JSON.parse((await take(url, { parameters: { format: 'json' }, headers: { accept: '*/*' } })).text)).toEqual(
      json,
    );
    expect(JSON.parse((await take(url, { headers: { accept: '*/*, text/csv;q=0.5' } })).text)).toEqual(json);
  });

  it('begins as Excel wants it, or with comments, where that is asked for', async () => {
    const bytes = await fetch(`${shared.gateway.url}/graphql?format=csv&bom=true`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    }).then((response) => response.bytes());
    expect([...bytes.subarray(0, 4)]).toEqual([0xef, 0xbb, 0xbf, 'n'.charCodeAt(0)]);
    expect((await take(shared.gateway.url, { parameters: { format: 'csv', comments: 'true' } })).text).toBe(table);
    const wrong = await take(shared.gateway.url, { parameters: { format: 'csv', bom: 'yes' } });
    expect([wrong.status, errorsOf(wrong.text)[0]?.message]).toEqual([400, '"bom" is "yes". Expected true or false.']);
  });

  it('says in each row, in a header and in the name of the file what is made up', async () => {
    const marked: Misbehaviour = (response) => {
      const data = { policing: { datasets: [{ title: '=HYPERLINK("https://example.invalid")' }] } };
      response
        .setHeader('content-type', 'application/json')
        .end(JSON.stringify({ data, extensions: { synthetic: ['b', 'a'] } }));
    };
    await using test = await startTestGateway({ misbehaviour: { policing: marked } });
    const asked = { query: '{ policing { datasets { title } } }', parameters: { format: 'csv' } };
    const { text, headers } = await take(test.gateway.url, asked);
    expect(text).toBe('title,synthetic\r\n"\'=HYPERLINK(""https://example.invalid"")",a|b\r\n');
    expect(headers.get('x-boroughgraph-synthetic')).toBe('a, b');
    expect(headers.get('content-disposition')).toBe('inline; filename="SYNTHETIC-boroughgraph.csv"');
    const dictionary = await take(test.gateway.url, { ...asked, parameters: { format: 'csvw' } });
    expect(JSON.parse(dictionary.text)).toMatchObject({
      'dc:description': 'SYNTHETIC: made-up figures of a, b. One row for each of policing.datasets.',
      tableSchema: {
        columns: [
          { name: 'title', datatype: 'string' },
          { name: 'synthetic', separator: '|' },
        ],
      },
    });
  });

  it('with several lists is a zip with a file for each, where all are asked for', async () => {
    const response = await fetch(`${shared.gateway.url}/graphql?format=csv&list=*`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ boroughs { name } policing { datasets { title } } }' }),
    });
    const type = ['content-type', 'content-disposition'].map((name) => response.headers.get(name));
    expect([response.status, ...type]).toEqual([200, 'application/zip', 'inline; filename="boroughgraph.zip"']);
    const files = Object.entries(unzipSync(await response.bytes()));
    expect(files.map(([name]) => name)).toEqual([
      'boroughs.csv',
      'boroughs.csv-metadata.json',
      'policing.datasets.csv',
      'policing.datasets.csv-metadata.json',
    ]);
    const [boroughs] = files.map(([, bytes]) => strFromU8(bytes));
    expect(boroughs).toBe(
      'name,code,synthetic\r\nCity of London,E09000001,\r\nHackney,E09000012,\r\nTower Hamlets,E09000030,\r\n',
    );
    const geo = await take(shared.gateway.url, { query: '{ boroughs { name } }', parameters: { format: 'geojson' } });
    expect([geo.status, codesOf(geo.text)]).toEqual([400, ['NOT_ONE_TABLE']]);
  });

  it('is known by its hash, and by GET only where no page of others could have asked', async () => {
    await using test = await startTestGateway({ safelist: [query] });
    const { url } = test.gateway;
    const extensions = { persistedQuery: { version: 1, sha256Hash: sha256Of(query) } };
    const parameters = { format: 'csv' };
    const { text } = await take(url, { parameters, more: { query: undefined, extensions } });
    expect(text).toBe(table);
    expect(codesOf((await take(url, { parameters, query: '{ boroughs { name } }' })).text)).toEqual([
      'OPERATION_NOT_LISTED',
    ]);
    const address = `${url}/graphql?${new URLSearchParams({ query, format: 'csv' }).toString()}`;
    const unasked = await fetch(address);
    expect([unasked.status, codesOf(await unasked.text())]).toEqual([400, ['BAD_REQUEST']]);
    const response = await fetch(address, { headers: { 'apollo-require-preflight': '1' } });
    expect([response.headers.get('cache-control'), await response.text()]).toEqual(['no-store', table]);
  });
});

describe('An error', () => {
  const cut: Misbehaviour = (response) => response.destroy();

  it('comes in place of the file, also one that costs a part of the answer alone', async () => {
    await using test = await startTestGateway({ misbehaviour: { policing: cut } });
    expect((await ask(test.gateway.url, { query })).status).toBe(200);
    const { status, type, text } = await take(test.gateway.url, { headers: { accept: 'text/csv' } });
    expect([status, type, codesOf(text)]).toEqual([503, 'application/json; charset=utf-8', ['AGENCY_UNAVAILABLE']]);
    expect(text).not.toContain('Hackney');
  });

  it.each([
    ['{ boroughs { nothing } }', 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['{ boroughs {', 400, 'GRAPHQL_PARSE_FAILED'],
    ['{ policing { refusing(month: "x") datasets { title } } }', 400, 'BAD_USER_INPUT'],
    ['{ policing { failing datasets { title } } }', 500, 'INTERNAL_SERVER_ERROR'],
    ['{ borough(code: "E09000012") { name } }', 400, 'NOT_ONE_TABLE'],
    ['query ($code: ID!) { borough(code: $code) { name health { rates } } boroughs { name } }', 400, 'BAD_USER_INPUT'],
  ])('of %s is %i, %s', async (asked, status, code) => {
    const answer = await take(shared.gateway.url, { query: asked, headers: { accept: 'text/csv' } });
    expect([answer.status, codesOf(answer.text)]).toEqual([status, [code]]);
  });

  it('costs nothing where the operation is no table: nobody is asked', async () => {
    await using test = await startTestGateway({ costBudget: 1_000_000 });
    const refused = await take(test.gateway.url, {
      query: '{ policing { datasets { title } series { position } } }',
      parameters: { format: 'csv' },
    });
    expect([codesOf(refused.text), refused.headers.get('ratelimit'), test.agencies.policing.received]).toEqual([
      ['NOT_ONE_TABLE'],
      null,
      [],
    ]);
    const taken = await take(test.gateway.url, { parameters: { format: 'csv' } });
    expect(taken.headers.get('ratelimit')).not.toBeNull();
  });

  it('says where nothing is, in place of a file without rows', async () => {
    const none: Misbehaviour = (response) =>
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ data: { policing: null } }));
    await using test = await startTestGateway({ misbehaviour: { policing: none } });
    const { status, text } = await take(test.gateway.url, {
      query: '{ policing { datasets { title } } }',
      parameters: { format: 'csv' },
    });
    expect([status, errorsOf(text)]).toEqual([
      404,
      [{ message: expect.stringContaining('nothing at "policing"') as unknown, extensions: { code: 'NO_ROWS' } }],
    ]);
  });

  it('says which formats there are', async () => {
    const { status, text } = await take(shared.gateway.url, { parameters: { format: 'xml' } });
    expect([status, errorsOf(text)[0]?.message]).toEqual([
      400,
      'There is no format "xml". Expected one of csv, ndjson, csvw, parquet, arrow, xlsx, geojson, json.',
    ]);
  });
});
