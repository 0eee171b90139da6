import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sourceFile } from '@boroughgraph/kit/files/source-file.ts';
import { loadText } from '@boroughgraph/kit/loading/load-file.ts';
import { recallRelease } from '@boroughgraph/kit/store/recall-release.ts';
import { findOtherwise, operationsOf, readParts } from '../reference/warm-and-cold.ts';
import { startColdSystem } from '../support/cold-system.ts';
import { type RememberingSystem, startRememberingSystem } from '../support/remembering-system.ts';
import type { RunningAgency } from '../support/running-system.ts';
import { loadSmallFigures } from '../support/small-figures.ts';

const crime = `query Crime($code: ID!, $isShort: Boolean = false) { borough(code: $code) { code name @skip(if: $isShort) crime { recorded { latest { value } } } }
  policing { indicator(id: "police-officers") { series(area: $code) { observations { value } } } } __typename }`;
const health = '{ health { datasets { id latestRelease { id } } } }';

/** Operations of which answers are compared; the long form is `npm run test:warm`. */
const count = Number(process.env['WARM_OPERATIONS'] ?? 15);
const isLong = count > 100;
/** More than all of it costs within a minute. */
const costBudget = isLong ? 10 ** 12 : 30_000_000;

let system: RememberingSystem;
let policing: RunningAgency;
const log: Readonly<Record<string, unknown>>[] = [];
// Each line is an object.
const readLine = (line: string) => JSON.parse(line) as Readonly<Record<string, unknown>>;
beforeAll(async () => {
  const metrics = { host: '127.0.0.1', port: 0 };
  const options = {
    logLevel: 'info',
    logStream: { write: (line: string) => log.push(readLine(line)) },
    metrics,
  } as const;
  system = await startRememberingSystem({ costBudget, prepare: loadSmallFigures, options });
  const found = system.agencies.get('policing');
  if (found === undefined) throw new Error('policing does not run');
  policing = found;
}, 60_000);
afterAll(() => system[Symbol.asyncDispose]());
beforeEach(() => {
  for (const { requests } of system.agencies.values()) requests.length = 0;
});

/** How often agencies were asked for something to answer with. */
const asked = () =>
  [...system.agencies.values()].flatMap(({ requests }) => requests).filter((path) => path === '/graphql').length;

async function post(query: string, variables: object = {}, headers: Record<string, string> = {}) {
  const response = await fetch(`${system.gateways[0]?.url ?? ''}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

async function get(query: string, headers: Record<string, string> = {}) {
  const address = `${system.gateways[0]?.url ?? ''}/graphql?query=${encodeURIComponent(query)}`;
  const response = await fetch(address, { headers: { 'apollo-require-preflight': 'yes', ...headers } });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** What is left of a budget, as an answer says it. */
const leftOf = ({ headers }: Awaited<ReturnType<typeof post>>) =>
  Number(/r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1]);

/** How often what had gone out before went out again. */
async function countSent(): Promise<number> {
  const port = log.find(({ msg }) => msg === 'metrics can be read')?.['port'];
  const text = await (await fetch(`http://127.0.0.1:${String(port)}/metrics`)).text();
  return Number(/^boroughgraph_cache_hits\{.*cache="sent".*\} (\d+)/m.exec(text)?.[1]);
}

async function publishOfficers(value: number, publishedAt: string): Promise<string> {
  const text = `indicator,area,period,value\npolice-officers,E09000012,CY2015,${value}\n`;
  const { store, subgraph } = policing;
  const report = await loadText({
    sql: store.sql,
    datasets: subgraph.datasets,
    dataset: 'officers-per-borough',
    source: sourceFile('officers.csv', new TextEncoder().encode(text)),
    publishedAt,
    confirmRevision: true,
  });
  expect(report.outcome).toBe('loaded');
  return report.releaseId ?? '';
}

describe('an answer', () => {
  it('is given again without any agency, whatever the order of its variables, and compressed for who wants that', async () => {
    const first = await post(crime, { code: 'E09000012', isShort: false });
    expect(asked()).toBeGreaterThan(0);
    const made = asked();
    const again = await post(crime, { isShort: false, code: 'E09000012' });
    const plain = await post(crime, { isShort: false, code: 'E09000012' }, { 'accept-encoding': 'identity' });
    expect([again.text, plain.text, asked()]).toEqual([first.text, first.text, made]);
    expect(again.headers.get('content-type')).toBe(first.headers.get('content-type'));
    await post(crime, { code: 'E09000013', isShort: false });
    expect(asked()).toBeGreaterThan(made);
  });

  it('is made anew once an agency that it is made of has loaded or recalled something, and no other is', async () => {
    await post(health);
    await post(crime, { code: 'E09000012' });
    const release = await publishOfficers(471, '2026-02-01');
    const made = asked();
    expect((await post(crime, { code: 'E09000012' })).text).toContain('471');
    expect(asked()).toBeGreaterThan(made);
    const then = asked();
    await post(health);
    expect(asked()).toBe(then);
    await recallRelease(policing.store, release, 'wrong');
    expect((await post(crime, { code: 'E09000012' })).text).not.toContain('471');
  });

  it('has the parts of agencies that have not changed without asking them, also where another has', async () => {
    const query = `{ health { datasets { id named: title } } policing { indicator(id: "police-officers") { series(area: "E09000012") { latest { value } } } } `;
    const of = (agency: string) => system.agencies.get(agency)?.requests.filter((path) => path === '/graphql').length;
    // Each is another operation, of the same fetches.
    for (let each = 0; of('health') === each; each += 1) await post(`${query} is${each}: __typename }`);
    const [health, crimes] = [of('health'), of('policing') ?? 0];
    const release = await publishOfficers(474, '2026-02-03');
    const changed = await post(`${query} changed: __typename }`);
    expect(changed.text).toContain('474');
    expect([of('health'), of('policing')]).toEqual([health, crimes + 1]);
    await recallRelease(policing.store, release, 'wrong');
    expect((await post(`${query} recalled: __typename }`)).text).not.toContain('474');
    expect([of('health'), of('policing')]).toEqual([health, crimes + 2]);
  });

  it('is one for all who ask the same at once', async () => {
    const alone = await post(crime, { code: 'E09000014' });
    const once = asked();
    await publishOfficers(472, '2026-02-02');
    for (const { requests } of system.agencies.values()) requests.length = 0;
    const many = await Promise.all(Array.from({ length: 12 }, () => post(crime, { code: 'E09000014' })));
    expect(new Set(many.map(({ text }) => text)).size).toBe(1);
    expect(asked()).toBeLessThanOrEqual(2 * once);
    expect(alone.status).toBe(200);
  });

  it('has a tag with GET, and is 304 for who has it, without any agency', async () => {
    const first = await get(health);
    const tag = first.headers.get('etag') ?? '';
    expect([first.status, first.headers.get('cache-control'), tag]).toEqual([
      200,
      'no-cache',
      expect.stringMatching(/^W\/"/),
    ]);
    const before = asked();
    const again = await get(health, { 'if-none-match': tag });
    expect([again.status, again.text, again.headers.get('etag'), asked()]).toEqual([304, '', tag, before]);
    const other = await get(health, { 'accept-encoding': 'gzip' });
    expect([other.text, other.headers.get('etag'), asked()]).toEqual([first.text, tag, before]);
  });

  it('is charged like one that is made', async () => {
    const left = leftOf;
    const made = await post('{ policing { datasets { id title } } }');
    const again = await post('{ policing { datasets { id title } } }');
    const third = await post('{ policing { datasets { id title } } }');
    expect(left(made) - left(again)).toBeGreaterThan(0);
    expect(left(again) - left(third)).toBe(left(made) - left(again));
  });

  it('with an error is not remembered: what was away is there as soon as it is back', async () => {
    const query = '{ health { datasets { id title } } policing { datasets { id } } }';
    const { stopServer, startServer } = system.agencies.get('health') ?? policing;
    await stopServer();
    const away = await post(query);
    expect(away.text).toContain('AGENCY_UNAVAILABLE');
    const stillAway = await get(query);
    expect(stillAway.headers.get('cache-control')).toBe('no-store');
    await startServer();
    expect((await post(query)).text).not.toContain('AGENCY_UNAVAILABLE');
  });
});

describe('an answer at once', () => {
  /** Sends until what had gone out goes out again, and gives what came before that: the state of an agency is not held at once. */
  async function sendUntilSent<T>(send: () => Promise<T>): Promise<T> {
    const before = await countSent();
    let last = await send();
    for (;;) {
      const next = await send();
      if ((await countSent()) > before) return last;
      last = next;
    }
  }

  /** All that is sent back but what each answer has of its own. */
  const sameOf = ({ status, headers, text }: Awaited<ReturnType<typeof post>>) => {
    const own = ['x-request-id', 'ratelimit', 'date'];
    return { status, text, headers: Object.fromEntries([...headers].filter(([name]) => !own.includes(name))) };
  };

  it.each([
    ['to POST', () => post(health, { a: 1 })],
    ['to POST, not compressed', () => post(health, { a: 1 }, { 'accept-encoding': 'identity' })],
    ['to GET', () => get(health)],
    ['to GET of who has another', () => get(health, { 'if-none-match': 'W/"another"' })],
    ['to GET of who has all', () => get(health, { 'if-none-match': '*' })],
  ])('%s is the same to the last header, and is logged, counted and charged as others are', async (_, send) => {
    const slow = await sendUntilSent(send);
    const before = await countSent();
    const [from, left] = [log.length, leftOf(slow)];
    const quick = [await send(), await send()];
    expect((await countSent()) - before).toBe(2);
    expect(quick.map(sameOf)).toEqual([sameOf(slow), sameOf(slow)]);
    expect(new Set([slow, ...quick].map(({ headers }) => headers.get('x-request-id'))).size).toBe(3);
    const [first = 0, second = 0] = quick.map(leftOf);
    // One more has been sent between the slow one and these.
    expect(left - first).toBe(2 * (first - second));
    expect(first).toBeGreaterThan(second);
    const lines = log.slice(from).filter(({ msg }) => msg === 'request');
    expect(lines).toMatchObject(
      quick.map(({ status, headers }) => ({ route: '/graphql', status, requestId: headers.get('x-request-id') })),
    );
  });

  it.each([
    ['a token', { authorization: 'Bearer a.b.c' }, 401],
    ['a key', { 'x-api-key': 'none' }, 401],
    ['a purpose that is none', { 'x-purpose': 'none' }, 400],
    ['another type', { 'content-type': 'text/plain' }, 415],
    ['what changes it', { 'x-boroughgraph-cost': '1' }, 200],
  ])('is not for who sends %s, and others on his connection have it as before', async (_, headers, status) => {
    await sendUntilSent(() => post(health, { b: 1 }));
    const before = await countSent();
    const whole = await post(health, { b: 1 });
    expect((await post(health, { b: 1 }, headers)).status).toBe(status);
    expect(sameOf(await post(health, { b: 1 }))).toEqual(sameOf(whole));
    expect((await countSent()) - before).toBe(2);
  });

  it('comes to requests that are sent in pieces, one after another on one connection, and before they are answered', async () => {
    const body = JSON.stringify({ query: health, variables: { c: 1 } });
    const head = `POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n`;
    const whole = `${head}\r\n${body}`;
    const { hostname, port } = new URL(system.gateways[0]?.url ?? '');
    const socket = connect(Number(port), hostname);
    await sendUntilSent(async () => {
      socket.write(whole);
      await once(socket, 'data');
    });
    const before = await countSent();
    const received: string[] = [];
    socket.on('data', (chunk: Buffer) => received.push(chunk.toString('latin1')));
    socket.write(whole + whole + whole.slice(0, head.length + 9));
    await expect.poll(() => received.join('').split('HTTP/1.1 200').length).toBe(3);
    socket.write(`${whole.slice(head.length + 9)}${head}connection: close\r\n\r\n${body}`);
    await once(socket, 'close');
    const bodies = received.join('').split('HTTP/1.1 200').slice(1);
    expect(bodies.map((each) => each.slice(each.indexOf('\r\n\r\n')))).toEqual(
      bodies.map(() => bodies[0]?.slice(bodies[0].indexOf('\r\n\r\n'))),
    );
    expect(bodies).toHaveLength(4);
    expect((await countSent()) - before).toBe(3);
  });

  it('is over with the state that it was made of', async () => {
    const query = `query Now($code: ID!) { policing { indicator(id: "police-officers") { series(area: $code) { observations { value } } } } }`;
    const send = () => post(query, { code: 'E09000012' });
    await sendUntilSent(send);
    const last = await send();
    const release = await publishOfficers(473, '2026-03-01');
    const since = [await send(), await send(), await send()];
    expect(since.every(({ text }) => text.includes('473'))).toBe(true);
    await recallRelease(policing.store, release, 'wrong');
    expect((await send()).text).toBe(last.text);
  });
});

describe('whatever is asked', () => {
  const rounds = isLong ? 10 : 3;

  it(
    'is answered by who remembers as by who knows nothing yet, while releases come and are recalled',
    { timeout: 3_600_000 },
    async () => {
      const warm = `${system.gateways[0]?.url ?? ''}/graphql`;
      const parts = await readParts(warm);
      const standing: string[] = [];
      const before = await countSent();
      for (let round = 0; round < rounds; round += 1) {
        await using cold = await startColdSystem(system.agencies.values());
        const found = await findOtherwise(operationsOf(parts, 22, count), { warm, cold: `${cold.url}/graphql` });
        expect(found.slice(0, 2)).toEqual([]);
        const recalled = round % 3 === 2 ? standing.pop() : undefined;
        if (recalled !== undefined) await recallRelease(policing.store, recalled, 'wrong');
        else standing.push(await publishOfficers(500 + round, `2026-04-${String(round + 10)}`));
      }
      expect((await countSent()) - before).toBeGreaterThan(count);
    },
  );
});

describe('a search', () => {
  let searches = 0;

  /** Its results; no request is the same as one before, so that no answer is remembered as a whole. */
  async function search(text: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
    searches += 1;
    const fields = `kind id name text agency score isGuess isNamed unmatched isHeld isSynthetic reason note framework
      narrowing { dimension value label } indicator { __typename } area { code } court { id } provider { id }`;
    const query = `query Search${searches}($text: String!) { search(text: $text, first: 12) { ${fields} } }`;
    const answer = JSON.parse((await post(query, { text })).text) as { data: { search: Record<string, unknown>[] } };
    return answer.data.search;
  }

  const textsOfAll = ['burglary', 'front counters', 'assaults in A&E', 'Hackny', 'crown court', 'childern', 'xqzzk'];

  /** Searches until no agency is asked for anything. */
  async function untilKnown(): Promise<void> {
    await expect
      .poll(
        async () => {
          for (const { requests } of system.agencies.values()) requests.length = 0;
          await search('police');
          return asked();
        },
        { timeout: 20_000 },
      )
      .toBe(0);
  }

  it('asks no agency once it is known what each has, and finds what they would', { timeout: 30_000 }, async () => {
    const told = await Promise.all(textsOfAll.map(search));
    await untilKnown();
    expect(await Promise.all(textsOfAll.map(search))).toEqual(told);
    expect(asked()).toBe(0);
  });

  it(
    'finds what has been loaded, and no more what was recalled, from the next request on',
    { timeout: 60_000 },
    async () => {
      const isHeld = async () => (await search('shop crime')).find(({ id }) => id === 'business-crime')?.['isHeld'];
      await untilKnown();
      expect(await isHeld()).toBe(false);
      const { store, subgraph } = policing;
      const text = 'indicator,area,period,value\nbusiness-crime,Hackney,2024-02,50\n';
      const report = await loadText({
        sql: store.sql,
        datasets: subgraph.datasets,
        dataset: 'met-business-crime',
        source: sourceFile('a.csv', new TextEncoder().encode(text)),
        publishedAt: '2024-05-31',
      });
      expect(await isHeld()).toBe(true);
      await untilKnown();
      expect(await isHeld()).toBe(true);
      await recallRelease(store, report.releaseId ?? '', 'Sent too early.');
      expect(await isHeld()).toBe(false);
    },
  );
});
