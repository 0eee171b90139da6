import { createHash } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import type { AuditEntry } from '@boroughgraph/gateway/audit/audit-record.ts';
import { addKey } from '@boroughgraph/gateway/directory/api-keys.ts';
import { addOwnOrganisation, endOwnOrganisation } from '@boroughgraph/kit/store/own-organisations.ts';
import postgres from 'postgres';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Caller, NamedSystem } from '../../support/named-system.ts';
import { requestsDuring } from '../../support/written-requests.ts';

/*
 * One restricted figure of Camden, 7,319 referrals, asked for at every door that could give it, by everybody who may not have it and by
 * who may.
 */
const [indicator, area, period] = ['mash-referrals', 'E09000007', '2024-Q2'];
const figure = /\b7,?319\b/;
const police: Caller = { organisation: 'met-police', scopes: ['local-authority:restricted'] };

/** Asks at every door of a system in which the figure was loaded, and in which the Metropolitan Police have an agreement about it. */
export function testDoors(start: () => NamedSystem): void {
  let system: NamedSystem;
  let release: string;
  beforeAll(async () => {
    system = start();
    const { sql } = system.agency('local-authority').store;
    const [loaded] = await sql<{ id: string }[]>`select id from release where dataset_id = 'mash'`;
    release = loaded?.id ?? '';
  });

  /** What is asked of a door: GET, unless there is a body. */
  interface Asked {
    readonly path: string;
    readonly body?: object;
    /** What says that something is there and not for this caller. @default WITHHELD_BY_TIER */
    readonly withheld?: RegExp;
  }

  const series = `series(indicators: ["${indicator}"], areas: ["${area}"]) { nodes { observations { period { id } value status } } }`;
  const query = `{ localAuthority { ${series} } }`;
  const hidden = `query Other { __typename ...On } fragment On on Query { agency: localAuthority { ... @include(if: true) { indicator(id: "${indicator}") { of: series(area: "${area}") { ...S } } } } } fragment S on Series { a: values b: statuses c: latest { d: displayValue } statement }`;
  const listed = 'list=localAuthority.series.nodes.observations';
  const persisted = (text: string) => ({
    persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(text).digest('hex') },
  });
  const tool = {
    ...{ jsonrpc: '2.0', id: 1, method: 'tools/call' },
    params: { name: 'series', arguments: { indicator, area } },
  };
  const asText = (parameters: Readonly<Record<string, string>>) => new URLSearchParams(parameters).toString();

  const doors: Readonly<Record<string, () => Asked>> = {
    'a POST': () => ({ path: '/graphql', body: { query } }),
    'a GET': () => ({ path: `/graphql?${asText({ query })}` }),
    'other names and fragments': () => ({ path: '/graphql', body: { query: hidden } }),
    'a hash with its text': () => ({ path: '/graphql', body: { query, extensions: persisted(query) } }),
    'a hash alone': () => ({ path: `/graphql?${asText({ extensions: JSON.stringify(persisted(query)) })}` }),
    'a table of lines': () => ({ path: `/graphql?format=csv&${listed}`, body: { query } }),
    'a table of objects': () => ({ path: `/graphql?format=ndjson&${listed}`, body: { query } }),
    'an operation as JSON': () => ({
      path: `/data/compare.json?${asText({ indicator, area })}`,
      withheld: /for named users|not for everybody|WITHHELD/,
    }),
    'a whole dataset': () => ({ path: '/data/datasets/mash.csv', withheld: /Nothing is held/ }),
    'a number as it is now': () => ({
      path: `/n/local-authority/${indicator}/${area}/total/${period}.json`,
      withheld: /No number answers there now/,
    }),
    'a number of its release': () => ({
      path: `/n/local-authority/${indicator}/${area}/total/${period}/${release}.json`,
      withheld: /There is no release/,
    }),
    'a number as a page': () => ({
      path: `/n/local-authority/${indicator}/${area}/total/${period}/${release}.html`,
      withheld: /There is no release/,
    }),
    'a series for a model': () => ({ path: '/mcp', body: tool }),
  };

  type Headers = Readonly<Record<string, string>>;

  async function take({ path, body }: Asked, who: Headers) {
    const response = await fetch(system.url + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...{ accept: 'application/json, text/event-stream', 'apollo-require-preflight': 'yes' },
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...who,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = new TextDecoder().decode(await response.bytes());
    const [cache, tag] = ['cache-control', 'etag'].map((name) => response.headers.get(name));
    return { status: response.status, text, cache, tag };
  }

  /** What callers may not have it for, each for a reason of its own. */
  const others: Readonly<Record<string, () => Promise<Headers>>> = {
    'is nobody': () => Promise.resolve({}),
    'is of an organisation without an agreement': () => system.headersOf({ ...police, organisation: 'a-newspaper' }),
    'asks for another purpose': () => system.headersOf({ ...police, purpose: 'RESEARCH' }),
    'says no purpose': () => system.headersOf({ ...police, purpose: null }),
    'has no scope': () => system.headersOf({ ...police, scopes: ['health:restricted'] }),
    'has a key without an agreement': async () => ({ 'x-api-key': await keyFor('a-newspaper'), ...purpose }),
  };
  const purpose = { 'x-purpose': 'SERIOUS_VIOLENCE_DUTY' };

  const keys = new Map<string, Promise<string>>();
  function keyFor(organisation: string): Promise<string> {
    const key = keys.get(organisation) ?? makeKey(organisation);
    keys.set(organisation, key);
    return key;
  }

  async function makeKey(organisation: string): Promise<string> {
    const rights = { organisation, role: null, scopes: ['local-authority:restricted'] };
    return (await addKey(system.sql, { ...rights, purposes: ['SERIOUS_VIOLENCE_DUTY'] }, 1)).key;
  }

  /** What of the dataset was written down during some work; what is not waited for is written with the next that is. */
  async function writtenOf(work: () => Promise<unknown>): Promise<readonly AuditEntry[]> {
    const entries = await requestsDuring(system.auditFolder, async () => {
      await work();
      await system.askAs(police, query);
    });
    return entries.slice(0, -1).filter(({ touched }) => touched.some(({ dataset }) => dataset === 'mash'));
  }
  /** Who asked, as whom and for what, and whether anything was shown to him: each once. */
  const toldOf = (entries: readonly AuditEntry[]) => [
    ...new Set(
      entries.map(({ organisation, subject, purpose: told, touched }) =>
        [organisation, subject?.replace(/:.*/, ''), told, touched.some(({ shown }) => shown > 0)].join(' '),
      ),
    ),
  ];

  describe.each(Object.entries(doors))('Through %s', (_, asked) => {
    it('who may read a restricted figure gets it for no cache, by token and by key, and both are written down', async () => {
      const entries = await writtenOf(async () => {
        for (const who of [await system.headersOf(police), { 'x-api-key': await keyFor('met-police'), ...purpose }]) {
          const { status, text, cache, tag } = await take(asked(), who);
          expect([status, text]).toEqual([200, expect.stringMatching(figure)]);
          expect([cache, tag]).toEqual([expect.stringContaining('no-store'), null]);
        }
      });
      expect(toldOf(entries.filter(({ touched }) => touched.some(({ shown }) => shown > 0)))).toEqual([
        'met-police somebody SERIOUS_VIOLENCE_DUTY true',
        'met-police key SERIOUS_VIOLENCE_DUTY true',
      ]);
    });

    it('everybody else gets one and the same answer after him, without it, and is written down', async () => {
      await take(asked(), await system.headersOf(police));
      const answers: (readonly [string, string])[] = [];
      const entries = await writtenOf(async () => {
        for (const [name, headers] of Object.entries(others))
          answers.push([name, (await take(asked(), await headers())).text]);
      });
      const [[, first] = ['', '']] = answers;
      expect(first).not.toMatch(figure);
      expect(first).toMatch(asked().withheld ?? /WITHHELD_BY_TIER/);
      expect(answers).toEqual(answers.map(([name]) => [name, first]));
      expect(toldOf(entries)).toEqual([
        '   false',
        'a-newspaper somebody SERIOUS_VIOLENCE_DUTY false',
        'met-police somebody RESEARCH false',
        'met-police somebody  false',
        'met-police somebody SERIOUS_VIOLENCE_DUTY false',
        'a-newspaper key SERIOUS_VIOLENCE_DUTY false',
      ]);
    });
  });

  it('A part of a file is for no cache either, and has no tag by which it could be told from another', async () => {
    const { path } = doors['an operation as JSON']?.() ?? { path: '' };
    const headers = { ...(await system.headersOf(police)), range: 'bytes=0-20' };
    expect(await take({ path }, headers)).toMatchObject({ status: 206, cache: 'private, no-store', tag: null });
  });

  it('A file of its release is for nobody, and who asked for it is written down', async () => {
    for (const who of [await system.headersOf(police), {}])
      for (const form of ['parquet', 'csv.gz']) {
        const entries = await writtenOf(async () => {
          const { status, text } = await take({ path: `/data/releases/${release}.${form}` }, who);
          expect([status, text]).toEqual([404, expect.stringContaining('There is no release')]);
        });
        expect(entries).toMatchObject([{ outcome: 'NO_SUCH_FILE', touched: [{ dataset: 'mash', shown: 0 }] }]);
      }
  });

  it('Through no door comes what cannot be written down', async () => {
    const who = await system.headersOf(police);
    const aside = `${system.auditFolder}-aside`;
    renameSync(system.auditFolder, aside);
    writeFileSync(system.auditFolder, 'in the way');
    try {
      for (const [name, asked] of Object.entries(doors)) {
        const { text } = await take(asked(), who).catch(() => ({ text: 'broken off' }));
        expect([name, text]).toEqual([name, expect.not.stringMatching(figure)]);
      }
    } finally {
      rmSync(system.auditFolder);
      renameSync(aside, system.auditFolder);
    }
  });

  it('What tells of all that there is names no release of it, whoever asks first', async () => {
    for (const path of ['/catalogue.jsonld', '/feeds/releases.atom', '/openapi.json', '/data/catalogue.json']) {
      await take({ path }, await system.headersOf(police));
      expect([path, (await take({ path }, {})).text.includes(release)]).toEqual([path, false]);
    }
  });

  describe('The audit of an agency and its loads', () => {
    const agency = 'local-authority';
    const own: Caller = { organisation: 'london-councils', scopes: [`${agency}:audit`] };
    const look = async (path: string, who: Caller | null) => {
      const headers = who === null ? {} : await system.headersOf(who);
      const { status, text, cache } = await take({ path: `/agencies/${path}` }, headers);
      return { status, cache, body: JSON.parse(text) as Record<string, unknown>, text };
    };
    const sentence = (text: string): unknown => expect.stringContaining(text);
    const anyText: unknown = expect.any(String);
    beforeAll(async () => {
      const { sql } = system.agency(agency).store;
      await addOwnOrganisation(sql, own.organisation);
    });

    it('are for its own people, who see who has read what, and no figure', async () => {
      await system.askAs(police, query);
      const { status, cache, body, text } = await look(`${agency}/audit`, own);
      expect([status, cache]).toEqual([200, 'no-store']);
      const [newest] = body['rows'] as readonly unknown[];
      expect(newest).toEqual({
        at: anyText,
        organisation: 'met-police',
        subject: 'somebody',
        purpose: 'SERIOUS_VIOLENCE_DUTY',
        operation: createHash('sha256').update(query).digest('hex').slice(0, 12),
        datasets: ['mash'],
        areas: 1,
        shown: 1,
        withheld: 0,
        outcome: 'answered',
      });
      expect(text).not.toMatch(figure);
    });

    it('come page by page, each record once, newest first', async () => {
      const pages: string[] = [];
      for (let next: unknown = null, pageNumber = 0; pageNumber < 3; pageNumber += 1) {
        const before = typeof next === 'string' ? `?before=${encodeURIComponent(next)}` : '';
        const { body } = await look(`${agency}/audit${before}`, own);
        pages.push(...(body['rows'] as readonly { at: string }[]).map(({ at }) => at));
        next = body['next'];
      }
      const entries = (await system.readAudit()).records.flatMap(({ content }) =>
        content.kind === 'request' && content.touched.some((each) => each.agency === agency) ? [content.at] : [],
      );
      expect(pages).toEqual(entries.toSorted().toReversed().slice(0, 150));
    });

    it('have the report of each load, without what its rows said', async () => {
      const { body, text } = await look(`${agency}/loads`, own);
      expect(body).toMatchObject({
        agency,
        next: null,
        loads: [
          { dataset: 'exploitation-referrals', report: { rowsRead: 1, rowsLoaded: 1, rejected: [], notices: [] } },
          {
            release,
            dataset: 'mash',
            file: 'mash.csv',
            report: {
              rowsRead: 5,
              rowsLoaded: 5,
              rejected: [],
              notices: [],
              changes: [{ indicator, added: 0, restricted: 5 }],
            },
          },
        ],
      });
      expect(text).not.toMatch(figure);
      // A statement of the server that was not granted them finds none.
      const reader = postgres(system.agency(agency).readerUrl, { max: 1 });
      const { schema } = system.agency(agency).store;
      const [found] = await reader`select count(*)::integer as count from ${reader(schema)}.load_report`;
      await reader.end();
      expect(found).toEqual({ count: 0 });
    });

    it('are refused to everybody else in a sentence, and all of it is written down and shown', async () => {
      const nobody = { status: 401, body: { errors: [{ message: sentence('expected a token in "authorization"') }] } };
      const outsider = {
        status: 403,
        body: { errors: [{ message: sentence('they are of an organisation that the agency') }] },
      };
      const tried: readonly (readonly [Caller | null, object])[] = [
        [null, nobody],
        [police, outsider],
        // Its own, without the scope; with it, of another organisation; with that of another agency.
        [{ organisation: own.organisation }, outsider],
        [{ ...own, organisation: 'met-police' }, outsider],
        [{ ...own, scopes: ['health:audit'] }, outsider],
      ];
      for (const part of ['audit', 'audit?of=readings', 'loads'])
        for (const [who, refusal] of tried) expect(await look(`${agency}/${part}`, who)).toMatchObject(refusal);
      expect(await look('health/loads', own)).toMatchObject(outsider);
      // Once it is ended, from the next request on.
      const { sql } = system.agency(agency).store;
      await endOwnOrganisation(sql, own.organisation);
      expect(await look(`${agency}/loads`, own)).toMatchObject(outsider);
      await addOwnOrganisation(sql, own.organisation);
      const { body } = await look(`${agency}/audit?of=readings`, own);
      const rows = body['rows'] as readonly Record<string, unknown>[];
      expect(rows.slice(0, 2)).toMatchObject([
        { organisation: 'london-councils', subject: 'somebody', of: 'readings', outcome: 'shown' },
        { organisation: 'london-councils', of: 'loads', outcome: 'refused' },
      ]);
      expect(rows.filter(({ outcome }) => outcome === 'refused')).toHaveLength(3 * tried.length + 1);
    });

    it('say what else there is in the place of what there is not', async () => {
      expect(await look('transport/audit', own)).toMatchObject({
        status: 404,
        body: { errors: [{ message: sentence('expected one of') }] },
      });
      expect(await look(`${agency}/audit?before=yesterday`, own)).toMatchObject({ status: 400 });
    });
  });

  it('All that was written down is as it was written', async () => {
    const { records, problems } = await system.readAudit();
    expect(problems).toEqual([]);
    expect(records.length).toBeGreaterThan(Object.keys(doors).length * Object.keys(others).length);
  });
}
