import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anonymousViewer } from '@boroughgraph/schema/wire/viewer.ts';
import { libraryVisits, libraryVisitsDataset } from '@boroughgraph/test/support/example-dataset.ts';
import { createLibraryStore, type LibraryStore } from '@boroughgraph/test/support/library-store.ts';
import type { DatasetDefinition } from '../../datasets/dataset.ts';
import { sourceFile } from '../../files/source-file.ts';
import { loadText } from '../../loading/load-file.ts';
import type { IndicatorDefinition } from '../../statistics/indicator.ts';
import { periodAt } from '../../statistics/periods.ts';
import { recallRelease } from '../recall-release.ts';
import { createReadings } from './reading.ts';
import { wantedForGood } from './store-source.ts';
import type { StoredSeries } from './stored-series.ts';

const visits = { ...libraryVisits, hasSeams: true };
const dataset: DatasetDefinition = { ...libraryVisitsDataset, indicators: [visits] };
const [hackney, camden] = ['E09000012', 'E09000007'];

let library: LibraryStore;
beforeAll(async () => {
  library = await createLibraryStore();
});
afterAll(() => library[Symbol.asyncDispose]());
beforeEach(async () => {
  await library.store.sql`delete from release`;
  await library.store.sql`update catalogue_version set version = version + 1`;
});

/** An edition that has one figure a month, from a month on: whole numbers above five, of which nothing is withheld. */
interface Edition {
  readonly publishedAt: string;
  readonly from: string;
  readonly figures: readonly number[];
  readonly borough?: string;
  readonly embargoUntil?: string;
}

async function publish({ publishedAt, from, figures, borough = 'Hackney', embargoUntil }: Edition): Promise<string> {
  const [year = 0, month = 0] = from.split('-').map(Number);
  const ids = figures.map((_, index) => {
    const at = month - 1 + index;
    return `${year + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
  // In the tidy format a file answers for the areas of which it has a row.
  const rows = figures.map((figure, index) => `library-visits,${borough},${ids[index]},${figure}`);
  const text = ['indicator,area,period,value', ...rows, ''].join('\n');
  const report = await loadText({
    sql: library.store.sql,
    datasets: [dataset],
    dataset: dataset.id,
    source: sourceFile(`${publishedAt}-${borough}.csv`, new TextEncoder().encode(text)),
    publishedAt,
    isSynthetic: false,
    confirmRevision: true,
    ...(embargoUntil === undefined ? {} : { embargoUntil }),
  });
  expect(report.outcome).toBe('loaded');
  const [row] = await library.store.sql<{ id: string }[]>`select id from release order by number desc limit 1`;
  return row?.id ?? '';
}

async function read(
  place: string = hackney,
  asPublishedOn: string | null = null,
  indicator: IndicatorDefinition = visits,
): Promise<StoredSeries | null> {
  const readings = createReadings({
    database: library.store,
    restrictedDatasets: new Set(),
    guard: (run, { signal }) => run(signal),
  });
  const { series } = readings.open(anonymousViewer, wantedForGood());
  return series.load({ indicator, place, dimensionKey: '', asPublishedOn });
}

const breaksIn = (series: StoredSeries | null) => series?.breaks().map(({ at }) => at);
const gapsIn = (series: StoredSeries | null) =>
  series?.gaps().map((gap) => gap.map((ordinal) => periodAt(visits.grid, ordinal).id).join(' '));
const flagged = (series: StoredSeries | null) =>
  series
    ?.positionsOnGrid()
    .map((position) => series.cell(position))
    .filter(({ reading }) => reading?.flags?.includes('BREAK_BEFORE') === true)
    .map(({ ordinal }) => periodAt(visits.grid, ordinal).id);

const twice = (count: number, one: number) => Array.from({ length: count }, () => one);
const oldest: Edition = { publishedAt: '2023-01-10', from: '2022-01', figures: twice(12, 100) };
/** Has seven months in common with the oldest, in which it counts a tenth more. */
const restated: Edition = { publishedAt: '2024-01-10', from: '2022-06', figures: twice(19, 110) };
/** Has twelve months in common with the one before, and the same figures there. */
const agreeing: Edition = { publishedAt: '2025-01-10', from: '2023-01', figures: twice(24, 110) };
const orders = [
  [oldest, restated, agreeing],
  [agreeing, restated, oldest],
  [restated, oldest, agreeing],
  [agreeing, oldest, restated],
];

describe('Editions of a table', () => {
  it.each(orders)(
    'break where they differ and not where they agree, in whatever order they are loaded',
    async (...all) => {
      for (const edition of all) await publish(edition);
      const series = await read();
      expect(series?.breaks()).toEqual([
        {
          at: '2022-06-01',
          kind: 'METHOD',
          // 10 of 110 is 9.1%.
          note: 'Another edition of the table begins: figures before are of the edition of 10 January 2023, later ones of that of 10 January 2024. Of the 7 periods that both have, their figures differ by 9.1% in the median.',
        },
      ]);
      expect([flagged(series), gapsIn(series)]).toEqual([['2022-06'], []]);
    },
  );

  it('break as of a day only where they were published by then', async () => {
    for (const edition of [oldest, restated]) await publish(edition);
    expect(breaksIn(await read(hackney, '2023-12-31'))).toEqual([]);
    expect(breaksIn(await read(hackney, '2024-01-10'))).toEqual(['2022-06-01']);
  });

  it('leave a gap that is told until an edition fills it', async () => {
    await publish(oldest);
    await publish({ ...agreeing, from: '2023-03' });
    const before = await read();
    expect([gapsIn(before), breaksIn(before)]).toEqual([['2023-01 2023-02'], ['2023-03-01']]);
    await publish({ ...restated, publishedAt: '2024-06-01' });
    const after = await read();
    expect([gapsIn(after), breaksIn(after)]).toEqual([[], ['2022-06-01']]);
  });

  it('meet at each place where they do there', async () => {
    await publish(oldest);
    await publish({ ...oldest, borough: 'Camden' });
    await publish(restated);
    expect([breaksIn(await read(hackney)), breaksIn(await read(camden))]).toEqual([['2022-06-01'], []]);
    // The grid is one for all places: of the year that came after, no file has Camden.
    expect(gapsIn(await read(camden))).toEqual(['2023-01 2023-12']);
  });

  it('meet no more once one of them is recalled, and not before its embargo ends', async () => {
    await publish(oldest);
    await publish({ ...restated, embargoUntil: '2999-01-01T09:30:00Z' });
    expect(breaksIn(await read())).toEqual([]);
    await library.store.sql`delete from release where embargo_until is not null`;
    const id = await publish({ ...restated, publishedAt: '2024-02-10' });
    expect(breaksIn(await read())).toEqual(['2022-06-01']);
    await recallRelease(library.store, id, 'made for a test');
    expect(breaksIn(await read())).toEqual([]);
  });

  it('are one edition where they are of one day', async () => {
    await publish(oldest);
    await publish({ publishedAt: oldest.publishedAt, from: '2023-01', figures: twice(12, 300) });
    expect(breaksIn(await read())).toEqual([]);
  });
});

describe('A change that no source dates', () => {
  /** Until March 2022 of the old way, from October 2022 on of the new one; between the two nobody knows. */
  const undated = { unsureFrom: '2022-04-01', newFrom: '2022-10-01' };
  const changed: IndicatorDefinition = {
    ...libraryVisits,
    breaks: [{ at: '2022-10-01', undated, kind: 'METHOD', note: 'Visits are counted anew.' }],
  };
  const months = (from: string, publishedAt: string): Edition => ({ publishedAt, from, figures: twice(2, 100) });
  const breaks = async () => breaksIn(await read(hackney, null, changed));

  it('is a break where what is loaded passes from the one way to the other, and moves with what is loaded between', async () => {
    await publish(months('2022-02', '2022-05-01'));
    expect(await breaks()).toEqual([]);
    await publish(months('2022-11', '2023-01-01'));
    expect(await breaks()).toEqual(['2022-11-01']);
    // June is of either way: neither February nor November may be held against it.
    await publish(months('2022-06', '2022-09-01'));
    expect(await breaks()).toEqual(['2022-06-01', '2022-11-01']);
  });

  it('is none where nothing of the old way is loaded', async () => {
    await publish(months('2022-11', '2023-01-01'));
    expect(await breaks()).toEqual([]);
  });
});
