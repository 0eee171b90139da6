import { describe, expect, it } from 'vitest';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { cellsOf, outcomeOf, readPublished, readText, refusalOf } from '@boroughgraph/test/support/read-text.ts';
import { dataset } from './deprivation.ts';

const decile = 'Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs)';
const headings = [
  'geography code',
  'LSOA name (2011)',
  'Local Authority District code (2019)',
  'Local Authority District name (2019)',
  decile,
  'Income Decile (where 1 is most deprived 10% of LSOAs)',
];
const file = (...rows: readonly string[]) => [headings.join(','), ...rows, ''].join('\n');
const lsoa = (code: string, name: string, ofDecile: number | string) =>
  `${code},${name},E09000012,Hackney,${ofDecile},1`;
const rows = [
  lsoa('E01000001', 'Hackney 001A', 1),
  lsoa('E01000002', 'Hackney 001B', 3),
  lsoa('E01000003', 'Hackney 002A', 10),
  lsoa('E01000004', 'Hackney 002B', 1),
];

describe('the index of multiple deprivation', () => {
  it('gives the share of small areas in the first decile, and stores no small area', () => {
    const { draft } = readText({ dataset, text: file(...rows) });
    // 2 of 4.
    expect(cellsOf(draft)).toEqual({ 'most-deprived-tenth E09000012': 'CY2019 50' });
    const [series] = draft.series.values();
    expect([...(series?.readings.values() ?? [])]).toMatchObject([{ numerator: 2, denominator: 4 }]);
    expect([draft.series.size, draft.facts.size]).toEqual([1, 0]);
    expect(draft.notices).toEqual([expect.stringMatching(/^no LSOA of City of London, Barking and Dagenham/)]);
  });

  it('leaves out districts outside London', () => {
    const elsewhere = 'E01011229,Leeds 111B,E08000035,Leeds,1,1';
    expect(outcomeOf(readText({ dataset, text: file(...rows, elsewhere) }))).toMatchObject({
      rowsLoaded: 4,
      leftOut: { 'outside London': 1 },
    });
  });

  it('works out no share of what is left when rows are rejected', () => {
    const bad = [
      lsoa('E01000001', 'Hackney 001A', 1),
      lsoa('E01000005', 'Hackney 003A', 11),
      lsoa('E01000006', 'Barnet 003A', 1),
      lsoa('E02000007', 'Hackney 003C', 1),
      lsoa('E01000008', 'Hackney 003D', 1).replace('E09000012', 'E09000003'),
    ];
    const { draft, rejected } = readText({ dataset, text: file(...rows, ...bad) });
    expect(rejected.map(({ line, column }) => `${line} ${column ?? ''}`)).toEqual([
      '6 geography code',
      `7 ${decile}`,
      '8 LSOA name (2011)',
      '9 geography code',
      '10 Local Authority District name (2019)',
    ]);
    expect(cellsOf(draft)).toEqual({});
    expect(draft.notices).toEqual([
      'no share is worked out, because rows were rejected: a share of the others would be wrong',
    ]);
  });

  it('tells its edition by its headings', () => {
    const later = file(...rows)
      .replaceAll('(2019)', '(2024)')
      .replace('(2011)', '(2021)');
    expect(cellsOf(readText({ dataset, text: later }).draft)).toEqual({ 'most-deprived-tenth E09000012': 'CY2025 50' });
  });

  it('is refused where headings, or headings and name, are of two editions', () => {
    const mixed = file(...rows).replace('code (2019)', 'code (2013)');
    expect(refusalOf({ dataset, text: mixed })).toContain('headings of more than one edition');
    expect(refusalOf({ dataset, text: file(...rows), name: 'imd2015.csv' })).toBe(
      'imd2015.csv is of 2015 by its name and of 2019 by its headings: check which of the two is right',
    );
    expect(refusalOf({ dataset, text: file(...rows), name: 'imd2019-london.csv' })).toBeNull();
  });
});

const path = 'local-authority/imd2019-london-lsoa.csv';

describe.skipIf(publishedFile(path) === null)('the published index of 2019', () => {
  it('has 4,835 small areas in 33 boroughs, 16 of the 144 in Hackney in the first decile', async () => {
    const { draft, ...read } = await readPublished(dataset, path);
    expect([read.rowsRead, read.rowsLoaded, read.rejected, draft.notices]).toEqual([4835, 4835, [], []]);
    const cells = [...draft.series.values()].map(({ place, readings }) => [place, [...readings.values()][0]] as const);
    expect(new Map(cells).get('E09000012')).toMatchObject({ numerator: 16, denominator: 144 });
    expect(cells.reduce((sum, [, cell]) => sum + (cell?.denominator ?? 0), 0)).toBe(4835);
  });
});

const later = 'local-authority/iod2025-london-lsoa.csv';

describe.skipIf(publishedFile(later) === null)('the published index of 2025', () => {
  it('has 4,994 small areas of the census of 2021, none of the 115 in Richmond upon Thames in the first decile', async () => {
    const { draft, rowsLoaded, rejected } = await readPublished(dataset, later);
    expect([rowsLoaded, rejected, draft.notices]).toEqual([4994, [], []]);
    const shares = new Map([...draft.series.values()].map(({ place, readings }) => [place, [...readings.values()][0]]));
    expect(shares.get('E09000012')).toMatchObject({ numerator: 24, denominator: 149 });
    expect(shares.get('E09000027')).toMatchObject({ value: 0, status: 'PUBLISHED', numerator: 0, denominator: 115 });
  });
});
