import { openStore } from '@boroughgraph/kit/store/database.ts';
import { migrateStore } from '@boroughgraph/kit/store/migrate.ts';
import postgres from 'postgres';
import { inject } from 'vitest';
// Declares what the global setup provides.
import type {} from './postgres.ts';
import { agencies } from './all-agencies.ts';
import { createNamedDatabase } from './named-database.ts';
import { furtherManifestPath, loadPublishedFiles, type ManifestEntry } from './published-manifest.ts';
import { type RunningSystem, startRunningSystem } from './running-system.ts';
import { createDatabaseOn, type TestDatabase } from './server-database.ts';

/** Any number that nothing else locks on the server: it keeps a second test file from loading the same files. */
const loadingLock = 5_230_417;

/** Of the files at hand, one has no row about London, so that nothing of it is loaded. */
const empty = 'fingertips';

/**
 * Files that hold figures of two datasets and that the manifest loads for one of them. Open cases of the country stand beside its
 * receipts and disposals, and belong to the dataset that has them by court.
 */
const loadedTwice: readonly ManifestEntry[] = [
  {
    agency: 'criminal-justice',
    dataset: 'crown-court-open-cases',
    file: 'criminal-justice/derived-ccsq-2025q4/gold_backlog_trajectory.csv',
    publishedAt: '2026-03-26',
  },
];

/**
 * Starts the system over the published files of both manifests. They are loaded once for all the tests of a run: each system has
 * a copy of its own.
 *
 * @throws when a file is not loaded whole, or is not at hand.
 */
export async function startPublishedSystem(): Promise<RunningSystem> {
  return startRunningSystem(() => Promise.resolve(), 60_000, createPublishedDatabase);
}

/**
 * A database with the published files of both manifests.
 *
 * @throws when a file is not loaded whole, or is not at hand.
 */
export async function createPublishedDatabase(): Promise<TestDatabase> {
  const server = inject('databaseUrl');
  const template = inject('publishedDatabase');
  await loadOnce(server, template);
  return createDatabaseOn(server, template);
}

async function loadOnce(server: string, template: string): Promise<void> {
  const sql = postgres(server, { max: 1, onnotice: () => undefined });
  try {
    await sql`select pg_advisory_lock(${loadingLock})`;
    const [found] = await sql`select 1 from pg_database where datname = ${template}`;
    if (found === undefined) await loadInto(server, template);
  } finally {
    // The lock goes with the connection.
    await sql.end({ timeout: 1 });
  }
}

/** Fills a database and gives it its name only then: one that a failed load leaves behind is nobody's template. */
async function loadInto(server: string, template: string): Promise<void> {
  const filling = `${template}_filling`;
  const url = await createNamedDatabase(server, filling);
  await loadStores(url);
  const sql = postgres(server, { max: 1 });
  await sql.unsafe(`alter database ${filling} rename to ${template}`);
  await sql.end({ timeout: 1 });
}

async function loadStores(url: string): Promise<void> {
  await using resources = new AsyncDisposableStack();
  const stores = agencies.map((subgraph) => ({ subgraph, store: openStore({ url, schema: subgraph.databaseSchema }) }));
  for (const { store } of stores) resources.defer(store.close);
  for (const { subgraph, store } of stores) {
    await store.sql`create schema ${store.sql(subgraph.databaseSchema)}`;
    await migrateStore(store.sql, subgraph.databaseSchema);
  }
  const byName = new Map(stores.map((one) => [one.subgraph.name, one]));
  const further = furtherManifestPath === null ? [] : [furtherManifestPath];
  const reports = await loadPublishedFiles(byName, further, loadedTwice);
  const odd = reports.filter(
    (one) => one.outcome !== (one.dataset === empty ? 'empty' : 'loaded') || one.rowsRejected > 0,
  );
  if (odd.length > 0)
    throw new Error(`not loaded whole: ${odd.map(({ dataset, file }) => `${dataset} ${file}`).join()}`);
}
