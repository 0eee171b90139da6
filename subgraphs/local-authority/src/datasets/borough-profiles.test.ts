import { describe, expect, it } from 'vitest';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { cellsOf, outcomeOf, readPublished, readText, refusalOf } from '@boroughgraph/test/support/read-text.ts';
import { dataset } from './borough-profiles.ts';

const headings = 'Code,Area_name,Inner/_Outer_London,GLA_Population_Estimate_2017,Council_Tax_(\uFFFD)';
const file = (...rows: readonly string[]) => [headings, ...rows, ''].join('\n');
const hackney = 'E09000012,Hackney,Inner London,270000,1300';

describe('the borough profiles', () => {
  it('give the residents of the year that the heading names', () => {
    const text = file(hackney, 'E09000001,City of London,Inner London,"8,900",NaN');
    expect(cellsOf(readText({ dataset, text }).draft)).toEqual({
      'population E09000012': 'S2017-06-30 270000',
      'population E09000001': 'S2017-06-30 8900',
    });
  });

  it.each(['GLA Population Estimate 2015', 'gla_population_estimate_2015'])('take the year of %j', (heading) => {
    const text = file(hackney).replace('GLA_Population_Estimate_2017', heading);
    expect(cellsOf(readText({ dataset, text }).draft)).toEqual({ 'population E09000012': 'S2015-06-30 270000' });
  });

  it('leave out totals and rows of commas', () => {
    const totals = ['E13000001,Inner London,,1,1', 'E92000001,England,,1,1', 'K02000001,United Kingdom,,1,1'];
    expect(outcomeOf(readText({ dataset, text: file(hackney, ...totals, ',,,,', ',,,,') }))).toEqual({
      rowsRead: 6,
      rowsLoaded: 1,
      leftOut: { 'a total of a wider area': 3, 'an empty row': 2 },
      keptOutside: {},
      rejected: [],
    });
  });

  it('hold what stands in place of a number as not available', () => {
    const text = file(hackney.replace('270000', 'NaN'), 'E09000003,Barnet,Outer London,.,1');
    expect(Object.values(cellsOf(readText({ dataset, text }).draft))).toEqual([
      'S2017-06-30 NOT_AVAILABLE',
      'S2017-06-30 NOT_AVAILABLE',
    ]);
  });

  it.each([
    ['a code and the name of another borough', hackney.replace('E09000012', 'E09000003'), 'Area_name'],
    ['a district elsewhere', 'E07000101,Harlow,Outer London,1,1', 'Code'],
    ['a borough under the code of a total', hackney.replace('E09000012', 'E92000001'), 'Code'],
    ['a blank number', hackney.replace('270000', ''), 'GLA_Population_Estimate_2017'],
    ['a percentage', hackney.replace('270000', '27%'), 'GLA_Population_Estimate_2017'],
  ])('reject %s', (_what, row, column) => {
    expect(readText({ dataset, text: file(row) }).rejected).toMatchObject([{ line: 2, column }]);
  });

  it('are refused with estimates of two years, or none', () => {
    const two = file(`${hackney},275000`).replace('(\uFFFD)', '(\uFFFD),GLA_Population_Estimate_2018');
    expect(refusalOf({ dataset, text: two })).toContain(
      'two headings mean the same: "GLA_Population_Estimate_2017" and "GLA_Population_Estimate_2018"',
    );
    const none = file(hackney).replace('GLA_Population_Estimate_2017', 'Population');
    expect(refusalOf({ dataset, text: none })).toContain('it has no column "GLA_Population_Estimate_2011"');
  });
});

const path = 'local-authority/london-borough-profiles.csv';

describe.skipIf(publishedFile(path) === null)('the published profiles', () => {
  it('have the residents of all 33 boroughs in 2017, and no total to compare them with', async () => {
    const read = await readPublished(dataset, path);
    expect(outcomeOf(read)).toEqual({
      rowsRead: 38,
      rowsLoaded: 33,
      leftOut: { 'an empty row': 5 },
      keptOutside: {},
      rejected: [],
    });
    expect(cellsOf(read.draft)['population E09000012']).toBe('S2017-06-30 274300');
  });
});
