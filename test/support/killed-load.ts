import { shownFigures } from './shown.ts';
import { libraryVisits, libraryVisitsDataset } from './example-dataset.ts';
import { writeMadeUpRelease } from './made-up-release.ts';
import type { FinishedRelease } from '@boroughgraph/kit/inside/loading/finish-release.ts';
import { sourceFile } from '@boroughgraph/kit/files/source-file.ts';
import { openStore } from '@boroughgraph/kit/store/database.ts';
import type { UnnumberedSeries } from '@boroughgraph/kit/inside/store/stored-reading.ts';

/*
 * A process that loads a release into the database of its argument, stops half-way through its series and says so to its
 * parent, which kills it there.
 */

const one: UnnumberedSeries = {
  indicatorId: libraryVisits.id,
  place: '',
  dimensionKey: '',
  values: shownFigures(Array.from({ length: 200 }, (_, index) => index)),
  statuses: null,
  flags: null,
  numerators: null,
  denominators: null,
  lowers: null,
  uppers: null,
  denominatorPeriodIds: null,
  denominatorSource: null,
  coverages: null,
};

/** Enough series that megabytes of them are on their way to the database. */
const seriesUntilStop = 20_000;

function* endlessSeries(): Generator<UnnumberedSeries> {
  for (let index = 0; index < seriesUntilStop; index += 1) yield { ...one, place: `place-${index}` };
  process.send?.('half-way');
  // Blocks this thread: nothing more is sent and nothing is closed until the process is killed.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

const finished: FinishedRelease = {
  coverage: [
    { indicator: libraryVisits, firstOrdinal: 0, periodIds: Array.from({ length: 200 }, (_, index) => String(index)) },
  ],
  series: Object.assign([], { [Symbol.iterator]: endlessSeries }),
  facts: [],
  observationCount: 0,
  latestPeriodEnd: '2030-01-31',
};

const store = openStore({ url: process.argv[2] ?? '', schema: 'library' });
await writeMadeUpRelease(store.sql, {
  dataset: libraryVisitsDataset,
  source: sourceFile('killed.csv', new TextEncoder().encode('killed')),
  publishedAt: '2030-01-31',
  isSynthetic: false,
  finished,
});
