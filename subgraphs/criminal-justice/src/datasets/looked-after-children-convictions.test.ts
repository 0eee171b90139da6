import { describe, expect, it } from 'vitest';
import { boroughs } from '@boroughgraph/kit/geography/areas.ts';
import { periodAt } from '@boroughgraph/kit/statistics/periods.ts';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { cellsOf, outcomeOf, readPublished, readText, refusalOf } from '@boroughgraph/test/support/read-text.ts';
import { dataset, lookedAfterChildrenConvicted } from './looked-after-children-convictions.ts';

const read = (text: string) => readText({ dataset, text });
const headings =
  'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,la_name,new_la_code,cla_group,characteristic,number,percentage';
const file = (...rows: readonly string[]) => [headings, ...rows, ''].join('\n');
const convicted =
  'Convictions: Children looked after Ages 10 to 17 years,"Convicted or subject to youth cautions, or youth conditional cautions during the year"';
const all = 'Convictions: Children looked after Ages 10 to 17 years,Total ages 10 to 17 years';
const camden = '2030,Reporting year,Local authority,E92000001,England,E13000001,Inner London,202,Camden,E09000007';
const london = '2030,Reporting year,Regional,E92000001,England,E12000007,London,,,';
const england = '2030,Reporting year,National,E92000001,England,,,,,';

describe('the table of outcomes of children looked after', () => {
  it('takes the share from one row and the children that it rests on from another', () => {
    const { draft, rowsLoaded } = read(file(`${camden},${convicted},8,5`, `${camden},${all},150,100`));
    const [series] = [...draft.series.values()];
    expect(rowsLoaded).toBe(2);
    expect(
      [...(series?.readings ?? [])].map(([ordinal, reading]) => [
        periodAt(lookedAfterChildrenConvicted.grid, ordinal).id,
        reading,
      ]),
    ).toEqual([
      // 8 of 150 is 5.3 percent.
      ['FY2029-30', { value: 5, status: 'PUBLISHED', flags: [], numerator: 8, denominator: 150 }],
    ]);
  });

  it('names boroughs that have no row, as in a file that was cut between two', () => {
    const { draft } = read(file(`${camden},${convicted},8,5`, `${camden},${all},150,100`));
    expect(draft.notices).toEqual([expect.stringMatching(/^no row for City of London, .*Westminster in FY2029-30:/)]);
  });

  it('flags what is rounded, and does not expect it to add up', () => {
    const { draft } = read(
      file(
        `${london},${convicted},90,3`,
        `${london},${all},2040,100`,
        `${england},${convicted},820,2`,
        `${england},${all},40450,100`,
      ),
    );
    expect(cellsOf(draft)).toEqual({
      'looked-after-children-convicted E12000007': 'FY2029-30 3 ROUNDED',
      'looked-after-children-convicted E92000001': 'FY2029-30 2 ROUNDED',
    });
  });

  it.each([
    ['c', 'c', 'CONFIDENTIAL'],
    ['c', '5', 'CONFIDENTIAL'],
    ['x', 'x', 'NOT_AVAILABLE'],
    ['z', 'z', 'NOT_APPLICABLE'],
    ['0', 'z', 'NOT_APPLICABLE'],
    ['0', '0', '0'],
    ['7', 'k', '0 ROUNDS_TO_ZERO'],
  ])('reads the number %s and the percentage %s as %s', (number, percentage, expected) => {
    const { draft } = read(file(`${camden},${convicted},${number},${percentage}`, `${camden},${all},2000,100`));
    expect(cellsOf(draft)).toEqual({ 'looked-after-children-convicted E09000007': `FY2029-30 ${expected}` });
  });

  it('says nothing of the children where their number is withheld', () => {
    const { draft } = read(file(`${camden},${convicted},0,0`, `${camden},${all},c,c`));
    const [reading] = [...draft.series.values()].flatMap(({ readings }) => [...readings.values()]);
    expect(reading).toMatchObject({ value: 0, numerator: 0, denominator: null });
  });

  it('leaves other outcomes and other places out', () => {
    const result = read(
      file(
        `${camden},${convicted},8,5`,
        `${camden},Substance misuse: Children looked after all ages,Total all ages,200,100`,
        `2030,Reporting year,Local authority,E92000001,England,E12000008,South East,886,Kent,E10000016,${convicted},8,5`,
        `2030,Reporting year,Regional,E92000001,England,E12000008,South East,,,,${convicted},80,5`,
      ),
    );
    expect(outcomeOf(result)).toEqual({
      rowsRead: 4,
      rowsLoaded: 1,
      leftOut: { 'another outcome than convictions': 1, 'outside London': 2 },
      keptOutside: {},
      rejected: [],
    });
  });

  it('rejects what contradicts itself or is not known', () => {
    const result = read(
      file(
        `${camden.replace('E09000007', 'E09000008')},${convicted},8,5`,
        `${camden.replace('Camden', 'Camdem')},${convicted},8,5`,
        `${camden.replace('2030', '203')},${convicted},8,5`,
        `${camden.replace('Reporting year', 'Academic year')},${convicted},8,5`,
        `${camden},"Convictions: Children looked after Ages 10 to 17 years",Remanded,8,5`,
        `${camden},${convicted},8,50`,
        `${camden},Offending,Total ages 10 to 17 years,8,5`,
        `${camden},${convicted},?,5`,
        `${camden},${all},150,100`,
      ),
    );
    expect(outcomeOf(result)).toMatchObject({
      rowsLoaded: 1,
      rejected: [
        'line 2, la_name: Camden',
        'line 3, la_name: Camdem',
        'line 4, time_period: 203',
        'line 5, time_identifier: Academic year',
        'line 6, characteristic: Remanded',
        'line 7, percentage: 50',
        'line 8, cla_group: Offending',
        'line 9, number: ?',
      ],
    });
  });

  it('refuses a file without convictions, or with columns that it does not know', () => {
    expect(refusalOf({ dataset, text: file(`${camden},Health assessments: all,Total,1,1`) })).toContain(
      'has no row of London about convictions',
    );
    expect(refusalOf({ dataset, text: `${headings},sex\n` })).toContain('its column "sex" is unknown');
  });
});

const path = 'criminal-justice/la_conviction_health_outcome_cla-2023-release.csv';

describe('the published table of outcomes', () => {
  it.skipIf(publishedFile(path) === null)(
    'has five years of the boroughs, Inner and Outer London, London and England',
    async () => {
      const result = await readPublished(dataset, path);
      expect(outcomeOf(result)).toEqual({
        rowsRead: 15_120,
        rowsLoaded: 370,
        leftOut: { 'another outcome than convictions': 13_440, 'outside London': 1_310 },
        keptOutside: {},
        rejected: [],
      });
      const cells = cellsOf(result.draft);
      expect(Object.keys(cells)).toHaveLength(37);
      expect(cells['looked-after-children-convicted E09000012']).toBe(
        'FY2022-23 6, FY2021-22 5, FY2020-21 5, FY2019-20 6, FY2018-19 4',
      );
      expect(cells['looked-after-children-convicted E09000007']).toContain('FY2022-23 CONFIDENTIAL');
    },
  );

  it.skipIf(publishedFile(path) === null)(
    'has boroughs whose published numbers stay under those of London, which are rounded and hold the withheld',
    async () => {
      const { draft } = await readPublished(dataset, path);
      const numbers = (codes: readonly string[]) =>
        [...draft.series.values()]
          .filter(({ place }) => codes.includes(place))
          .map(({ readings }) => readings.get(2022)?.numerator ?? 0);
      const known = numbers(boroughs.map(({ code }) => code)).reduce((sum, number) => sum + number, 0);
      const [ofLondon = 0] = numbers(['E12000007']);
      // 13 boroughs withhold 1 to 5 each, 13 to 65 in all, and London is rounded to 10: give or take 5.
      expect(ofLondon - known).toBeGreaterThanOrEqual(13 - 5);
      expect(ofLondon - known).toBeLessThanOrEqual(65 + 5);
    },
  );
});
