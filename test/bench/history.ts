import { parseArgs } from 'node:util';
import { openStore } from '@boroughgraph/kit/store/database.ts';
import { migrateStore } from '@boroughgraph/kit/store/migrate.ts';
import { holdPostgres } from '../support/held-postgres.ts';
import { createDatabaseOn } from '../support/server-database.ts';
import { findPostgres } from './find-postgres.ts';
import { measureAsking } from './history/measure-asking.ts';
import { loadsInWindow, measureLoads } from './history/measure-loads.ts';
import { monthlyVisits } from './history/monthly-visits.ts';
import { measuringBoth } from './history/processor-time.ts';
import { wholeNumberOf } from './number-options.ts';
import { table } from './report-table.ts';
import { spreadOf } from './statistics.ts';

/*
 * What history costs: `npm run bench:history`, with `--releases 100` for fewer than 500. Monthly files that are made up are loaded one after
 * the other, under a policy that withholds small counts and under none; and 32 series are asked for of a tenth of the releases and of all.
 * Processor time of this process and of PostgreSQL together.
 *
 * A load is judged by the median of sixteen, each sixteen beside the first. Before any is measured, the same is loaded into another
 * database: a process compiles what it runs for the first dozens of loads. The mean has what the median does not: the first five
 * releases of a protected dataset are looked at together, and sixteen or more are bound at once.
 */

const { values: options } = parseArgs({ options: { releases: { type: 'string' } } });
const releases = wholeNumberOf('--releases', options.releases, 500);
/** A tenth, and further ones until as many are in no volume as of all: these are read one by one. */
const few = ((tenth) => tenth + ((releases - tenth) % loadsInWindow))(Math.max(1, Math.round(releases / 10)));
/** Loads that are not measured. */
const warming = 3 * loadsInWindow;

await using server = await holdPostgres();
const processorMsOf = measuringBoth(await findPostgres(server.url));
const loads: string[][] = [];
const asks: string[][] = [];
for (const policy of ['unprotected', 'protected'] as const) {
  const dataset = monthlyVisits(policy);
  await using warm = await createDatabase();
  await loadMonths(warm.url, 0, warming);
  await using database = await createDatabase();
  const before = await loadMonths(database.url, 0, few);
  await using early = await createDatabaseOn(server.url, new URL(database.url).pathname.slice(1));
  const took = [...before, ...(await loadMonths(database.url, few, releases))];
  const windows = Array.from({ length: Math.floor(took.length / loadsInWindow) }, (_, at) =>
    took.slice(at * loadsInWindow, (at + 1) * loadsInWindow),
  );
  const medians = windows.map((window) => spreadOf(window)?.median ?? 0);
  console.error(`${policy}, the median of each ${loadsInWindow}: ${medians.map((ms) => ms.toFixed(1)).join(' ')}`);
  const [first = 0] = medians;
  const mean = took.reduce((sum, ms) => sum + ms, 0) / took.length;
  const most = Math.max(...medians);
  loads.push([
    policy,
    ...[first, medians.at(-1) ?? 0, most].map(ms),
    (most / first).toFixed(2),
    ms(mean),
    ms(Math.max(...took)),
  ]);
  const [one, all] = await measureAsking([early.url, database.url], processorMsOf);
  if (one === undefined || all === undefined) throw new Error('nothing was asked');
  asks.push([
    `${policy}, after a change`,
    ms(one.afterChange),
    ms(all.afterChange),
    (all.afterChange / one.afterChange).toFixed(2),
  ]);
  asks.push([`${policy}, known`, ms(one.known), ms(all.known), (all.known / one.known).toFixed(2)]);

  async function loadMonths(url: string, from: number, to: number): Promise<readonly number[]> {
    const store = openStore({ url, schema: 'visits' });
    const found = await measureLoads(store, dataset, { from, to, processorMsOf });
    await store.close();
    return found;
  }
}
console.log(
  `\n${table(['ms a load', `first ${loadsInWindow}`, `last ${loadsInWindow}`, `most of ${loadsInWindow}`, 'times the first', 'mean', 'longest'], loads)}`,
);
console.log(`\n${table(['ms for 32 series', `${few} releases`, `${releases} releases`, 'times'], asks)}`);

async function createDatabase() {
  const database = await createDatabaseOn(server.url);
  await database.sql`create schema visits`;
  await migrateStore(database.sql, 'visits');
  // Nobody may be connected to a database that is copied.
  await database.sql.end();
  return database;
}

function ms(value: number): string {
  return value.toFixed(1);
}
