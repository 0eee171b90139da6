import { describe, expect, it } from 'vitest';
import { educationRow, educationText } from '@boroughgraph/test/support/education-text.ts';
import { cellsOf, outcomeOf, readText, refusalOf } from '@boroughgraph/test/support/read-text.ts';
import { libraryVisits, libraryVisitsDataset } from '@boroughgraph/test/support/example-dataset.ts';
import { ordinalOf } from '../statistics/periods.ts';
import { type DatasetDefinition, loaded } from './dataset.ts';
import {
  educationColumn,
  educationColumns,
  outsideLondon,
  readEducationRow,
  requireEducationTable,
} from './education-rows.ts';

/** A made-up table of the Department for Education, with one count. */
const visits = { ...libraryVisits, grid: { type: 'FINANCIAL_YEAR' } } as const;
const dataset: DatasetDefinition = {
  ...libraryVisitsDataset,
  indicators: [visits],
  formats: [
    {
      name: 'the table of visits',
      delimiter: ',',
      columns: { ...educationColumns, visits: educationColumn('Visits_count') },
      otherColumns: 'refused',
      open: (file, draft) => {
        requireEducationTable(file, 'Visits');
        return (row) => {
          const of = readEducationRow(row);
          if (of === null) return outsideLondon;
          const ordinal = ordinalOf(visits.grid, `FY${of.year - 1}-${of.year % 100}`);
          draft.stage({ indicator: visits, place: of.area.code, cells: [{ ordinal, reading: row.count('visits') }] });
          return loaded;
        };
      },
    },
  ],
};

const headings = 'category,Visits_count';
const category = 'Visits';
const file = (...rows: readonly string[]) => educationText(headings, ...rows);
const read = (text: string) => readText({ dataset, text });
const hackney = educationRow('Hackney', 2024, category, 2000);
/** The rejected rows of a file with one row in which a text is replaced by another. */
const rejected = (from: string, to: string, row = hackney) =>
  read(file(row.replace(from, to))).rejected.map(
    ({ line, column, found, expected }) => `line ${line}, ${column ?? ''}: "${found}", expected ${expected}`,
  );

describe('a row of the Department for Education', () => {
  it('is of England, a part of London or a borough; all others are left out', () => {
    const rows = ['England', 'London', 'Inner London', 'Outer London', 'Hackney', 'North East', 'Leeds'] as const;
    const result = read(file(...rows.map((area, index) => educationRow(area, 2024, category, 1000 + 10 * index))));
    expect(outcomeOf(result)).toEqual({
      rowsRead: 7,
      rowsLoaded: 5,
      leftOut: { 'outside London': 2 },
      keptOutside: {},
      rejected: [],
    });
    expect(cellsOf(result.draft)).toEqual({
      'library-visits E92000001': 'FY2023-24 1000',
      'library-visits E12000007': 'FY2023-24 1010',
      'library-visits E13000001': 'FY2023-24 1020',
      'library-visits E13000002': 'FY2023-24 1030',
      'library-visits E09000012': 'FY2023-24 1040',
    });
  });

  it('may be of a financial year, which ends in the reporting year', () => {
    const texts = ['202324', '2023-24', '2023/24'].map((period) =>
      hackney.replace('2024,Reporting year', `${period},Financial year`),
    );
    const cells = texts.map((row) => cellsOf(read(file(row)).draft)['library-visits E09000012']);
    expect(cells).toEqual(['FY2023-24 2000', 'FY2023-24 2000', 'FY2023-24 2000']);
  });

  it.each([
    ['2024,', '202324,', 'time_period: "202324", expected a year such as 2024'],
    ['2024,', '24,', 'time_period: "24", expected a year such as 2024'],
    ['2024,Reporting year', '202325,Financial year', 'time_period: "202325", expected a financial year such as 202324'],
    [
      'Reporting year',
      'Academic year',
      'time_identifier: "Academic year", expected one of Reporting year, Financial year',
    ],
    ['Local authority', 'Ward', 'geographic_level: "Ward", expected one of National, Regional, Local authority'],
    ['E09000012', 'E09000013', 'la_name: "Hackney", expected the name of E09000013, Hammersmith and Fulham'],
    ['E09000012', 'E08000035', 'new_la_code: "E08000035", expected the code of Hackney, E09000012'],
    ['E09000012,Hackney', 'E09000034,Elsewhere', 'new_la_code: "E09000034", expected an ONS code such as E09000012'],
    ['E09000012,Hackney', ',Elsewhere', 'new_la_code: "", expected an ONS code such as E09000012'],
    ['Hackney', 'Hackny', 'la_name: "Hackny", expected the name of E09000012, Hackney'],
    [
      'E13000001,Inner London',
      'E13000002,Outer London',
      'region_code: "E13000002", expected the code of a region in which Hackney lies',
    ],
    [
      '204,E09000012,Hackney',
      '383,E08000035,Leeds',
      'new_la_code: "E08000035", expected the code of a borough of Inner London',
    ],
  ])('with %j written as %j is rejected, with its line', (from, to, problem) => {
    expect(rejected(from, to)).toEqual([`line 2, ${problem}`]);
  });

  it.each([
    ['E92000001,England', 'E92000002,Englan', 'country_code: "E92000002", expected the code of England, E92000001'],
    ['E92000001,England', 'E92000001,Wales', 'country_name: "Wales", expected the name of E92000001, England'],
  ])('of a country with %j written as %j is rejected', (from, to, problem) => {
    expect(rejected(from, to, educationRow('England', 2024, category, 10))).toEqual([`line 2, ${problem}`]);
  });

  it('of a region with the code of another is rejected', () => {
    const row = educationRow('London', 2024, category, 10);
    expect(rejected('E12000007', 'E12000001', row)).toEqual([
      'line 2, region_code: "E12000001", expected the code of London, E12000007',
    ]);
    expect(rejected('E12000007,London', 'E13000009,Middle London', row)).toEqual([
      'line 2, region_code: "E13000009", expected an ONS code such as E09000012',
    ]);
  });

  it('that repeats an area and year is rejected', () => {
    const { rejected: repeats } = read(file(hackney, hackney));
    expect(repeats.map(({ line, found }) => [line, found])).toEqual([[3, 'E09000012']]);
  });
});

describe('a file of the Department for Education', () => {
  it('is read whatever the order and the spelling of its headings, with a byte order mark or without', () => {
    const plain = cellsOf(read(file(hackney)).draft);
    const spelt = file(hackney).replace('time_period', 'Time period').replace('Visits_count', 'VISITS COUNT');
    const reversed = file(hackney)
      .trim()
      .split('\r\n')
      .map((line) => line.split(',').reverse().join(','));
    const others = [`\uFEFF${file(hackney)}`, spelt, `${reversed.join('\n')}\n`];
    expect(others.map((text) => cellsOf(read(text).draft))).toEqual([plain, plain, plain]);
  });

  it('is refused when it is another table of the same shape', () => {
    const text = file(hackney.replace(category, 'Loans'));
    expect(refusalOf({ dataset, text, name: 'loans.csv' })).toBe(
      'loans.csv holds "loans", not "Visits": check that it is the table of this dataset',
    );
  });

  it('is refused when its name says that it holds other years', () => {
    const name = 'visits_2013_to_2023.csv';
    expect(refusalOf({ dataset, text: file(hackney), name })).toBe(
      `${name} says by its name that it holds 2013 to 2023, and has rows of 2024: check which of the two is right`,
    );
    expect(refusalOf({ dataset, text: file(hackney), name: 'visits_2013_to_2024.csv' })).toBeNull();
  });

  it('is refused without a column that it must have, which the sentence names', () => {
    const text = file(hackney).replace('new_la_code', 'authority');
    expect(refusalOf({ dataset, text })).toContain(
      'it has no column "new_la_code" (the nearest that it has is "old_la_code")',
    );
  });
});
