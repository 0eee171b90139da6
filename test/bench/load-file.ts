import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { loadFile } from '@boroughgraph/kit/import/load-file.ts';
import { openStore, type StoreDatabase } from '@boroughgraph/kit/store/database.ts';
import { migrateStore } from '@boroughgraph/kit/store/migrate.ts';
import { subgraph as policing } from '@boroughgraph/policing/subgraph.ts';
import postgres from 'postgres';
import { publishedFile } from '../support/published-files.ts';

/*
 * How long the loader takes for the largest table of recorded crime, from opening the file to the commit, against COPY of
 * the same observations, one row each, into a plain table with the same key. `DATABASE_URL` names a database whose user
 * may create schemas; the schema `load_bench` in it is made anew. Prints milliseconds a round, and the medians.
 */

const schema = 'load_bench';
const file = publishedFile('policing/mps-borough-level-crime-historical-201004-202107.csv');
const databaseUrl = process.env['DATABASE_URL'];
if (databaseUrl === undefined)
  throw new Error('DATABASE_URL is missing: expected one like postgres://user:password@localhost:5433/postgres');
if (file === null) throw new Error('the published files are not at hand: set BOROUGHGRAPH_FILES to their folder');

const admin = postgres(databaseUrl, { max: 1, onnotice: () => undefined });

async function withFreshStore<T>(measure: (store: StoreDatabase) => Promise<T>): Promise<T> {
  await admin.unsafe(`drop schema if exists ${schema} cascade; create schema ${schema}`);
  await migrateStore(admin, schema);
  const store = openStore({ url: databaseUrl ?? '', schema });
  try {
    await store.sql`select 1`;
    return await measure(store);
  } finally {
    await store.close();
  }
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

function loadOnce(store: StoreDatabase): Promise<number> {
  const { datasets } = policing;
  return milliseconds(() =>
    loadFile({
      sql: store.sql,
      datasets,
      dataset: 'mps-recorded-crime-borough',
      file: file ?? '',
      publishedAt: '2021-08-15',
    }),
  );
}

/** Lines in one write: large enough that writes cost nothing beside the rows. */
const linesInWrite = 5_000;
let observations = 0;

/** The observations of the file itself, without the sums that the loader makes of them, as text for COPY in the order of the file. */
async function plainLines(store: StoreDatabase): Promise<readonly string[]> {
  await loadOnce(store);
  const rows = await store.sql<
    { place: string; dimension_key: string; period_id: string; value: number; status: string }[]
  >`
    select place, dimension_key, period_id, value, status from observation where dimension_key like 'offence=%' order by dimension_key, place, ordinal`;
  const texts = rows.map(
    (row) => `1\trecorded-crime ${row.dimension_key}\t${row.place}\t${row.period_id}\t${row.value}\t${row.status}\n`,
  );
  observations = texts.length;
  return Array.from({ length: Math.ceil(texts.length / linesInWrite) }, (_, index) =>
    texts.slice(index * linesInWrite, (index + 1) * linesInWrite).join(''),
  );
}

async function copyOnce(store: StoreDatabase, lines: readonly string[]): Promise<number> {
  await store.sql.unsafe(`drop table if exists plain;
    create table plain (release integer, indicator text, area text, period text, value double precision, status text, primary key (release, indicator, area, period))`);
  return milliseconds(() =>
    store.sql.begin(async (transaction) => {
      const stream = await transaction.unsafe('copy plain from stdin').writable();
      await pipeline(Readable.from(lines.values()), stream);
    }),
  );
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const rounds = 5;
const lines = await withFreshStore(plainLines);
const loads: number[] = [];
const copies: number[] = [];
for (let round = 1; round <= rounds; round += 1) {
  loads.push(await withFreshStore(loadOnce));
  copies.push(await withFreshStore((store) => copyOnce(store, lines)));
  console.log(
    `round ${round}: load ${loads.at(-1)?.toFixed(0) ?? ''} ms, COPY of ${observations} rows ${copies.at(-1)?.toFixed(0) ?? ''} ms`,
  );
}
const ratio = median(loads) / median(copies);
console.log(
  `median: load ${median(loads).toFixed(0)} ms, COPY ${median(copies).toFixed(0)} ms, ratio ${ratio.toFixed(2)}`,
);
await admin.unsafe(`drop schema ${schema} cascade`);
await admin.end();
