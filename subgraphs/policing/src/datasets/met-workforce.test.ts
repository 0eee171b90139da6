import { describe, expect, it } from 'vitest';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { cellsOf, outcomeOf, readPublished, readText, refusalOf } from '@boroughgraph/test/support/read-text.ts';
import { dataset } from './met-workforce.ts';

/** A table as a sheet is saved: title, notes and heads above, notes below. */
const sheet = (title: string, ...rows: readonly string[]) => ({
  dataset,
  text: [
    `"Table 7: ${title}",,,`,
    'England and Wales,,,Headcount',
    ',,,"Change in 6 months\nMar-19 to Sep-19"',
    ',2019-03-31T00:00:00,2019-09-30T00:00:00,number',
    'North East,5484,5508,24',
    ...rows,
    'Notes,,,',
    '',
  ].join('\n'),
});
const officers =
  'Police officers by police force area, England and Wales, 31 March 2019 and 30 September 20191(headcount)';

describe('a table of the police workforce', () => {
  it('counts the role of its title on the days of its heads, in the two forces of London', () => {
    const result = readText(
      sheet(officers, 'London,31811,32321,510', '"London, City of",748,765,17', 'Metropolitan Police,31063,31556,493'),
    );
    expect(cellsOf(result.draft)).toEqual({
      'police-workforce E23000034 role=police-officers': 'S2019-03-31 748, S2019-09-30 765',
      'police-workforce E23000001 role=police-officers': 'S2019-03-31 31063, S2019-09-30 31556',
    });
    expect(outcomeOf(result)).toMatchObject({
      leftOut: { 'a force outside London, a region or a total': 2, 'a note below the table': 1 },
      rejected: [],
    });
  });

  it('keeps full-time equivalents apart from people', () => {
    const title = officers.replace('headcount', 'FTE');
    expect(cellsOf(readText(sheet(title, 'Metropolitan Police,30435.48,30940.226789999928,1')).draft)).toEqual({
      'police-officers-full-time-equivalent E23000001': 'S2019-03-31 30435.48, S2019-09-30 30940.226789999928',
    });
    expect(outcomeOf(readText(sheet(officers, 'Metropolitan Police,30435.48,30940,1')))).toMatchObject({
      rejected: [expect.stringContaining('30435.48')],
    });
  });

  it('is refused where its title counts something else, or its heads are no days', () => {
    expect(refusalOf(sheet('Dogs by police force area, England and Wales (headcount)'))).toContain(
      'expected a table of Police officers',
    );
    expect(refusalOf({ dataset, text: 'Table 7: Officers,,\n,2019,2020\nMetropolitan Police,1,2\n' })).toContain(
      'no table of Police workforce',
    );
  });
});

const published = [
  ['7', 'police-workforce E23000001 role=police-officers', 'S2019-03-31 31063, S2019-09-30 31556'],
  ['8', 'police-workforce E23000001 role=police-staff', 'S2019-03-31 8911, S2019-09-30 9001'],
  ['11', 'police-workforce E23000001 role=community-support-officers', 'S2019-03-31 1307, S2019-09-30 1326'],
] as const;
const pathOf = (table: string) => `policing/home-office-police-workforce-2019-09/table-${table}.csv`;
describe.skipIf(publishedFile(pathOf('7')) === null)('the published tables', () => {
  it.each(published)('table %s is read without a rejected row', async (table, series, cells) => {
    const { draft, rejected, rowsLoaded } = await readPublished(dataset, pathOf(table));
    expect([rejected, rowsLoaded, cellsOf(draft)[series]]).toEqual([[], 2, cells]);
  });

  it('table 1 has officers in full-time equivalents, a year further back', async () => {
    const { draft } = await readPublished(dataset, pathOf('1'));
    expect(cellsOf(draft)['police-officers-full-time-equivalent E23000001']).toBe(
      'S2018-09-30 30136.16944999986, S2019-03-31 30435.489999999994, S2019-09-30 30940.226789999928',
    );
  });
});
