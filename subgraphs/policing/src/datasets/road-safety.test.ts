import { describe, expect, it } from 'vitest';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { cellsOf, outcomeOf, readPublished, readText } from '@boroughgraph/test/support/read-text.ts';
import { dataset } from './road-safety.ts';

const read = (...rows: readonly string[]) =>
  readText({
    dataset,
    text: ['Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region', ...rows, ''].join('\n'),
  });

it('reads rates of three years, float noise and all, and a dash as not available', () => {
  const result = read(
    'RTA,Children killed,2014-16,Bexley,9.3699999999999992,303,Outer London',
    'RTA,Made up,2020-22,City of London,-,201,Inner London',
    'RTA,Made up,2020-22,London (Inner),-,987,NA',
  );
  expect(cellsOf(result.draft)).toEqual({
    'children-killed-or-seriously-injured-rate E09000004': 'P3-2014-16 9.37',
    'children-killed-or-seriously-injured-rate E09000001': 'P3-2020-22 NOT_AVAILABLE',
  });
  expect(outcomeOf(result)).toMatchObject({ leftOut: { 'not measured in Inner London': 1 }, rejected: [] });
});

it.each([
  ['a year', 'RTA,,2016,Bexley,9,303,Outer London', '2016'],
  ['windows of another length', 'RTA,,2014-17,Bexley,9,303,Outer London', '2014-17'],
  ['a blank in place of a figure', 'RTA,,2014-16,Bexley,,303,Outer London', ''],
])('refuses %s', (_what, row, found) => {
  expect(read(row).rejected).toEqual([expect.objectContaining({ line: 2, found })]);
});

const path = 'policing/dfe-lait-children-road-casualties-2026-04.csv';
describe.skipIf(publishedFile(path) === null)('the published extract', () => {
  it('has seven windows of 33 boroughs, London and England', async () => {
    const { draft, rejected } = await readPublished(dataset, path);
    expect([
      rejected,
      draft.series.size,
      cellsOf(draft)['children-killed-or-seriously-injured-rate E09000003'],
    ]).toEqual([[], 35, expect.stringMatching(/^P3-2014-16 10.79, .* NOT_AVAILABLE/)]);
  });
});
