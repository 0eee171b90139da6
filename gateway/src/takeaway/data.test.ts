import { gunzipSync } from 'node:zlib';
import { Agent, request as send } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Misbehaviour } from '../../testing/agency-server.ts';
import { startTestGateway, type TestGateway } from '../../testing/gateway-for-test.ts';

const namedOperations = [
  { name: 'boroughs', text: 'query Boroughs { boroughs { name crime { recorded } } }' },
  { name: 'one-borough', text: 'query One($code: ID!) { borough(code: $code) { name health { rates } } }' },
  { name: 'positions', text: 'query Positions($first: Int) { policing { series(first: $first) { position } } }' },
];
const table = [
  'name,crime_recorded,code,synthetic',
  'City of London,100,E09000001,',
  'Hackney,100,E09000012,',
  'Tower Hamlets,100,E09000030,',
  '',
].join('\r\n');

let shared: TestGateway;
let crimes = 100;
/** Policing answers right, with as many crimes as the test says. */
const changing: Misbehaviour = (response, { variables: { representations = [] }, query }) => {
  const positions = Array.from({ length: 400 }, (_, position) => ({ position }));
  const data = query.includes('position')
    ? { policing: { series: positions } }
    : { _entities: representations.map(() => ({ __typename: 'Area', crime: { recorded: crimes } })) };
  response.setHeader('content-type', 'application/json').end(JSON.stringify({ data }));
};
beforeAll(async () => {
  shared = await startTestGateway({ namedOperations, misbehaviour: { policing: changing } });
});
afterAll(() => shared[Symbol.asyncDispose]());

async function take(path: string, headers: Readonly<Record<string, string>> = {}, method: 'GET' | 'HEAD' = 'GET') {
  // Unlike fetch, it neither asks for compression by itself nor undoes it.
  const answer = await send(shared.gateway.url + path, { method, headers, dispatcher: new Agent({ pipelining: 0 }) });
  const bytes = Buffer.from(await answer.body.arrayBuffer());
  const header = (name: string) => String(answer.headers[name] ?? '');
  return { status: answer.statusCode, header, bytes, text: bytes.toString() };
}

const messageOf = (text: string) => (JSON.parse(text) as { errors: { message: string }[] }).errors[0]?.message;

describe('A named operation', () => {
  it('is a file at an address, without anything else in the request', async () => {
    const csv = await take('/data/boroughs.csv');
    expect([csv.status, csv.text, csv.header('cache-control')]).toEqual([200, table, 'no-cache']);
    expect(csv.header('content-disposition')).toBe('inline; filename="boroughs.csv"');
    expect((await take('/data/boroughs.ndjson')).text.split('\n')).toHaveLength(4);
    expect(JSON.parse((await take('/data/boroughs.json')).text)).toMatchObject({ data: { boroughs: [{}, {}, {}] } });
    const dictionary = await take('/data/boroughs.csv-metadata.json?bom=true');
    expect([dictionary.status, dictionary.header('content-type')]).toEqual([
      200,
      'application/csvm+json; charset=utf-8',
    ]);
    expect(JSON.parse(dictionary.text)).toMatchObject({ url: '/data/boroughs.csv?bom=true' });
    expect(csv.header('link')).toBe(
      '</data/boroughs.csv-metadata.json>; rel="describedby"; type="application/csvm+json"',
    );
  });

  it('takes its variables from the address, each of its own type', async () => {
    expect((await take('/data/positions.csv?first=2')).text.split('\r\n').slice(0, 3)).toEqual([
      'position,synthetic',
      '0,',
      '1,',
    ]);
    const sent = shared.agencies.policing.received.at(-1);
    expect(sent?.variables).toMatchObject({ first: 2 });
    const wrong = await take('/data/positions.csv?first=two');
    expect([wrong.status, messageOf(wrong.text)]).toEqual([400, expect.stringContaining('two')]);
  });

  it('takes GET and HEAD, and says so to whoever comes with another method', async () => {
    const refused = await Promise.all(
      ['/data/boroughs.csv', '/data/releases/nothing.parquet', '/n/nothing'].map(async (path) => {
        const { status, headers } = await fetch(shared.gateway.url + path, { method: 'DELETE' });
        return [status, headers.get('allow')];
      }),
    );
    expect(refused).toEqual([1, 2, 3].map(() => [405, 'GET, HEAD']));
    expect((await fetch(`${shared.gateway.url}/nothing`, { method: 'DELETE' })).status).toBe(404);
  });

  it('is told of whole by HEAD, whatever part is asked for', async () => {
    const part = await take('/data/boroughs.csv', { range: 'bytes=0-3' }, 'HEAD');
    expect([part.status, part.header('content-length'), part.header('content-range')]).toEqual([
      200,
      String(table.length),
      '',
    ]);
  });

  it.each([
    [
      '/data/nothing.csv',
      404,
      'There is no file "nothing.csv" here. Expected one of boroughs, one-borough, positions, with one of .csv, .ndjson, .csv-metadata.json, .parquet, .arrows, .xlsx, .geojson, .json after it.',
    ],
    ['/data/boroughs.xls', 404, 'There is no file "boroughs.xls" here. Expected boroughs with one of .csv, '],
    ['/data/one-borough.csv', 400, 'Variable "$code" of required type "ID!" was not provided.'],
    [
      '/data/one-borough.csv?code=E09000012',
      400,
      'A table has a row for each thing of one list, and the operation asks for no list.',
    ],
    [
      '/data/one-borough.json?area=E09000012',
      400,
      'There is no parameter "area" here. Expected some of code, list, bom, comments.',
    ],
    ['/data/positions.csv?first=1&first=2', 400, '"first" is given 2 times. Give it once.'],
    ['/data/boroughs.csv?bom=1', 400, '"bom" is "1". Expected true or false.'],
  ])('%s is %i, and says why', async (path, status, message) => {
    const answer = await take(path);
    expect([answer.status, messageOf(answer.text)]).toEqual([status, expect.stringContaining(message)]);
  });

  it('is no spreadsheet where a cell would have more than a spreadsheet keeps', async () => {
    const texts = [{ name: 'texts', text: '{ policing { datasets { title } } }' }];
    const tooLong: Misbehaviour = (response) => {
      const datasets = [{ title: 'x'.repeat(32_767) }];
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ data: { policing: { datasets } } }));
    };
    await using test = await startTestGateway({ namedOperations: texts, misbehaviour: { policing: tooLong } });
    const [sheet, csv] = await Promise.all(
      ['xlsx', 'csv'].map((form) => fetch(`${test.gateway.url}/data/texts.${form}`)),
    );
    expect([sheet?.status, csv?.status]).toEqual([400, 200]);
    expect(messageOf((await sheet?.text()) ?? '')).toContain('one of the column title has more');
  });

  it('is no file where a part of the answer is missing, and nobody keeps what is said then', async () => {
    await using test = await startTestGateway({
      namedOperations,
      misbehaviour: { policing: (response) => response.destroy() },
    });
    for (const ending of ['csv', 'json']) {
      const answer = await fetch(`${test.gateway.url}/data/boroughs.${ending}`);
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([503, 'no-store']);
      expect(await answer.text()).not.toContain('Hackney');
    }
  });
});

describe('A file', () => {
  it('is not sent again to whoever has it, until it changes', async () => {
    const first = await take('/data/boroughs.csv');
    const known = { 'if-none-match': `W/"other", ${first.header('etag')}` };
    const again = await take('/data/boroughs.csv', known);
    expect([again.status, again.text, again.header('etag')]).toEqual([304, '', first.header('etag')]);
    crimes = 101;
    const changed = await take('/data/boroughs.csv', known);
    crimes = 100;
    expect([changed.status, changed.text]).toEqual([200, table.replaceAll('100', '101')]);
    expect((await take('/data/boroughs.csv', known)).status).toBe(304);
    expect((await take('/data/boroughs.csv', { 'if-none-match': '*' })).status).toBe(304);
  });

  it('says at HEAD what it says at GET, without the file', async () => {
    const [head, get] = [await take('/data/boroughs.csv', {}, 'HEAD'), await take('/data/boroughs.csv')];
    const said = ['etag', 'content-type', 'content-length', 'accept-ranges', 'link'].map((name) => [
      head.header(name),
      get.header(name),
    ]);
    expect([head.status, head.text, said.every(([one, other]) => one !== '' && one === other)]).toEqual([
      200,
      '',
      true,
    ]);
    expect(head.header('content-length')).toBe(String(table.length));
  });

  it('is compressed for those who ask for it, under a tag of its own', async () => {
    const plain = await take('/data/positions.csv?first=400');
    const zipped = await take('/data/positions.csv?first=400', { 'accept-encoding': 'br, gzip' });
    expect(zipped.header('content-encoding')).toBe('gzip');
    expect(gunzipSync(zipped.bytes).toString()).toBe(plain.text);
    expect(zipped.header('etag')).toBe(plain.header('etag').replace(/"$/, '-gzip"'));
    expect(zipped.header('vary')).toContain('accept-encoding');
    const known = { 'accept-encoding': 'gzip', 'if-none-match': zipped.header('etag') };
    expect((await take('/data/positions.csv?first=400', known)).status).toBe(304);
    const unwanted = await take('/data/positions.csv?first=400', { 'accept-encoding': 'gzip;q=0' });
    expect([unwanted.header('content-encoding'), unwanted.text]).toEqual(['', plain.text]);
  });

  const length = table.length;
  it.each([
    ['bytes=0-3', 206, `bytes 0-3/${length}`, table.slice(0, 4)],
    ['bytes=5-', 206, `bytes 5-${length - 1}/${length}`, table.slice(5)],
    ['bytes=-6', 206, `bytes ${length - 6}-${length - 1}/${length}`, table.slice(-6)],
    ['bytes=0-9999', 206, `bytes 0-${length - 1}/${length}`, table],
    ['bytes=9999-', 416, `bytes */${length}`, ''],
    ['bytes=-0', 416, `bytes */${length}`, ''],
    ['bytes=5-2', 200, '', table],
    ['bytes=0-1,4-5', 200, '', table],
    ['rows=0-1', 200, '', table],
  ])('is read in parts: %s is %i %s', async (range, status, said, text) => {
    const answer = await take('/data/boroughs.csv', { range, 'accept-encoding': 'gzip' });
    expect([answer.status, answer.header('content-range'), answer.text]).toEqual([status, said, text]);
  });

  it('is sent whole where the part that is asked for is of another one', async () => {
    const { header } = await take('/data/boroughs.csv');
    const part = { range: 'bytes=0-3' };
    expect((await take('/data/boroughs.csv', { ...part, 'if-range': header('etag') })).status).toBe(206);
    expect((await take('/data/boroughs.csv', { ...part, 'if-range': '"other"' })).text).toBe(table);
  });
});
