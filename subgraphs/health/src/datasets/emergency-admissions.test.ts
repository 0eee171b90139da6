import { describe, expect, it } from 'vitest';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { cellsOf, outcomeOf, readPublished, readText, refusalOf } from '@boroughgraph/test/support/read-text.ts';
import { dataset, emergencyAdmissions } from './emergency-admissions.ts';

const headings = [
  'Code',
  'Area',
  'Resident Population (2014) - Denominator',
  'Number of Admission Continuous Inpatient Spells - Numerator',
  'Expected value',
  '"Indirectly age and sex standardised rate per 100,000"',
  'Lower limit of 95% confidence interval',
  '"Upper limit \nof 95% confidence interval"',
  'Lower limit of 99.8% confidence interval',
  '"Upper limit \nof 99.8% confidence interval"',
];
const file = (...rows: readonly string[]) => [headings.join(','), ',,,,,,,,,', ...rows, ''].join('\r\n');
const name = 'admissions-2014-15.csv';
const read = (text: string) => readText({ dataset, text, name });
const refusal = (text: string, saved = name) => refusalOf({ dataset, text, name: saved });

const camden = 'E09000007,Camden,1000,600,1000,60.5,55.2,66.1,50,70';

describe('the table of emergency admissions', () => {
  it('serves the published rate with its limits and admissions', () => {
    const [series] = read(file(camden)).draft.series.values();
    // Residents are no denominator: it was divided by the expected admissions, and multiplied by the rate of England.
    expect(series).toMatchObject({ place: 'E09000007' });
    expect(series?.denominatorSource ?? null).toBeNull();
    expect([...(series?.readings.values() ?? [])]).toEqual([
      { value: 60.5, status: 'PUBLISHED', flags: [], numerator: 600, lower: 55.2, upper: 66.1 },
    ]);
    expect([...(series?.denominatorPeriodIds.values() ?? [])]).toEqual([]);
  });

  it('leaves out empty rows and other regions, and loads Inner and Outer London, London and England', () => {
    const wider = [
      'E13000001,Inner London,1000,900,1000,90,80,99,1,2',
      'E13000002,Outer London,1000,900,1000,90,80,99,1,2',
      'E12000001,North East,1000,900,1000,90,80,99,1,2',
      'E12000007,London,1000,900,1000,90,80,99,1,2',
      'E06000015,Derby,1000,900,1000,90,80,99,1,2',
      'E92000001,England,1000,900,1000,90,80,99,1,2',
    ];
    expect(outcomeOf(read(file(camden, ',,,,,,,,,', ...wider, ',,,,,,,,,', ',,,,,,,,,')))).toEqual({
      rowsRead: 11,
      rowsLoaded: 5,
      leftOut: { 'an empty row': 4, 'an area outside London': 2 },
      keptOutside: {},
      rejected: [],
    });
  });

  it('is refused where a rate does not follow from its admissions, as where one has a digit too many', () => {
    // England has 100: 600 of 1,000 expected make 60.
    const names = { E09000007: 'Camden', E09000012: 'Hackney', E09000025: 'Newham', E09000033: 'Westminster' };
    const rows = Object.entries(names).map(([code, area]) => `${code},${area},1000,600,1000,60,50,70,1,99`);
    expect(refusal(file(...rows, 'E09000003,Barnet,1000,6000,1000,60,50,70,1,99'))).toContain(
      'the rate of Barnet in line 9 does not follow from its admissions and expected value as the others do',
    );
    // 70.5 in place of 70 is 0.7% more.
    expect(read(file(...rows, 'E09000003,Barnet,1000,700,1000,70.5,50,80,1,99')).draft.notices[0]).toBe(
      'the rate of Barnet in line 9 does not follow from its admissions and expected value as the others do: check the row',
    );
    expect(read(file(...rows, 'E09000003,Barnet,1000,700,1000,70,50,80,1,99')).draft.notices).toHaveLength(1);
  });

  it('flags admissions under half of the expected as incomplete returns, and lists them', () => {
    const { draft } = read(
      file(
        'E09000012,Hackney,1000,499,1000,49.9,40,60,1,2',
        'E09000025,Newham,1000,500,1000,50,40,60,1,2',
        'E09000001,City of London,1000,"1,000",2001,50,40,60,1,2',
      ),
    );
    expect(cellsOf(draft)).toEqual({
      'emergency-admissions E09000012': 'FY2014-15 49.9 PARTIAL_COVERAGE',
      'emergency-admissions E09000025': 'FY2014-15 50',
      'emergency-admissions E09000001': 'FY2014-15 50 PARTIAL_COVERAGE',
    });
    expect(draft.notices[0]).toBe(
      'fewer than half of the expected admissions, so PARTIAL_COVERAGE: Hackney, City of London; incomplete returns, not health',
    );
  });

  it('lists the boroughs that have no row', () => {
    expect(read(file(camden)).draft.notices.at(-1)).toContain(
      'no row for City of London, Barking and Dagenham, Barnet',
    );
  });

  it('reads columns by name in any order and under other headings', () => {
    const text = [
      'Expected,Upper 95% confidence limit,Lower 95% confidence limit,Numerator,"Indirectly standardised rate per 100,000",Area name,Area code,Resident population (2014)',
      '1000,66.1,55.2,600,60.5,Camden,E09000007,1000',
      '',
    ];
    expect(cellsOf(read(text.join('\n')).draft)).toEqual({ 'emergency-admissions E09000007': 'FY2014-15 60.5' });
  });
});

describe('the year of the table', () => {
  it('is refused where the name and the residents contradict each other', () => {
    expect(refusal(file(camden), 'admissions-2013-14.csv')).toBe(
      'admissions-2013-14.csv is named as of FY2013-14, and its residents are of 2014: check which year it holds; FY2013-14 goes with residents of 2013',
    );
  });

  it.each(['admissions.csv', 'admissions-2014.csv', 'admissions-2014-16.csv', '2013-14 and 2014-15.csv'])(
    'is refused where the name is %j',
    (saved) => {
      expect(refusal(file(camden), saved)).toBe(
        `${saved} does not name one financial year: save it under a name such as emergency-admissions-2014-15.csv`,
      );
    },
  );

  it('is refused where residents of two years stand side by side', () => {
    const twoYears = [[...headings, 'Resident Population (2013) - Denominator'].join(','), `${camden},1000`, ''];
    expect(refusal(twoYears.join('\r\n'))).toBe(
      'admissions-2014-15.csv has residents of several years: expected one column of them',
    );
  });
});

describe('a row that cannot be read', () => {
  it.each([
    ['E09000012,Camden,1000,600,1000,60,55,66,1,2', 'Area', 'Camden', 'the name of E09000012, Hackney'],
    ['E09000099,Camden,1000,600,1000,60,55,66,1,2', 'Code', 'E09000099', 'the code of Camden, E09000007'],
    ['E09000007,Camden,1000,some,1000,60,55,66,1,2', headings[3], 'some', 'a number'],
    ['E09000007,Camden,-1,600,1000,60,55,66,1,2', headings[2], '-1', 'a whole number of zero or more'],
    ['E09000007,Camden,1000,600,0,60,55,66,1,2', headings[4], '0', 'a number above zero'],
    ['E09000007,Camden,1000,600,1000,60,-5,66,1,2', headings[6], '-5', 'a number of zero or more'],
    ['E09000007,Camden,1000,600,1000,70,55,66,1,2', headings[5], '70', 'a rate between its limits, 55 and 66'],
    ['E09000007,Camden,1000,600,1000,*,55,66,1,2', headings[5], '*', 'a number'],
  ])('is rejected: %s', (row, column, found, expected) => {
    expect(read(file(row)).rejected).toMatchObject([{ line: 5, column: column?.replaceAll('"', ''), found, expected }]);
  });

  it('is rejected where it repeats an area', () => {
    expect(read(file(camden, camden)).rejected).toMatchObject([
      { line: 6, column: null, expected: 'one row for each area, period and breakdown of emergency-admissions' },
    ]);
  });

  it('is a file that is refused where it is cut off in a row', () => {
    expect(refusal(file(camden).slice(0, -20))).toContain('is cut off or damaged');
  });

  it('is a file that is refused where a heading is unknown', () => {
    expect(refusal(file(camden).replace('Expected value', 'Forecast'))).toContain('it has no column "Expected value"');
  });
});

const published = {
  '2013-14': 'health/emergency-hospital-admissions-borough-2013-14.csv',
  '2014-15': 'health/emergency-hospital-admissions-borough-2014-15.csv',
};

describe.skipIf(publishedFile(published['2014-15']) === null)('the published tables', () => {
  it.each(Object.values(published))('hold every borough and four wider areas: %s', async (path) => {
    expect(outcomeOf(await readPublished(dataset, path))).toEqual({
      rowsRead: 66,
      rowsLoaded: 37,
      leftOut: { 'an empty row': 21, 'an area outside London': 8 },
      keptOutside: {},
      rejected: [],
    });
  });

  // Admissions are whole in the tables: the boroughs add up exactly to the two halves, and these to London.
  it.each(Object.values(published))('have boroughs that add up to London: %s', async (path) => {
    const { draft } = await readPublished(dataset, path);
    const sumOf = (isPart: (place: string) => boolean) => {
      const parts = [...draft.series.values()].filter(({ place }) => isPart(place));
      const readings = parts.flatMap((series) => [...series.readings.values()]);
      return readings.reduce((sum, { numerator }) => sum + (numerator ?? 0), 0);
    };
    const london = sumOf((place) => place === 'E12000007');
    expect(sumOf((place) => place.startsWith('E09'))).toEqual(london);
    expect(sumOf((place) => place.startsWith('E13'))).toEqual(london);
  });

  it('flag the four boroughs whose returns are incomplete', async () => {
    const { draft } = await readPublished(dataset, published['2014-15']);
    const flagged = Object.entries(cellsOf(draft)).filter(([, cell]) => cell.includes('PARTIAL_COVERAGE'));
    expect(Object.fromEntries(flagged)).toEqual({
      'emergency-admissions E09000001': 'FY2014-15 4501.58 PARTIAL_COVERAGE',
      'emergency-admissions E09000012': 'FY2014-15 3200.59 PARTIAL_COVERAGE',
      'emergency-admissions E09000025': 'FY2014-15 3461.31 PARTIAL_COVERAGE',
      'emergency-admissions E09000030': 'FY2014-15 3057.76 PARTIAL_COVERAGE',
    });
  });

  it('have rates within the range that is typical, but for the incomplete ones', async () => {
    const { draft } = await readPublished(dataset, published['2014-15']);
    const [low, high] = emergencyAdmissions.typicalRange ?? [0, 0];
    const cells = [...draft.series.values()].flatMap(({ readings }) => [...readings.values()]);
    const odd = cells.filter(({ value, flags }) => flags?.length === 0 && ((value ?? 0) < low || (value ?? 0) > high));
    expect(odd).toEqual([]);
  });
});
