import { describe, expect, it } from 'vitest';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { cellsOf, readPublished, readText } from '@boroughgraph/test/support/read-text.ts';
import { dataset } from './police-volunteers.ts';

it('reads Special Constables of the forces of London', () => {
  const title = 'Table 12: Special constables by police force area, England and Wales, 30 September 2018 (headcount)';
  const text = `"${title}",,\n,,Headcount\n,2018-09-30T00:00:00,number\nMetropolitan Police,2062,-224\nTotal,11343,1\n`;
  expect(cellsOf(readText({ dataset, text }).draft)).toEqual({ 'special-constables E23000001': 'S2018-09-30 2062' });
});

const path = 'policing/home-office-police-workforce-2019-09/table-12.csv';
describe.skipIf(publishedFile(path) === null)('the published table', () => {
  it('has three days of two forces', async () => {
    const { draft, rejected } = await readPublished(dataset, path);
    expect([rejected, cellsOf(draft)]).toEqual([
      [],
      {
        'special-constables E23000034': 'S2018-09-30 79, S2019-03-31 75, S2019-09-30 80',
        'special-constables E23000001': 'S2018-09-30 2062, S2019-03-31 1860, S2019-09-30 1838',
      },
    ]);
  });
});
