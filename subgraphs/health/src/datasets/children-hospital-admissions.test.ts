import { describe, expect, it } from 'vitest';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { cellsOf, outcomeOf, readPublished, readText } from '@boroughgraph/test/support/read-text.ts';
import { dataset } from './children-hospital-admissions.ts';

const headings = 'Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region';
const read = (...rows: readonly string[]) => readText({ dataset, text: [headings, ...rows, ''].join('\n') });

describe("children's admissions to hospital", () => {
  it('are of the financial year that ends in the year of the row, each item with its own base', () => {
    const { draft } = read(
      'HospAd0-14,Injuries,2016,Hackney,86.09,204,Inner London',
      'HospAd0-14,,2017,Hackney,69.439999999999998,204,Inner London',
      'CMH_0-17yrs,,2024,Hackney,54.59,204,Inner London',
      'HospAd0-14,,2016,England,104.8,970,NA',
    );
    expect(cellsOf(draft)).toEqual({
      'childrens-injury-admissions-rate E09000012': 'FY2015-16 86.09, FY2016-17 69.44',
      'childrens-mental-health-admissions-rate E09000012': 'FY2023-24 54.59',
      'childrens-injury-admissions-rate E92000001': 'FY2015-16 104.8',
    });
  });

  it('that are not given are not available, and never zero', () => {
    const { draft } = read(
      'HospAd0-14,,2016,City of London,-,201,Inner London',
      'HospAd0-14,,2016,London (Inner),-,987,NA',
    );
    expect(cellsOf(draft)).toEqual({
      'childrens-injury-admissions-rate E09000001': 'FY2015-16 NOT_AVAILABLE',
      'childrens-injury-admissions-rate E13000001': 'FY2015-16 NOT_AVAILABLE',
    });
  });

  it('of another item or another kind of year are refused, with the line', () => {
    const { rejected } = read(
      'HospAd0-24,,2016,Hackney,1,204,Inner London',
      'HospAd0-14,,2015/16,Hackney,1,204,Inner London',
      'HospAd0-14,,2016,Hackney,-1,204,Inner London',
    );
    expect(rejected.map(({ line, found }) => [line, found])).toEqual([
      [2, 'HospAd0-24'],
      [3, '2015/16'],
      [4, '-1'],
    ]);
  });

  it('say beside Hackney, and not elsewhere, that the City of London is in it', () => {
    const said = dataset.indicators[0]?.caveats?.filter(
      ({ text, appliesTo }) =>
        text.startsWith('The City') && appliesTo?.({ place: 'E09000012', dimensions: {} }) === true,
    );
    expect(said).toHaveLength(1);
    expect(said?.[0]?.appliesTo?.({ place: 'E09000025', dimensions: {} })).toBe(false);
  });
});

const path = 'health/dfe-lait-children-hospital-admissions-2026-04.csv';

describe.skipIf(publishedFile(path) === null)('the published extract', () => {
  it('has nine years of 33 boroughs and four wider areas', async () => {
    const read = await readPublished(dataset, path);
    expect(outcomeOf(read)).toEqual({
      rowsRead: 999,
      rowsLoaded: 666,
      leftOut: { 'three financial years counted together, a kind of period that the graph does not have': 333 },
      keptOutside: {},
      rejected: [],
    });
    const cells = cellsOf(read.draft);
    expect(cells['childrens-injury-admissions-rate E09000025']).toContain('FY2023-24 42.97');
    expect(cells['childrens-mental-health-admissions-rate E09000003']).toContain('FY2023-24 81.33');
  });
});
