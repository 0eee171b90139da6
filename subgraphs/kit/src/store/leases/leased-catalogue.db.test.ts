import { afterAll, beforeAll, expect, it } from 'vitest';
import { anonymousViewer } from '@boroughgraph/schema/wire/viewer.ts';
import { libraryVisits, libraryVisitsDataset } from '@boroughgraph/test/support/example-dataset.ts';
import { beginNewState } from '@boroughgraph/test/support/new-state.ts';
import { createDatabase, type TestDatabase } from '@boroughgraph/test/support/database.ts';
import { sourceFile } from '../../files/source-file.ts';
import { loadText } from '../../loading/load-file.ts';
import { openStore, type StoreDatabase } from '../database.ts';
import { migrateStore } from '../migrate.ts';
import { createReadings, type StoreReadings } from '../reading/reading.ts';
import { wantedForGood } from '../reading/store-source.ts';
import { recallRelease } from '../recall-release.ts';
import { awaitLeases } from './await-leases.ts';

let database: TestDatabase;
/** As the owner, who loads. */
let store: StoreDatabase;
/** As a server. */
let served: StoreDatabase;
let readings: StoreReadings;
const statements: string[] = [];
const failures: unknown[] = [];
/** Sees of the store what the role of a server may. */
let readerUrl: string;

beforeAll(async () => {
  database = await createDatabase();
  await database.sql`create schema library`;
  const reader = new URL(database.url);
  const [{ name } = { name: '' }] = await database.sql<{ name: string }[]>`select current_database() as name`;
  reader.username = `${name}_leasing`;
  reader.password = 'reader';
  readerUrl = reader.href;
  await database.sql`create role ${database.sql(reader.username)} login password 'reader'`;
  await migrateStore(database.sql, 'library', reader.username);
  store = openStore({ url: database.url, schema: 'library' });
  served = openStore({ url: readerUrl, schema: 'library', onStatement: (text) => statements.push(text) });
  readings = makeReadings(readerUrl);
});
afterAll(async () => {
  readings.close();
  await served.close();
  const role = store.sql(new URL(readerUrl).username);
  await store.sql`drop owned by ${role}`;
  await store.sql`drop role ${role}`;
  await store.close();
  await database[Symbol.asyncDispose]();
});

function makeReadings(url: string): StoreReadings {
  return createReadings({
    database: served,
    restrictedDatasets: new Set(),
    guard: (read, { signal }) => read(signal),
    leasing: { url, onFailure: (error) => failures.push(error) },
  });
}

async function load(publishedAt: string, value: number): Promise<string> {
  const text = `indicator,area,period,value\n${libraryVisits.id},Hackney,2024-01,${value}\n`;
  const report = await loadText({
    sql: store.sql,
    datasets: [libraryVisitsDataset],
    dataset: libraryVisitsDataset.id,
    source: sourceFile(`visits-${publishedAt}.csv`, new TextEncoder().encode(text)),
    publishedAt,
    confirmRevision: true,
  });
  expect(report).toMatchObject({ outcome: 'loaded' });
  return report.releaseId ?? '';
}

/** The days of the releases that a request sees, and how many statements it sent. */
async function ask(of = readings): Promise<{ readonly days: readonly string[]; readonly sent: number }> {
  statements.length = 0;
  const releases = await of.open(anonymousViewer, wantedForGood()).releases();
  const days = releases.releasesOf(libraryVisitsDataset.id).map(({ publishedAt }) => publishedAt);
  return { days, sent: statements.length };
}

const lease = () => {
  if (readings.leased === null) throw new Error('nothing is leased');
  return readings.leased.lease;
};

it('A warm request sends no statement, and what is loaded and recalled is in the next', async () => {
  const first = await load('2025-01-01', 10);
  await ask();
  await lease().settleAnew();
  expect(await ask()).toEqual({ days: ['2025-01-01'], sent: 0 });
  const second = await load('2025-02-01', 20);
  expect((await ask()).days).toEqual(['2025-02-01', '2025-01-01']);
  await recallRelease(store, second, 'wrong');
  expect((await ask()).days).toEqual(['2025-01-01']);
  expect(await ask()).toEqual({ days: ['2025-01-01'], sent: 0 });
  await recallRelease(store, first, 'wrong as well');
  expect((await ask()).days).toEqual([]);
});

it('A lease ends with the next embargo, and with the clock of the database', async () => {
  await load('2025-03-01', 30);
  const [clock] = await store.sql<{ ends: string }[]>`
    select to_char((now() + interval '400 milliseconds') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as ends`;
  await store.sql`update release set embargo_until = ${clock?.ends ?? ''} where published_at = '2025-03-01'`;
  await beginNewState(store);
  await lease().settleAnew();
  expect(await ask()).toEqual({ days: [], sent: 0 });
  expect(lease().leftMs).toBeLessThan(400);
  for (;;) {
    const [{ over } = { over: false }] = await store.sql<{ over: boolean }[]>`
      select clock_timestamp() >= ${clock?.ends ?? ''}::timestamptz as over`;
    if (over) break;
  }
  expect((await ask()).days).toEqual(['2025-03-01']);
});

it('Whoever changes something waits for a holder that does not hear, and no longer than its lease lasts', async () => {
  const holder = '00000000-0000-4000-8000-000000000001';
  await store.sql`insert into state_lease values (${holder}, 0, clock_timestamp() + interval '300 milliseconds')`;
  const startedAt = performance.now();
  await awaitLeases(store.sql);
  const tookMs = performance.now() - startedAt;
  expect(tookMs).toBeGreaterThan(250);
  const [granted] = await served.sql<{ held_ms: number }[]>`select held_ms from lease_state(${holder}, 0)`;
  expect(granted?.held_ms).toBe(0);
});

it('A change by hand is heard of, and a listener that is cut off comes back', async () => {
  await ask();
  await lease().settleAnew();
  expect(lease().leftMs).toBeGreaterThan(0);
  // A lost connection is as good as a change.
  await store.sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'boroughgraph-state' and datname = current_database()`;
  while (lease().leftMs > 0) await new Promise(setImmediate);
  await lease().settleAnew();
  await lease().settleAnew();
  expect(lease().leftMs).toBeGreaterThan(0);
  await store.sql`update release set recalled_at = now(), recall_reason = 'by hand' where published_at = '2025-03-01'`;
  await awaitLeases(store.sql);
  expect((await ask()).days).toEqual([]);
});

it('Where nothing can be leased the store is asked at each request, and that is told once', async () => {
  const nowhere = new URL(readerUrl);
  nowhere.port = '1';
  const asking = makeReadings(nowhere.href);
  failures.length = 0;
  for (let request = 0; request < 3; request += 1) expect((await ask(asking)).sent).toBeGreaterThan(0);
  await asking.leased?.lease.settleAnew();
  expect(failures.length).toBeGreaterThan(0);
  asking.close();
});
