import { describe, expect, it } from 'vitest';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { cellsOf, outcomeOf, readPublished, readText, refusalOf } from '@boroughgraph/test/support/read-text.ts';
import { dataset } from './looked-after-children-health.ts';

const headings =
  'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,la_name,new_la_code,cla_group,characteristic,number,percentage';
const group = 'Substance misuse: Children looked after all ages';
const problem = 'Identified as having a substance misuse problem';
const file = (...rows: readonly string[]) => [headings, ...rows, ''].join('\n');
const read = (...rows: readonly string[]) => readText({ dataset, text: file(...rows) });
const refusal = (text: string) => refusalOf({ dataset, text });

const camden = (characteristic: string, number: string, percentage: string) =>
  `2023,Reporting year,Local authority,E92000001,England,E13000001,Inner London,202,Camden,E09000007,${group},${characteristic},${number},${percentage}`;
const wider = (level: string, region: string, characteristic: string, figures: string) =>
  `2023,Reporting year,${level},E92000001,England,${region},,,${group},${characteristic},${figures}`;
const derby = '2023,Reporting year,Local authority,E92000001,England,E12000004,East Midlands,831,Derby,E06000015,';

describe('the table of outcomes of children looked after', () => {
  it('serves the percentage with the children identified and all children, from another row', () => {
    const [series] = read(camden('Total all ages', '200', '100'), camden(problem, '24', '12')).draft.series.values();
    expect(series?.denominatorSource).toBe('Children looked after for at least twelve months, in the same table');
    expect([...(series?.readings.values() ?? [])]).toEqual([
      { value: 12, status: 'PUBLISHED', flags: [], numerator: 24, denominator: 200 },
    ]);
  });

  it('takes a year as that to 31 March, and flags regions and England as rounded', () => {
    const { draft } = read(
      camden(problem, '24', '12'),
      wider('Regional', 'E13000001,Inner London,', problem, '180,7'),
      wider('Regional', 'E13000002,Outer London,', problem, '150,4'),
      wider('Regional', 'E12000007,London,', problem, '330,5'),
      wider('National', ',,', problem, '1620,3'),
    );
    expect(cellsOf(draft)).toEqual({
      'looked-after-children-substance-misuse E09000007': 'FY2022-23 12',
      'looked-after-children-substance-misuse E13000001': 'FY2022-23 7 ROUNDED',
      'looked-after-children-substance-misuse E13000002': 'FY2022-23 4 ROUNDED',
      'looked-after-children-substance-misuse E12000007': 'FY2022-23 5 ROUNDED',
      'looked-after-children-substance-misuse E92000001': 'FY2022-23 3 ROUNDED',
    });
  });

  it.each([
    ['c', 'c', 'CONFIDENTIAL'],
    ['x', 'x', 'NOT_AVAILABLE'],
    ['z', 'z', 'NOT_APPLICABLE'],
    ['u', 'u', 'LOW_BASE'],
    ['0', 'k', '0 ROUNDS_TO_ZERO'],
    ['0', '0', '0'],
    ['0', 'z', 'NOT_APPLICABLE'],
    ['c', '12', 'CONFIDENTIAL'],
    ['24', 'c', 'CONFIDENTIAL'],
  ])('reads the number %s and the percentage %s as %s', (number, percentage, cell) => {
    expect(Object.values(cellsOf(read(camden(problem, number, percentage)).draft))).toEqual([`FY2022-23 ${cell}`]);
  });

  it('leaves out other outcomes, interventions and places outside London', () => {
    const other = 'Convictions: Children looked after Ages 10 to 17 years';
    expect(
      outcomeOf(
        read(
          camden(problem, '24', '12'),
          camden('Received an intervention for their substance misuse problem', '10', '42'),
          camden(problem, '24', '12').replace(group, other),
          `${derby}${group},${problem},10,5`,
          wider('Regional', 'E12000004,East Midlands,', problem, '100,3'),
        ),
      ),
    ).toEqual({
      rowsRead: 5,
      rowsLoaded: 1,
      leftOut: {
        'interventions, which are not served': 1,
        'another outcome than substance misuse': 1,
        'outside London': 2,
      },
      keptOutside: {},
      rejected: [],
    });
  });
});

describe('a row that cannot be read', () => {
  it.each([
    [camden('Identified with a problem', '24', '12'), 'characteristic', 'Identified with a problem'],
    [camden(problem, '24', '12').replace(group, 'Drug misuse'), 'cla_group', 'Drug misuse'],
    [camden(problem, '24', 'w'), 'percentage', 'w'],
    [camden(problem, '2.5', '12'), 'number', '2.5'],
    [camden(problem, '24', '120'), 'percentage', '120'],
    [camden(problem, 'c', '-4'), 'percentage', '-4'],
    [camden(problem, '24', '12').replace('E09000007', 'E09000012'), 'la_name', 'Camden'],
    [camden(problem, '24', '12').replace('Reporting year', 'Academic year'), 'time_identifier', 'Academic year'],
    [camden(problem, '24', '12').replace('2023', '2023/25'), 'time_period', '2023/25'],
  ])('is rejected: %s', (row, column, found) => {
    expect(read(row).rejected).toMatchObject([{ line: 2, column, found }]);
  });

  it('is rejected where its percentage does not follow from its numbers', () => {
    // 24 of 200 is 12 percent; 50 would be that of another row.
    expect(read(camden('Total all ages', '200', '100'), camden(problem, '24', '50')).rejected).toMatchObject([
      { line: 3, column: 'percentage', expected: 'the percentage that follows from the numbers of the children' },
    ]);
  });

  it('is rejected where it repeats a year and place', () => {
    expect(read(camden(problem, '24', '12'), camden(problem, '24', '12')).rejected).toMatchObject([{ line: 3 }]);
  });

  it('is a file that is refused where nothing is about substance misuse', () => {
    expect(
      refusal(
        file(camden(problem, '24', '12').replace(group, 'Convictions: Children looked after Ages 10 to 17 years')),
      ),
    ).toBe('file.csv has no row of London about substance misuse: check whether the publisher renamed them');
  });

  it('is a file that is refused for another layout', () => {
    expect(refusal(file(camden(problem, '24', '12')).replace('characteristic', 'measure'))).toContain(
      'it has no column "characteristic"',
    );
  });
});

const published = 'criminal-justice/la_conviction_health_outcome_cla-2023-release.csv';

describe.skipIf(publishedFile(published) === null)('the published table', () => {
  it('has five years of 33 boroughs and four wider areas, with all children beside', async () => {
    const result = await readPublished(dataset, published);
    // 37 areas in 5 years, of which each has a row of the identified and one of all.
    expect(outcomeOf(result)).toEqual({
      rowsRead: 15_120,
      rowsLoaded: 370,
      leftOut: {
        'another outcome than substance misuse': 11_760,
        'interventions, which are not served': 1_680,
        'outside London': 1_310,
      },
      keptOutside: {},
      rejected: [],
    });
    expect(result.draft.series.size).toBe(37);
  });

  // London is rounded to 10. Its boroughs add to less, because numbers of 1 to 5 are withheld, and by no more than these could be.
  it('has boroughs that add to London within what is rounded and withheld', async () => {
    const { draft } = await readPublished(dataset, published);
    const all = [...draft.series.values()];
    const london = all.find(({ place }) => place === 'E12000007');
    for (const [ordinal, { numerator }] of london?.readings ?? []) {
      const readings = all.filter(({ place }) => place.startsWith('E09')).map((series) => series.readings.get(ordinal));
      const sum = readings.reduce((total, reading) => total + (reading?.numerator ?? 0), 0);
      const withheld = readings.filter((reading) => reading?.status === 'CONFIDENTIAL').length;
      const rounding = 5;
      expect(numerator).toBeGreaterThanOrEqual(sum - rounding);
      // Some are withheld to protect another, and are larger: twice the largest small number covers them here.
      expect(numerator).toBeLessThanOrEqual(sum + 10 * withheld + rounding);
    }
  });

  it('withholds 35 shares of boroughs, and shows 9% of Hackney in 2022-23', async () => {
    const { draft } = await readPublished(dataset, published);
    const cells = Object.values(cellsOf(draft)).flatMap((series) => series.split(', '));
    expect(cells.filter((cell) => cell.endsWith('CONFIDENTIAL'))).toHaveLength(35);
    expect(cellsOf(draft)['looked-after-children-substance-misuse E09000012']).toContain('FY2022-23 9');
  });
});
