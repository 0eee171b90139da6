import type { KeyObject } from 'node:crypto';
import { createSubgraphServer } from '@boroughgraph/kit/inside/server/http-server.ts';
import type { Subgraph } from '@boroughgraph/kit/series/subgraph.ts';
import { openStore, type StoreDatabase } from '@boroughgraph/kit/store/database.ts';
import { migrateStore } from '@boroughgraph/kit/store/migrate.ts';
import { startGateway } from '@boroughgraph/gateway/server.ts';
import { agencies } from './all-agencies.ts';
import { createDatabase } from './database.ts';
import { startKeptThread } from '@boroughgraph/gateway/testing/kept-threads.ts';

/** An agency that runs in a test: its store and its server, which reads with a role that can do nothing else. */
export interface RunningAgency {
  readonly subgraph: Subgraph;
  /** With the rights of the owner of the tables. */
  readonly store: StoreDatabase;
  /** The database as its server knows it. */
  readonly readerUrl: string;
  /** The statements that its server has sent to PostgreSQL since the list was last emptied. */
  readonly statements: string[];
  /** The paths that its server was asked for since the list was last emptied. */
  readonly requests: string[];
  readonly url: string;
  /** Ends the server: its port refuses from then on. */
  readonly stopServer: () => Promise<void>;
  /** Starts it again after that, on the same port. */
  readonly startServer: () => Promise<void>;
  /** Takes its tables away, as if its database had not been migrated. */
  readonly hideTables: () => Promise<void>;
  readonly showTables: () => Promise<void>;
}

/** The answer of a GraphQL request, unread. */
export interface Answer {
  readonly data: Record<string, unknown> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: Record<string, unknown>;
  }[];
}

/** Every subgraph and a gateway over a database of their own, each on a free port, talking HTTP. */
export interface RunningSystem extends AsyncDisposable {
  readonly url: string;
  readonly agencies: ReadonlyMap<string, RunningAgency>;
  readonly ask: (query: string, variables?: Readonly<Record<string, unknown>>) => Promise<Answer>;
}

/** Starts the system; `prepare` fills the stores before the first request. Outside a test run, `makeDatabase` makes its database. */
export async function startRunningSystem(
  prepare: (agencies: ReadonlyMap<string, RunningAgency>) => Promise<void>,
  timeoutMs = 10_000,
  makeDatabase = createDatabase,
): Promise<RunningSystem> {
  const resources = new AsyncDisposableStack();
  const database = resources.use(await makeDatabase());
  const running = new Map<string, RunningAgency>();
  for (const subgraph of agencies) running.set(subgraph.name, await startAgency(subgraph, database.url, { resources }));
  await prepare(running);
  for (const agency of running.values()) agency.statements.length = 0;
  const urls = Object.fromEntries([...running].map(([name, { url }]) => [name, `${url}/graphql`]));
  const gateway = resources.use(
    await startGateway({ urls, port: 0, timeoutMs, logLevel: 'silent', startPlanningThread: startKeptThread }),
  );
  return {
    url: gateway.url,
    agencies: running,
    ask: (query, variables = {}) => ask(`${gateway.url}/graphql`, query, variables),
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
}

/** What ends with a test, and whom an agency answers in it. */
export interface AgencyPlace {
  readonly resources: AsyncDisposableStack;
  /** @default none: everybody on this machine, as anonymous */
  readonly gatewayKeys?: readonly KeyObject[];
  /** Whether its server leases the state of its store. @default false: it asks at each request */
  readonly isLeasing?: boolean;
  /** Where its server reads, by the URL of the database. @default there */
  readonly readAt?: (url: string) => string;
  /** Where it hears of changes. @default at the database itself */
  readonly listenAt?: (url: string) => string;
}

/** Starts the server of one agency over an empty store of its own in a database. */
export async function startAgency(
  subgraph: Subgraph,
  databaseUrl: string,
  { resources, gatewayKeys = [], isLeasing = false, readAt = there, listenAt = there }: AgencyPlace,
): Promise<RunningAgency> {
  const { databaseSchema: schema } = subgraph;
  const [statements, requests]: [string[], string[]] = [[], []];
  const store = openStore({ url: databaseUrl, schema });
  resources.defer(store.close);
  // A copy of a database that was filled before has it.
  await store.sql`create schema if not exists ${store.sql(schema)}`;
  const changedUrl = await createReader(databaseUrl, store, { schema, resources });
  const readerUrl = readAt(changedUrl);
  const database = openStore({ url: readerUrl, schema, onStatement: (text) => statements.push(text) });
  resources.defer(database.close);
  const of = { subgraph, database, gatewayKeys, listenUrl: isLeasing ? listenAt(changedUrl) : null };
  let server = await serve(of, 0, requests);
  const { url } = server;
  resources.defer(() => server.app.close());
  return {
    subgraph,
    store,
    readerUrl,
    statements,
    requests,
    url,
    stopServer: () => server.app.close(),
    startServer: async () => {
      server = await serve(of, Number(new URL(url).port), requests);
    },
    hideTables: () => renameSchema(store, schema, `${schema}_hidden`),
    showTables: () => renameSchema(store, `${schema}_hidden`, schema),
  };
}

const there = (url: string) => url;

type ServerOptions = Omit<Parameters<typeof createSubgraphServer>[0], 'logLevel'>;

/** Starts a server, which adds the path of each request to a list. */
async function serve(options: ServerOptions, port: number, requests: string[]) {
  const app = await createSubgraphServer({ ...options, logLevel: 'silent' });
  app.addHook('onRequest', ({ url }, _, done) => {
    requests.push(url);
    done();
  });
  return { app, url: await app.listen({ port, host: '127.0.0.1' }) };
}

async function renameSchema({ sql }: StoreDatabase, from: string, to: string): Promise<void> {
  await sql`alter schema ${sql(from)} rename to ${sql(to)}`;
}

/** Makes the tables and a role that may read what is served of them; roles belong to the whole server, and end with the test. */
async function createReader(
  databaseUrl: string,
  store: StoreDatabase,
  { schema, resources }: { readonly schema: string; readonly resources: AsyncDisposableStack },
): Promise<string> {
  const url = new URL(databaseUrl);
  url.username = `${url.pathname.slice(1)}_${schema}`;
  url.password = 'reader';
  const role = store.sql(url.username);
  await store.sql`drop role if exists ${role}`;
  await store.sql`create role ${role} login password 'reader'`;
  resources.defer(async () => {
    await store.sql`drop owned by ${role}`;
    await store.sql`drop role ${role}`;
  });
  await migrateStore(store.sql, schema, url.username);
  return url.href;
}

async function ask(url: string, query: string, variables: Readonly<Record<string, unknown>>): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  // A GraphQL server answers in this form; a test that gets another fails where it reads it.
  return (await response.json()) as Answer;
}
