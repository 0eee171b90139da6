import { describe, expect, it } from 'vitest';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { cellsOf, outcomeOf, readPublished, readText, refusalOf } from '@boroughgraph/test/support/read-text.ts';
import { dataset } from './fingertips.ts';

const columns = [
  'Indicator ID',
  'Indicator Name',
  'Parent Code',
  'Parent Name',
  'Area Code',
  'Area Name',
  'Area Type',
  'Sex',
  'Age',
  'Category Type',
  'Category',
  'Time period',
  'Value',
  'Lower CI 95.0 limit',
  'Upper CI 95.0 limit',
  'Lower CI 99.8 limit',
  'Upper CI 99.8 limit',
  'Count',
  'Denominator',
  'Value note',
  'Recent Trend',
  'Compared to England value or percentiles',
  'Compared to Region value or percentiles',
  'Time period Sortable',
  'New data',
  'Compared to goal',
] as const;
type Cells = Partial<Record<(typeof columns)[number], string>>;

/** Violence offences in Hackney in 2017-18, but for the given cells. */
function rowWith(cells: Cells): string {
  const usual: Cells = {
    'Indicator ID': '11202',
    'Indicator Name': 'Violent crime',
    'Area Code': 'E09000012',
    'Area Name': 'Hackney',
    'Area Type': 'County & UA (pre 4/19)',
    Sex: 'Persons',
    Age: 'All ages',
    'Time period': '2017/18',
    Value: '30.123456789012',
    'Lower CI 95.0 limit': '1.5',
    'Upper CI 95.0 limit': '99.5',
    Count: '8000',
    Denominator: '265000',
    'Time period Sortable': '20170000',
    ...cells,
  };
  return columns.map((column) => `"${usual[column] ?? ''}"`).join(',');
}

const file = (...rows: readonly string[]) => [columns.join(','), ...rows, ''].join('\r\n');
const read = (...rows: readonly Cells[]) => readText({ dataset, text: file(...rows.map(rowWith)) });
const cells = (row: Cells) => cellsOf(read(row).draft);

describe('a download of Fingertips', () => {
  it('serves a value with all its digits, its limits, its count and its denominator', () => {
    const [series] = read({}).draft.series.values();
    expect([...(series?.readings.values() ?? [])]).toEqual([
      {
        value: 30.123456789012,
        status: 'PUBLISHED',
        flags: [],
        numerator: 8000,
        denominator: 265000,
        lower: 1.5,
        upper: 99.5,
      },
    ]);
  });

  it('has null for limits and numbers that are blank', () => {
    const [series] = read({
      'Lower CI 95.0 limit': '',
      'Upper CI 95.0 limit': '',
      Count: '',
      Denominator: '',
    }).draft.series.values();
    expect([...(series?.readings.values() ?? [])]).toMatchObject([
      { numerator: null, denominator: null, lower: null, upper: null },
    ]);
  });

  it('reads years as the indicator has them', () => {
    expect(cells({})).toEqual({ 'fingertips-11202 E09000012': 'FY2017-18 30.123456789012' });
    const lowIncome: Cells = {
      'Indicator ID': '10101',
      Age: '<16 yrs',
      'Time period': '2016',
      'Time period Sortable': '20160000',
      Value: '17',
      Count: '8500',
      Denominator: '50000',
    };
    expect(cells(lowIncome)).toEqual({ 'fingertips-10101 E09000012': 'CY2016 17' });
  });

  it('takes persons of the age that an indicator is defined for as the total, and others as a part', () => {
    expect(Object.keys(cells({ Sex: 'Not applicable' }))).toEqual(['fingertips-11202 E09000012']);
    expect(Object.keys(cells({ Sex: 'Female' }))).toEqual(['fingertips-11202 E09000012 sex=female']);
    expect(Object.keys(cells({ Age: '16+ yrs' }))).toEqual(['fingertips-11202 E09000012 age=16-and-over']);
    expect(
      Object.keys(
        cells({
          'Category Type': 'Deprivation deciles in England (IMD2015)',
          Category: 'Most deprived decile (IMD2015)',
        }),
      ),
    ).toEqual(['fingertips-11202 E09000012 category=most-deprived-decile']);
  });

  it('serves London and its boroughs, and leaves out England and all else', () => {
    const result = read(
      { 'Area Code': 'E12000007', 'Area Name': 'London region', 'Area Type': 'Region' },
      { 'Area Code': 'E92000001', 'Area Name': 'England', 'Area Type': 'England' },
      { 'Area Code': 'E12000004', 'Area Name': 'East Midlands region', 'Area Type': 'Region' },
      { 'Area Code': 'E06000015', 'Area Name': 'Derby', 'Value note': 'A note that nobody knows' },
      { 'Area Code': 'F84003', 'Area Name': 'A practice in Hackney' },
    );
    expect(outcomeOf(result)).toMatchObject({
      rowsLoaded: 1,
      leftOut: { 'an area that is neither London nor a borough of it': 4 },
      rejected: [],
    });
  });

  it('says so where nothing of it is about London', () => {
    expect(read({ 'Area Code': 'E06000015', 'Area Name': 'Derby' }).draft.notices).toEqual([
      'no row of file.csv is about London: it leaves nothing to serve',
    ]);
  });

  it('flags what an indicator estimates by a model', () => {
    const unemployment: Cells = { 'Indicator ID': '91126', Age: '16+ yrs', 'Time period': '2017', Value: '4.7' };
    expect(cells(unemployment)).toEqual({ 'fingertips-91126 E09000012': 'CY2017 4.7 MODELLED' });
  });
});

describe('a note beside a value', () => {
  it.each([
    ['Aggregated from all known lower geography values', '30', '30 ESTIMATED'],
    ['Value based on count rounded up to the nearest 5', '30', '30 ROUNDED'],
    ['LAs are allocated the rate of the police force area within which they sit', '30', 'NOT_COLLECTED'],
    ['Value suppressed for disclosure control due to small count', '', 'CONFIDENTIAL'],
    ['', '', 'NOT_AVAILABLE'],
  ])('%j makes of %j: %s', (note, value, cell) => {
    expect(cells({ 'Value note': note, Value: value })).toEqual({ 'fingertips-11202 E09000012': `FY2017-18 ${cell}` });
  });

  it.each([
    ['Value estimated by the office dog', '30'],
    ['Value suppressed for disclosure control due to small count', '30'],
  ])('is rejected without its value: %s', (note, value) => {
    const { rejected } = read({ 'Value note': note, Value: value });
    expect(rejected).toMatchObject([{ line: 2, column: 'Value note', found: note }]);
    expect(JSON.stringify(rejected)).not.toContain('30');
  });
});

describe('a row that cannot be read', () => {
  it.each<[Cells, string]>([
    [{ 'Indicator ID': '90813' }, 'Indicator ID'],
    [{ 'Area Name': 'Camden' }, 'Area Name'],
    [{ 'Area Code': 'E09000099' }, 'Area Code'],
    [{ Sex: 'All' }, 'Sex'],
    [{ Age: '65+ yrs' }, 'Age'],
    [{ 'Category Type': 'Ethnic groups', Category: 'Any' }, 'Category'],
    [{ 'Time period': '2017' }, 'Time period'],
    [{ 'Time period': '2017/19' }, 'Time period'],
    [{ 'Time period': '2015/16 - 17/18' }, 'Time period'],
    [{ 'Time period Sortable': '20160000' }, 'Time period Sortable'],
    [{ Value: '30 per 1,000' }, 'Value'],
    [{ 'Lower CI 95.0 limit': 'n/a' }, 'Lower CI 95.0 limit'],
    [{ 'Lower CI 95.0 limit': '30.2' }, 'Value'],
    [{ 'Upper CI 95.0 limit': '30.1' }, 'Value'],
    [{ Value: '-30' }, 'Value'],
    [{ Count: '-1' }, 'Count'],
    [{ 'Area Code': 'HACKNEY' }, 'Area Code'],
  ])('is rejected: %j', (row, column) => {
    expect(read(row).rejected).toMatchObject([{ line: 2, column }]);
  });

  it('is a file that is refused for a column that nobody has looked at', () => {
    expect(
      refusalOf({ dataset, text: file(rowWith({ 'New data': '3' })).replace('New data', 'Years pooled') }),
    ).toContain('its column "Years pooled" is unknown');
  });
});

const published = 'health/indicators-CountyUApre419.data.csv';

describe.skipIf(publishedFile(published) === null)('the published download', () => {
  it('has no row about London', async () => {
    const result = await readPublished(dataset, published);
    expect(outcomeOf(result)).toEqual({
      rowsRead: 87,
      rowsLoaded: 0,
      leftOut: { 'an area that is neither London nor a borough of it': 87 },
      keptOutside: {},
      rejected: [],
    });
    expect(result.draft.notices).toEqual([
      'no row of indicators-CountyUApre419.data.csv is about London: it leaves nothing to serve',
    ]);
  });
});
