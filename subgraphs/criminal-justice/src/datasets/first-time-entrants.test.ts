import { describe, expect, it } from 'vitest';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { cellsOf, outcomeOf, readPublished, readText } from '@boroughgraph/test/support/read-text.ts';
import { dataset } from './first-time-entrants.ts';

const read = (...rows: readonly string[]) =>
  readText({
    dataset,
    text: ['Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region', ...rows, ''].join('\n'),
  });

it('reads rates of the years to December, and no rate of England', () => {
  const result = read(
    'FirstYJS,First time entrants,2024,Hackney,255,204,Inner London',
    'FirstYJS,Made up,2024,City of London,-,201,Inner London',
    'FirstYJS,Made up,2024,England,1259,970,NA',
    'ReoffYO,,2024,Hackney,30.1,204,Inner London',
  );
  expect(cellsOf(result.draft)).toEqual({
    'first-time-entrants-pnc-rate E09000012': 'R12-2024-12 255',
    'first-time-entrants-pnc-rate E09000001': 'R12-2024-12 NOT_AVAILABLE',
  });
  expect(outcomeOf(result)).toMatchObject({
    leftOut: {
      'England: what the tool prints is no rate per 100,000': 1,
      'another item than those of this dataset': 1,
    },
    rejected: [],
  });
});

it('does not give the City of London the rate of Tower Hamlets, with which it shares a service', () => {
  const { draft } = read(
    'YJS_Caution-Sentence10-17_YO,,2024-25,Tower Hamlets,24.8,211,Inner London',
    'YJS_Caution-Sentence10-17_YO,,2024-25,City of London,24.8,201,Inner London',
  );
  expect(cellsOf(draft)).toEqual({ 'children-cautioned-or-sentenced-rate E09000030': 'FY2024-25 24.8' });
});

it.each([
  ['an unknown item', 'SecondYJS,,2024,Hackney,255,204,Inner London', 'SecondYJS'],
  ['other years than its own', 'FirstYJS,,2024-25,Hackney,255,204,Inner London', '2024-25'],
])('refuses %s', (_what, row, found) => {
  expect(read(row).rejected).toEqual([expect.objectContaining({ line: 2, found })]);
});

const path = 'criminal-justice/dfe-lait-youth-justice-2026-04.csv';
describe.skipIf(publishedFile(path) === null)('the published extract', () => {
  it('has nine years of 33 boroughs and London, and one of children cautioned or sentenced', async () => {
    const { draft, rejected } = await readPublished(dataset, path);
    const cells = cellsOf(draft);
    expect([rejected, draft.series.size]).toEqual([[], 34 + 32]);
    expect(cells['first-time-entrants-pnc-rate E12000007']).toMatch(/R12-2024-12 157$/);
    expect(cells['first-time-entrants-pnc-rate E92000001']).toBeUndefined();
  });
});
