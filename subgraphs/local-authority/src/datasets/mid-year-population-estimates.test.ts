import { describe, expect, it } from 'vitest';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { cellsOf, readPublished, readText, refusalOf } from '@boroughgraph/test/support/read-text.ts';
import { dataset } from './mid-year-population-estimates.ts';

const file = (...lines: readonly string[]) => [...lines, ''].join('\n');
const read = (...lines: readonly string[]) => readText({ dataset, text: file(...lines) });

describe('mid-year estimates of residents', () => {
  it('are read beside the components of their change, which are not served', () => {
    const { draft, rejected } = read(
      'lacode20,laname20,country,population_2001,births_2002,internal_net_2002,other_change_2002,population_2002',
      'E09000012,Hackney,E,200000,4000,-3000,12,201500',
      'W06000022,Newport,W,140000,1500,20,1,140500',
    );
    expect(cellsOf(draft)).toEqual({ 'mid-year-population E09000012': 'S2001-06-30 200000, S2002-06-30 201500' });
    expect(rejected).toEqual([]);
  });

  it('are read below a title and notes, of boroughs, London, England, and England and Wales', () => {
    const { draft, leftOut } = read(
      '"MYE4: Population estimates: Summary for the UK, mid-2011 to mid-2024",,,,',
      'This worksheet contains one table. ,,,,',
      'Code,Name,Geography,Mid-2024,Mid-2023',
      'K02000001,UNITED KINGDOM,Country,9000000,8900000',
      'K04000001,ENGLAND AND WALES,Country,8000000,7900000',
      'E12000007, LONDON ,Region,900000,890000',
      'E09000012,Hackney,London Borough,266000,265000',
      'E06000047,County Durham,Unitary Authority,500000,499000',
    );
    expect(cellsOf(draft)).toEqual({
      'mid-year-population K04000001': 'S2024-06-30 8000000, S2023-06-30 7900000',
      'mid-year-population E12000007': 'S2024-06-30 900000, S2023-06-30 890000',
      'mid-year-population E09000012': 'S2024-06-30 266000, S2023-06-30 265000',
    });
    expect([...leftOut.values()]).toEqual([2]);
  });

  it('have the limits of the bias adjusted interval alone, though the estimate stands before each of three', () => {
    const kinds = ['Bias adjusted', 'Empirical', 'Centred'];
    const headings = kinds.map(
      (kind, index) =>
        `2024 Mid-year estimate${' '.repeat(index)},"2024 ${kind} 95% confidence interval - \nlower bound","2024 ${kind} 95% confidence interval - \nupper bound"`,
    );
    // The empirical interval does not hold the estimate, and is no reason to refuse it.
    const row = 'E09000012,Hackney,266000,260000.5,271999.5,266000,267000,270000,266000,264000,268000';
    const { draft, rejected } = read('MYE7: Uncertainty,,,,,,,,,,', `Code,Name,${headings.join(',')}`, row);
    expect(rejected).toEqual([]);
    expect([...draft.series.values()].map(({ readings }) => [...readings.values()])).toEqual([
      [{ value: 266_000, status: 'PUBLISHED', lower: 260_000.5, upper: 271_999.5 }],
    ]);
  });

  it('are refused with another column, and rejected with a code and a name of two places', () => {
    expect(
      refusalOf({ dataset, text: file('Code,Name,Geography,Mid-2024,Change', 'E09000012,Hackney,B,1,1') }),
    ).toContain('"Change"');
    expect(read('Code,Name,Geography,Mid-2024', 'E09000012,Barnet,B,266000').rejected).toHaveLength(1);
  });
});

const folder = 'local-authority/ons-mid-year-population-2011-2024';

describe.skipIf(publishedFile(`${folder}-mye4.csv`) === null)('the published estimates', () => {
  it('have 33 boroughs since 2001, restated from 2012 on, and limits since 2021', async () => {
    const [old, summary, intervals] = await Promise.all(
      [
        'local-authority/ons-myeb3-population-components-2001-2020.csv',
        `${folder}-mye4.csv`,
        `${folder}-mye7-intervals.csv`,
      ].map((path) => readPublished(dataset, path)),
    );
    expect([old, summary, intervals].map((one) => [one?.rowsLoaded, one?.rejected])).toEqual([
      [33, []],
      [36, []],
      [34, []],
    ]);
    const [before, after] = [old, summary].map((one) => (one === undefined ? {} : cellsOf(one.draft)));
    const westminster = 'mid-year-population E09000033';
    expect(before?.[westminster]).toContain('S2020-06-30 269848');
    expect(after?.[westminster]).toContain('S2020-06-30 205624');
    const newham = [...(intervals?.draft.series.values() ?? [])].find(({ place }) => place === 'E09000025');
    expect([...(newham?.readings.values() ?? [])][0]).toMatchObject({
      value: 374_523,
      lower: 361_880.8,
      upper: 387_165.2,
    });
  });
});
