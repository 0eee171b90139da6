import { describe, expect, it } from 'vitest';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { cellsOf, outcomeOf, readPublished, readText } from '@boroughgraph/test/support/read-text.ts';
import { dataset } from './reoffending-by-group.ts';

const read = (...rows: readonly string[]) =>
  readText({
    dataset,
    text: ['Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region', ...rows, ''].join('\n'),
  });

it('reads two ages of the cohort of the year to March, and makes no figure of both', () => {
  const { draft } = read(
    'ReoffYO,Rate,2024,Hackney,-,204,Inner London',
    'ReoffYO15-17,Rate,2024,Hackney,28.57,204,Inner London',
    'ReoffYO15-17,,2024,London (Inner),31.2,987,NA',
    'ReoffYO15-17,Made up,2024,England,-,970,NA',
  );
  expect(cellsOf(draft)).toEqual({
    'youth-reoffending E09000012 age-band=10-to-14': 'FY2023-24 NOT_AVAILABLE',
    'youth-reoffending E09000012 age-band=15-to-17': 'FY2023-24 28.57',
    'youth-reoffending E13000001 age-band=15-to-17': 'FY2023-24 31.2',
  });
});

it('refuses a percentage that cannot be', () => {
  expect(outcomeOf(read('ReoffYO,Rate,2024,Hackney,130,204,Inner London'))).toMatchObject({
    rejected: [expect.stringMatching(/^line 2/)],
  });
});

const path = 'criminal-justice/dfe-lait-youth-justice-2026-04.csv';
describe.skipIf(publishedFile(path) === null)('the published extract', () => {
  it('has nine cohorts of two ages', async () => {
    const { draft, rejected } = await readPublished(dataset, path);
    // 33 boroughs, Inner, Outer and all of London, by two ages.
    expect([rejected, draft.series.size]).toEqual([[], 36 * 2]);
    expect(cellsOf(draft)['youth-reoffending E12000007 age-band=15-to-17']).toMatch(/FY2023-24 30.09$/);
  });
});
