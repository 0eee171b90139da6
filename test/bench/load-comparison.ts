import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { loadFile } from '@boroughgraph/kit/loading/load-file.ts';
import { openStore, type StoreDatabase } from '@boroughgraph/kit/store/database.ts';
import { migrateStore } from '@boroughgraph/kit/store/migrate.ts';
import { subgraph as policing } from '@boroughgraph/policing/subgraph.ts';
import { createNamedDatabase, dropDatabase } from '../support/named-database.ts';
import { publishedFile } from '../support/published-files.ts';
import { millisecondsOf } from './elapsed.ts';
import { projectFile } from './processes.ts';

/** A published table of recorded crime. */
export interface CrimeFile {
  readonly dataset: string;
  /** Named from the folder of published files. */
  readonly name: string;
  readonly publishedAt: string;
}

/** The largest published tables by their observations, the largest first. */
export const largestFiles: readonly CrimeFile[] = [
  {
    dataset: 'mps-recorded-crime-ward',
    name: 'policing/mps-ward-level-crime-recent-202304-202503.csv',
    publishedAt: '2025-04-15',
  },
  {
    dataset: 'mps-recorded-crime-borough',
    name: 'policing/mps-borough-level-crime-historical-201004-202107.csv',
    publishedAt: '2021-08-15',
  },
];

/** How long each way to load one file took in one round, in milliseconds. */
export interface LoadTimes {
  /** The loader alone, from opening the file to the commit. */
  readonly loaderMs: number;
  /** COPY of the same observations, one row each, into a plain table with the same key. */
  readonly copyMs: number;
  /** The command, with the start of its process and what it makes ready; null where it was not asked for. */
  readonly commandMs: number | null;
}

/** Where and how loads are compared. */
export interface LoadComparison {
  /** A server whose user may create databases and roles. */
  readonly serverUrl: string;
  readonly file: CrimeFile;
  readonly rounds: number;
  readonly withCommand: boolean;
  readonly onRound?: (times: LoadTimes) => void;
}

const database = 'boroughgraph_load_bench';
/** Lines in one write: large enough that writes cost nothing beside the rows. */
const linesInWrite = 5_000;

/**
 * Compares ways to load one file, each into tables that are made anew, in a database of its own that is dropped at the end.
 *
 * `observations` are those that the file itself has, without the sums that the loader makes of them.
 *
 * @throws when the published files are not at hand.
 */
export async function compareLoads(
  request: LoadComparison,
): Promise<{ readonly observations: number; readonly rounds: readonly LoadTimes[] }> {
  const { serverUrl, file, withCommand, onRound } = request;
  const path = publishedFile(file.name);
  if (path === null) throw new Error('the published files are not at hand: set BOROUGHGRAPH_FILES to their folder');
  try {
    const lines = await inFreshStore(serverUrl, (store) => plainLines(store, file, path));
    const rounds: LoadTimes[] = [];
    for (let round = 0; round < request.rounds; round += 1) {
      const times = {
        loaderMs: await inFreshStore(serverUrl, (store) => load(store, file, path)),
        copyMs: await inFreshStore(serverUrl, (store) => copy(store, lines.texts)),
        commandMs: withCommand ? await runCommand(await createNamedDatabase(serverUrl, database), file, path) : null,
      };
      rounds.push(times);
      onRound?.(times);
    }
    return { observations: lines.count, rounds };
  } finally {
    await dropDatabase(serverUrl, database);
  }
}

async function inFreshStore<T>(serverUrl: string, work: (store: StoreDatabase) => Promise<T>): Promise<T> {
  const url = await createNamedDatabase(serverUrl, database);
  const store = openStore({ url, schema: policing.databaseSchema });
  try {
    await store.sql`create schema ${store.sql(policing.databaseSchema)}`;
    await migrateStore(store.sql, policing.databaseSchema);
    return await work(store);
  } finally {
    await store.close();
  }
}

function load({ sql }: StoreDatabase, { dataset, publishedAt }: CrimeFile, file: string): Promise<number> {
  const { datasets } = policing;
  return millisecondsOf(async () => {
    const report = await loadFile({ sql, datasets, dataset, file, publishedAt });
    // A refusal would be faster than any load.
    if (report.outcome !== 'loaded') throw new Error(`${file} was not loaded: ${report.outcome}`);
  });
}

/** The observations of the file as text for COPY, in the order of the file. */
async function plainLines(store: StoreDatabase, file: CrimeFile, path: string) {
  await load(store, file, path);
  const rows = await store.sql.begin(async (transaction) => {
    // Nobody waits for it as for a request.
    await transaction`set local statement_timeout = 0`;
    return transaction<{ place: string; dimension_key: string; period_id: string; value: number; status: string }[]>`
      select place, dimension_key, period_id, value, status from observation where dimension_key like 'offence=%' order by dimension_key, place, ordinal`;
  });
  const all = rows.map(
    (row) => `1\trecorded-crime ${row.dimension_key}\t${row.place}\t${row.period_id}\t${row.value}\t${row.status}\n`,
  );
  const texts = Array.from({ length: Math.ceil(all.length / linesInWrite) }, (_, index) =>
    all.slice(index * linesInWrite, (index + 1) * linesInWrite).join(''),
  );
  return { count: all.length, texts };
}

async function copy(store: StoreDatabase, lines: readonly string[]): Promise<number> {
  await store.sql.unsafe(
    'create table plain (release integer, indicator text, area text, period text, value double precision, status text, primary key (release, indicator, area, period))',
  );
  return millisecondsOf(() =>
    store.sql.begin(async (transaction) => {
      const stream = await transaction.unsafe('copy plain from stdin').writable();
      await pipeline(Readable.from(lines.values()), stream);
    }),
  );
}

/** What `npm run load` runs. */
async function runCommand(url: string, { dataset, publishedAt }: CrimeFile, file: string): Promise<number> {
  const words = ['load', 'policing', dataset, file, '--published-at', publishedAt];
  return millisecondsOf(async () => {
    const child = spawn(process.execPath, [projectFile('system/src/main.ts'), ...words], {
      env: { ...process.env, DATABASE_URL: url },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const ended: unknown[] = await once(child, 'exit');
    if (ended[0] !== 0) throw new Error(`npm run load -- ${words.slice(1).join(' ')} ended with ${String(ended[0])}`);
  });
}
