import { createSubgraphServer } from '@boroughgraph/kit/inside/server/http-server.ts';
import { openStore } from '@boroughgraph/kit/store/database.ts';
import { startGateway } from '@boroughgraph/gateway/server.ts';
import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agencies } from '../support/all-agencies.ts';
import { repeat } from './attack.ts';
import { startKeptThread } from '@boroughgraph/gateway/testing/kept-threads.ts';

/** All are made by the kit, and differ in nothing that is looked at here. */
const anAgency = 'health';
const running = new AsyncDisposableStack();
type Servers = ReadonlyMap<string, string>;
let open: Servers = new Map();
let closed: Servers = new Map();

beforeAll(async () => {
  open = await startServers(false);
  closed = await startServers(true);
});

afterAll(() => running.disposeAsync());

async function startServers(hidesSchema: boolean): Promise<Servers> {
  const urls = new Map<string, string>();
  for (const subgraph of agencies.filter(({ name }) => name === anAgency)) {
    // Nothing is read from it.
    const database = openStore({ url: 'postgres://nobody@127.0.0.1:9/none', schema: subgraph.databaseSchema });
    const server = await createSubgraphServer({
      subgraph,
      database,
      logLevel: 'silent',
      hidesSchema,
    });
    running.defer(async () => {
      await server.close();
      await database.close();
    });
    urls.set(subgraph.name, await server.listen({ port: 0, host: '127.0.0.1' }));
  }
  // The gateway needs addresses, and nothing is asked of them.
  const agencyUrls = Object.fromEntries(agencies.map(({ name }) => [name, 'http://127.0.0.1:9/graphql']));
  const gateway = running.use(
    await startGateway({
      urls: agencyUrls,
      port: 0,
      logLevel: 'silent',
      hidesSchema,
      startPlanningThread: startKeptThread,
    }),
  );
  return urls.set('gateway', gateway.url);
}

/** What a scanner finds in the text of an answer to what it sends. */
interface Check {
  readonly name: string;
  readonly request: RequestInit & { readonly search?: string };
  readonly isFinding: (text: string) => boolean;
}

const post = (query: string): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query, operationName: 'cop' }),
});
const hasTypename = (text: string): boolean => text.includes('"__typename":"Query"');
const search = (query: string): string => `?query=${encodeURIComponent(query)}`;

/** What graphql-cop asks of a server, in our words, and the answer that it reports. */
const checks: readonly Check[] = [
  {
    name: 'alias overloading',
    request: post(`query cop { ${repeat(101, (at) => `alias${at}:__typename`)} }`),
    isFinding: (text) => text.includes('alias100":'),
  },
  {
    name: 'batching',
    request: {
      ...post(''),
      body: JSON.stringify(Array.from({ length: 10 }, () => ({ query: 'query cop { __typename }' }))),
    },
    isFinding: (text) => Array.isArray(JSON.parse(text)),
  },
  {
    name: 'a circle through introspection',
    request: post(
      'query cop { __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }',
    ),
    isFinding: (text) => text.includes('"types":'),
  },
  {
    name: 'directive overloading',
    request: post('query cop { __typename @aa@aa@aa@aa@aa@aa@aa@aa@aa@aa }'),
    isFinding: (text) => text.split('"message"').length > 2,
  },
  {
    name: 'field duplication',
    request: post(`query cop { ${repeat(500, () => '__typename')} }`),
    isFinding: hasTypename,
  },
  {
    name: 'a mutation by GET',
    request: { search: search('mutation cop {__typename}') },
    isFinding: (text) => text.includes('"__typename":'),
  },
  { name: 'a query by GET', request: { search: search('query cop {__typename}') }, isFinding: hasTypename },
  {
    name: 'a page to try it',
    // A browser is led away to where there is one.
    request: { headers: { accept: 'text/html' }, redirect: 'manual' },
    isFinding: (text) => /graphiql|playground/i.test(text),
  },
  {
    name: 'a form',
    request: {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'query=query+cop+%7B+__typename+%7D',
    },
    isFinding: hasTypename,
  },
  { name: 'a trace', request: post('query cop { __typename }'), isFinding: (text) => /tracing/i.test(text) },
  {
    name: 'an unhandled error',
    request: post('qwerty cop { abc }'),
    isFinding: (text) => /exception|stack/i.test(text),
  },
];

/** What it reports besides where a server tells its schema. */
const tellingChecks: readonly Check[] = [
  {
    name: 'introspection',
    request: post('query cop { __schema { types { name fields { name } } } }'),
    isFinding: (text) => text.includes('"types":'),
  },
  {
    name: 'suggestions',
    request: post('query cop { __schema { directive } }'),
    isFinding: (text) => text.includes('Did you mean'),
  },
];

async function findings(url: string, of: readonly Check[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { name, request, isFinding } of of) {
    const response = await fetch(`${url}/graphql${request.search ?? ''}`, request);
    if (isFinding(await response.text())) found.push(name);
  }
  return found;
}

describe.each([anAgency, 'gateway'])('%s', (name) => {
  it('leaves the audits of graphql-http without an error or a warning', async () => {
    const audits = serverAudits({ url: `${open.get(name) ?? ''}/graphql`, fetchFn: fetch });
    const results = await Promise.all(
      audits.map(async (audit) => ({ id: audit.id, name: audit.name, result: await audit.fn() })),
    );
    const others = results.filter(({ result }) => result.status === 'error' || result.status === 'warn');
    expect(others.map(({ id, name: what }) => `${id} ${what}`)).toEqual([]);
  });

  it('gives a scanner nothing but the schema, which is published', async () => {
    expect(await findings(open.get(name) ?? '', checks)).toEqual([]);
    expect(await findings(open.get(name) ?? '', tellingChecks)).toEqual(['introspection', 'suggestions']);
  });

  it('gives a scanner nothing at all where the schema is hidden', async () => {
    expect(await findings(closed.get(name) ?? '', [...checks, ...tellingChecks])).toEqual([]);
    const sdl = await fetch(`${closed.get(name) ?? ''}/graphql`, post('query cop { _service { sdl } }'));
    expect(await sdl.text()).not.toContain('type Query');
    const playground = await fetch(`${closed.get(name) ?? ''}/playground`);
    expect([playground.status, await playground.text()]).toEqual([200, expect.stringContaining('id="root"')]);
  });
});
