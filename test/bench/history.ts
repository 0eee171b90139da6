import { parseArgs } from 'node:util';
import { loadText } from '@boroughgraph/kit/loading/load-file.ts';
import { openStore, type StoreDatabase } from '@boroughgraph/kit/store/database.ts';
import { migrateStore } from '@boroughgraph/kit/store/migrate.ts';
import { createReadings } from '@boroughgraph/kit/store/reading/reading.ts';
import { anonymousViewer } from '@boroughgraph/schema/wire/viewer.ts';
import { holdPostgres } from '../support/held-postgres.ts';
import { createDatabaseOn } from '../support/server-database.ts';
import { findPostgres } from './find-postgres.ts';
import { readUse } from './cpu.ts';
import { askedSeries, fileOfMonth, monthlyVisits } from './history/monthly-visits.ts';
import { wholeNumberOf } from './number-options.ts';
import { table } from './report-table.ts';

/*
 * What history costs: `npm run bench:history`, with `--releases 100` for fewer than 500. Monthly files that are made up are loaded one after the other,
 * under a policy that withholds small counts and under none; and 32 series are asked for when there are 50 releases and when there are
 * all, each time of a state of the store of which nothing is remembered. Processor time of this process and of PostgreSQL together.
 */

const { values: options } = parseArgs({ options: { releases: { type: 'string' } } });
const releases = wholeNumberOf('--releases', options.releases, 500);
/** Loads of which the mean is told. */
const step = Math.max(1, Math.round(releases / 5));
/** When series are asked for the first time: after a tenth. */
const few = Math.max(1, Math.round(releases / 10));
const asking = 40;
/** Months that are read of each series. */
const monthsRead = 12;

await using server = await holdPostgres();
const postgresPid = await findPostgres(server.url);
const loads: string[][] = [];
const asks: string[][] = [];
for (const policy of ['unprotected', 'protected'] as const) {
  await using database = await createDatabaseOn(server.url);
  await database.sql`create schema visits`;
  await migrateStore(database.sql, 'visits');
  const store = openStore({ url: database.url, schema: 'visits' });
  const dataset = monthlyVisits(policy);
  const means: number[] = [];
  const asked: number[] = [];
  for (let month = 0; month < releases; month += step) {
    const until = Math.min(month + step, releases);
    let sum = 0;
    for (let each = month; each < until; each += 1) {
      sum += await processorMsOf(async () => {
        const report = await loadText({
          sql: store.sql,
          datasets: [dataset],
          dataset: dataset.id,
          ...fileOfMonth(each),
        });
        if (report.outcome !== 'loaded') throw new Error(`month ${each} was not loaded: ${JSON.stringify(report)}`);
      });
      if (each + 1 === few) asked.push(await measureAsking(store));
    }
    means.push(sum / (until - month));
    console.error(`${policy}: ${until} releases, ${means.at(-1)?.toFixed(0) ?? ''} ms a load`);
  }
  asked.push(await measureAsking(store));
  await store.close();
  loads.push([policy, ...means.map((ms) => ms.toFixed(0)), (sumOf(means) / means.length).toFixed(0)]);
  asks.push([policy, ...asked.map((ms) => ms.toFixed(1)), ((asked[1] ?? 0) / (asked[0] ?? 1)).toFixed(2)]);
}
const heads = loads[0]?.slice(2).map((_, index) => `to ${Math.min((index + 1) * step, releases)}`) ?? [];
console.log(`\n${table(['ms a load', ...heads, 'mean'], loads)}`);
console.log(`\n${table(['ms for 32 series', `${few} releases`, `${releases} releases`, 'times'], asks)}`);

/** Processor time of this process and of PostgreSQL that some work takes, in milliseconds. */
async function processorMsOf(work: () => Promise<unknown>): Promise<number> {
  const [own, others] = [process.cpuUsage(), readUse(postgresPid)?.cpuMs ?? 0];
  await work();
  const { user, system } = process.cpuUsage(own);
  return (user + system) / 1000 + (readUse(postgresPid)?.cpuMs ?? 0) - others;
}

/** What it takes to read the newest months of 32 series, the mean of some times, each in a state of the store that is new. */
async function measureAsking(store: StoreDatabase): Promise<number> {
  const readings = createReadings({
    database: store,
    restrictedDatasets: new Set(),
    guard: (read) => read(new AbortController().signal),
  });
  const ask = async () => {
    const reading = readings.open(anonymousViewer, { signal: new AbortController().signal, storeMs: 60_000 });
    const found = await reading.series.loadMany(askedSeries);
    for (const series of found) {
      if (series === null || series instanceof Error) throw new Error('a series was not found', { cause: series });
      for (let back = 1; back <= monthsRead; back += 1) series.cell(series.length - back);
    }
  };
  const askAnew = async () => {
    await store.sql`update catalogue_version set version = version + 1`;
    await ask();
  };
  for (let time = 0; time < asking / 4; time += 1) await askAnew();
  const ms = await processorMsOf(async () => {
    for (let time = 0; time < asking; time += 1) await askAnew();
  });
  readings.close();
  return ms / asking;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
