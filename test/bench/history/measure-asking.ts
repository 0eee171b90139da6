import { openStore, type StoreDatabase } from '@boroughgraph/kit/store/database.ts';
import { createReadings, type StoreReadings } from '@boroughgraph/kit/store/reading/reading.ts';
import { anonymousViewer } from '@boroughgraph/schema/wire/viewer.ts';
import { spreadOf } from '../statistics.ts';
import { askedSeries } from './monthly-visits.ts';
import type { ProcessorMsOf } from './processor-time.ts';

/** What 32 series take, in milliseconds. */
export interface AskingMs {
  /** Right after a load of which nothing else is remembered: a version of the catalogue begins, and a release has changed. */
  readonly afterChange: number;
  /** Of a state that was asked before. */
  readonly known: number;
}

/** Months that are read of each series. */
const monthsRead = 12;
/** Questions that are measured together, and how often: in turns, since other work on a machine makes all of one time dearer. */
const asking = 25;
const rounds = 9;

/** What it takes to read the newest months of 32 series of some stores, in turns; by store, in their order. */
export async function measureAsking(
  urls: readonly string[],
  processorMsOf: ProcessorMsOf,
): Promise<readonly AskingMs[]> {
  const asked = urls.map((url) => {
    const store = openStore({ url, schema: 'visits' });
    const guard = <T>(read: (signal: AbortSignal) => Promise<T>) => read(new AbortController().signal);
    const readings = createReadings({ database: store, restrictedDatasets: new Set(), guard });
    return { store, readings, changed: [] as number[], known: [] as number[] };
  });
  for (const { store, readings } of asked)
    for (let time = 0; time < 2 * asking; time += 1) await askAnew(store, readings);
  for (let round = 0; round < rounds; round += 1)
    for (const { store, readings, changed, known } of asked) {
      let sum = 0;
      for (let time = 0; time < asking; time += 1) {
        await change(store);
        sum += await processorMsOf(() => ask(readings));
      }
      changed.push(sum / asking);
      known.push((await processorMsOf(() => repeated(() => ask(readings)))) / asking);
    }
  for (const { store, readings } of asked) {
    readings.close();
    await store.close();
  }
  return asked.map(({ changed, known }) => ({ afterChange: middle(changed), known: middle(known) }));
}

const middle = (numbers: readonly number[]) => spreadOf(numbers)?.median ?? 0;

async function repeated(work: () => Promise<void>): Promise<void> {
  for (let time = 0; time < asking; time += 1) await work();
}

async function askAnew(store: StoreDatabase, readings: StoreReadings): Promise<void> {
  await change(store);
  await ask(readings);
}

async function change({ sql }: StoreDatabase): Promise<void> {
  await sql`update catalogue_version set version = version + 1`;
  await sql`update release set source_name = source_name where number = (select max(number) from release)`;
}

async function ask(readings: StoreReadings): Promise<void> {
  const reading = readings.open(
    anonymousViewer,
    { signal: new AbortController().signal, storeMs: 60_000 },
    { onState: () => undefined },
  );
  for (const series of await reading.series.loadMany(askedSeries)) {
    if (series === null || series instanceof Error) throw new Error('a series was not found', { cause: series });
    for (let back = 1; back <= monthsRead; back += 1) series.cell(series.length - back);
  }
}
