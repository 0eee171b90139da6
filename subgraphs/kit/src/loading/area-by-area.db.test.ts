import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { anonymousViewer } from '@boroughgraph/schema/wire/viewer.ts';
import { libraryVisits, libraryVisitsDataset } from '@boroughgraph/test/support/example-dataset.ts';
import { createLibraryStore, type LibraryStore } from '@boroughgraph/test/support/library-store.ts';
import { boroughs } from '../geography/areas.ts';
import { periodAt } from '../statistics/periods.ts';
import { readCatalogue } from '../store/read-catalogue.ts';
import { createReadings } from '../store/reading/reading.ts';
import { wantedForGood } from '../store/reading/store-source.ts';
import { recallRelease } from '../store/recall-release.ts';
import { loadText } from './load-file.ts';
import type { LoadReport } from './report.ts';
import { sourceFile } from '../files/source-file.ts';

const [camden, hackney, london] = ['E09000007', 'E09000012', 'E12000007'] as const;

let library: LibraryStore;
const stores: LibraryStore[] = [];
beforeEach(async () => {
  library = await createLibraryStore();
  stores.push(library);
});
afterAll(() => Promise.all(stores.map((store) => store[Symbol.asyncDispose]())));

/** Loads a tidy file of visits, each row an area, a month and a value. */
function load(
  publishedAt: string,
  rows: readonly string[],
  more: Partial<Parameters<typeof loadText>[0]> = {},
): Promise<LoadReport> {
  const text = ['indicator,area,period,value', ...rows.map((row) => `library-visits,${row}`), ''].join('\n');
  return loadText({
    sql: library.store.sql,
    datasets: [libraryVisitsDataset],
    dataset: 'library-visits',
    source: sourceFile('tidy.csv', new TextEncoder().encode(text)),
    publishedAt,
    ...more,
  });
}

/** The figures of a place, each with the day of its release: `2024-01 10 (2024-02-01)`. */
async function figures(place: string | undefined, asPublishedOn: string | null = null): Promise<readonly string[]> {
  const readings = createReadings({
    database: library.store,
    restrictedDatasets: new Set(),
    guard: (read) => read(new AbortController().signal),
  });
  const reading = readings.open(anonymousViewer, wantedForGood());
  const series = await reading.series.load({
    indicator: libraryVisits,
    place: place ?? '',
    dimensionKey: '',
    asPublishedOn,
  });
  return Array.from({ length: series?.length ?? 0 }, (_, position) => series?.cell(position)).map((cell) => {
    const { ordinal = 0, reading: found, from } = cell ?? {};
    const day = from === null || from === undefined ? 'no release' : from.release.publishedAt;
    return `${periodAt(libraryVisits.grid, ordinal).id} ${String(found?.value ?? found?.status ?? 'nothing')} (${day})`;
  });
}

const visits = (place: string | undefined, value: number | string, month = '2024-01') =>
  `${place ?? ''},${month},${String(value)}`;

describe('Boroughs that deliver one by one', () => {
  it('answer each with its own release, and as of a day with those of then', async () => {
    await load('2024-02-01', [visits(camden, 10), visits(camden, 11, '2024-02')]);
    await load('2024-02-02', [visits(hackney, 20)]);
    expect(await figures(camden)).toEqual(['2024-01 10 (2024-02-01)', '2024-02 11 (2024-02-01)']);
    // Of a month that no file of the borough covers there is nothing, in no release.
    expect(await figures(hackney)).toEqual(['2024-01 20 (2024-02-02)', '2024-02 nothing (no release)']);
    expect(await figures(hackney, '2024-02-01')).toEqual([
      '2024-01 nothing (no release)',
      '2024-02 nothing (no release)',
    ]);
  });

  it('replace what they gave before, which is marked, and leave the others', async () => {
    await load('2024-02-01', [visits(camden, 10), visits(hackney, 20)]);
    const report = await load('2024-03-01', [visits(camden, 12)]);
    expect(report.changes?.by).toMatchObject([{ added: 0, changed: [{ before: 10, now: 12 }], gone: 0 }]);
    expect([await figures(camden), await figures(hackney)]).toEqual([
      ['2024-01 12 (2024-03-01)'],
      ['2024-01 20 (2024-02-01)'],
    ]);
  });

  it('are gone from a file that replaces the whole, and the report names them', async () => {
    await load('2024-02-01', [visits(camden, 10), visits(hackney, 20)]);
    const report = await load('2024-03-01', [visits(camden, 10)], { replacesWhole: true });
    expect(report.changes?.by).toMatchObject([{ same: 1, gone: 1, gonePlaces: [hackney] }]);
    expect(await figures(hackney)).toEqual(['2024-01 nothing (2024-03-01)']);
  });

  it('come back one by one when a release is recalled', async () => {
    await load('2024-02-01', [visits(camden, 10), visits(hackney, 20)]);
    const { releaseId } = await load('2024-03-01', [visits(camden, 12), visits(london, 300)]);
    expect(await recallRelease(library.store, releaseId ?? '', 'It was wrong.')).toMatchObject({
      kind: 'recalled',
      instead: [{ periods: 1 }],
      gaps: 1,
    });
    expect([await figures(camden), await figures(london)]).toEqual([
      ['2024-01 10 (2024-02-01)'],
      ['2024-01 nothing (no release)'],
    ]);
  });

  it('wait for the end of an embargo each for itself', async () => {
    await load('2024-02-01', [visits(camden, 10), visits(hackney, 20)]);
    await load('2099-01-01', [visits(camden, 12)], { embargoUntil: '2099-01-01T09:30:00.000Z' });
    expect([await figures(camden), await figures(hackney)]).toEqual([
      ['2024-01 10 (2024-02-01)'],
      ['2024-01 20 (2024-02-01)'],
    ]);
    await library.store.sql`update release set embargo_until = now() - interval '2 minutes', published_at = '2026-01-01'
      where published_at = '2099-01-01'`;
    expect([await figures(camden), await figures(hackney)]).toEqual([
      ['2024-01 12 (2026-01-01)'],
      ['2024-01 20 (2024-02-01)'],
    ]);
  });

  it('are listed as long as a release answers for them', async () => {
    await load('2024-02-01', [visits(camden, 10)]);
    await load('2024-02-02', [visits(hackney, 20)]);
    const catalogue = await readCatalogue(library.store);
    expect(catalogue.answer(libraryVisits, null)?.releaseNumbers).toHaveLength(2);
    await load('2024-03-01', [visits(london, 300)], { replacesWhole: true, confirmRevision: true });
    expect((await readCatalogue(library.store)).answer(libraryVisits, null)?.releaseNumbers).toHaveLength(1);
  });
});

describe('What is withheld of one borough', () => {
  const others = boroughs.map(({ code }) => code).filter((code) => code !== camden);

  /** What of London and the boroughs is not shown, in all releases that a day brings together. */
  const withheldIn = async (asPublishedOn: string | null) => {
    const places = [london, ...boroughs.map(({ code }) => code)];
    const all = await Promise.all(places.map(async (place) => [place, await figures(place, asPublishedOn)] as const));
    return all.filter(([, [cell = '']]) => cell.includes('CONFIDENTIAL')).map(([place]) => place);
  };

  it('does not follow when its file comes after the total and the others', async () => {
    await load('2024-02-01', [visits(london, 323), ...others.map((code) => visits(code, 10))]);
    await load('2024-02-02', [visits(camden, 3)]);
    expect((await withheldIn(null)).length).toBeGreaterThan(1);
    expect(await withheldIn(null)).toContain(camden);
  });

  it('does not follow when the total comes last, nor from a borough that delivers again', async () => {
    await load('2024-02-01', [visits(camden, 3)]);
    const [first = '', ...rest] = others;
    await load('2024-02-02', [visits(first, 10)]);
    await load(
      '2024-02-03',
      rest.map((code) => visits(code, 10)),
    );
    await load('2024-02-04', [visits(london, 323)]);
    const withheld = await withheldIn(null);
    expect(withheld.length).toBeGreaterThan(1);
    await load('2024-02-05', [visits(first, 12)]);
    // Whoever reads the releases of all days side by side still lacks two figures of the sum.
    const onAnyDay = await Promise.all(['2024-02-04', '2024-02-05', null].map(withheldIn));
    const alwaysWithheld = onAnyDay.reduce((some, all) => some.filter((place) => all.includes(place)));
    expect(alwaysWithheld.length).toBeGreaterThan(1);
  });
});
