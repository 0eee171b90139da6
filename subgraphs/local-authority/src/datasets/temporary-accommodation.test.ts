import { describe, expect, it } from 'vitest';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { cellsOf, readPublished, readText, refusalOf } from '@boroughgraph/test/support/read-text.ts';
import { dataset } from './temporary-accommodation.ts';

/** What stands above each position that is served. */
const said: Readonly<Record<number, string>> = {
  4: 'Total number of households in TA',
  5: 'Number of households in area5  (000s)',
  6: 'Total number of households in TA per (000s)',
  7: 'Total number of households in TA with children',
  8: 'Total number of children in TA',
  10: 'Bed and breakfast hotels',
  11: 'Total with children',
  12: 'Total with children and resident more than 6 weeks6',
  16: 'Nightly paid',
  17: 'Total  with children',
  19: 'Hostels',
  20: 'Total with children',
  22: 'Private sector',
  23: 'Total with children',
  25: 'LA/HA stock',
  26: 'Total with children',
  28: 'Any other type',
  29: 'Total with children',
  31: 'In TA in another local authority district 8',
};
const row = (cells: Readonly<Record<number, string | number>>) =>
  Array.from({ length: 35 }, (_, position) => String(cells[position] ?? '')).join(',');
const sheet = (...rows: readonly string[]) =>
  [row({ 0: '"Table TA1\nEngland, 30 June 2025"' }), row(said), ...rows, ''].join('\n');

const figures = {
  4: 400,
  5: 100,
  6: 4,
  7: 250,
  8: 500,
  10: 90,
  11: 20,
  12: 7,
  16: 200,
  17: 150,
  19: 50,
  20: 30,
  22: 30,
  23: 25,
  25: 20,
  26: 15,
  28: 10,
  29: 10,
  31: 120,
};
const england = row({ 0: 'E92000001', 1: 'ENGLAND', ...figures });
const hackney = (more: Readonly<Record<number, string | number>> = {}) =>
  row({ 0: 'E09000012', 1: 'Hackney', ...figures, ...more });
const cellsIn = (line: string) =>
  Object.fromEntries(
    Object.entries(
      cellsOf(readText({ dataset, text: sheet(england, line) }).draft, (series) => series.includes('E09000012')),
    ).map(([series, cell]) => [series.replace(' E09000012', ''), cell.replace('S2025-06-30 ', '')]),
  );

describe('households in temporary accommodation', () => {
  it('are read by position on the day of the title, by kind and with children', () => {
    const kind = (name: string, all: string, withChildren: string) => ({
      [`households-in-temporary-accommodation kind=${name}`]: all,
      [`households-in-temporary-accommodation household=with-children;kind=${name}`]: withChildren,
    });
    expect(cellsIn(hackney())).toEqual({
      'households-in-temporary-accommodation': '400',
      'households-in-temporary-accommodation household=with-children': '250',
      'households-in-temporary-accommodation-rate': '4',
      'children-in-temporary-accommodation': '500',
      'families-in-bed-and-breakfast-over-six-weeks': '7',
      'households-placed-in-another-district': '120',
      ...kind('bed-and-breakfast', '90', '20'),
      ...kind('nightly-paid-self-contained', '200', '150'),
      ...kind('hostels', '50', '30'),
      ...kind('leased-from-private-owners', '30', '25'),
      ...kind('local-authority-or-housing-association-stock', '20', '15'),
      ...kind('other', '10', '10'),
    });
  });

  it('withhold another kind where the publisher withholds the families in hotels, which would follow', () => {
    const cells = cellsIn(hackney({ 10: 2, 11: '-', 12: '-' }));
    // 250 with children less 30, 25, 15 and 10 are 170 in hotels and by the night together.
    const withheld = Object.entries(cells).filter(([, cell]) => cell === 'CONFIDENTIAL');
    expect(withheld.map(([series]) => series).toSorted()).toEqual([
      'families-in-bed-and-breakfast-over-six-weeks',
      'households-in-temporary-accommodation household=with-children;kind=bed-and-breakfast',
      'households-in-temporary-accommodation household=with-children;kind=nightly-paid-self-contained',
    ]);
  });

  it('of an authority without data are not available, its rate neither', () => {
    const missing = Object.fromEntries(
      Object.keys(figures).map((position) => [position, position === '5' ? 100 : '..']),
    );
    expect(new Set(Object.values(cellsIn(hackney(missing))))).toEqual(new Set(['NOT_AVAILABLE']));
  });

  it('are refused in a sheet without its day, or with another column', () => {
    expect(refusalOf({ dataset, text: sheet(england).replace('30 June 2025', 'June') })).toContain(
      'in its title of when',
    );
    expect(refusalOf({ dataset, text: sheet(england).replace('Hostels', 'Hotels') })).toContain('column 20');
  });
});

const path = 'local-authority/mhclg-homelessness-2025-04-to-06-TA1.csv';

describe.skipIf(publishedFile(path) === null)('the published sheet of 30 June 2025', () => {
  it('lets no family in a hotel follow that it withholds, in five boroughs', async () => {
    const { draft, rowsLoaded, rejected } = await readPublished(dataset, path);
    expect([rowsLoaded, rejected]).toEqual([35, []]);
    const cells = cellsOf(draft);
    expect(cells['households-in-temporary-accommodation E09000025']).toBe('S2025-06-30 7136');
    const withheld = Object.entries(cells).filter(
      ([series, cell]) => series.includes('with-children;') && cell.endsWith('CONFIDENTIAL'),
    );
    expect(withheld).toHaveLength(10);
  });
});
