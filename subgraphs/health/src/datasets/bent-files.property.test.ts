import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PlainTable, tableStyles, tableText, withCell } from '@boroughgraph/test/support/bent-table.ts';
import { cellsOf, readText, refusalOf } from '@boroughgraph/test/support/read-text.ts';
import { dataset as accidentAndEmergency } from './accident-and-emergency.ts';
import { dataset as drugMisuse } from './drug-misuse-admissions.ts';
import { dataset as emergencyAdmissions } from './emergency-admissions.ts';
import { dataset as fingertips } from './fingertips.ts';
import { dataset as lookedAfterChildren } from './looked-after-children-health.ts';

/** The same files are bent in each run. */
fc.configureGlobal({ seed: 20_140_401 });

interface BentFile {
  readonly dataset: typeof emergencyAdmissions;
  readonly name: string;
  readonly table: PlainTable;
  /** The columns whose text is a figure that is served, or says of whom or when it is. */
  readonly told: readonly number[];
}

const misuse = 'Substance misuse: Children looked after all ages';
const inInner = 'E92000001,England,E13000001,Inner London';
const cells = (line: string) => line.split(',');

const files: readonly BentFile[] = [
  {
    dataset: emergencyAdmissions,
    name: 'admissions-2014-15.csv',
    table: {
      headings: [
        'Code',
        'Area',
        'Resident Population (2014) - Denominator',
        'Numerator',
        'Expected value',
        'Indirectly standardised rate per 100,000',
        'Lower limit of 95% confidence interval',
        'Upper limit \nof 95% confidence interval',
      ],
      rows: [
        'E09000012,Hackney,1000,349,1000,34.9,33.1,36.2',
        'E09000007,Camden,2000,900,1000,90.5,80.4,99.3',
        'E12000007,London,9000,8000,9000,88.8,77.7,99.9',
      ].map(cells),
    },
    told: [0, 1, 2, 3, 4, 5, 6, 7],
  },
  {
    dataset: drugMisuse,
    name: 'misuse.csv',
    table: {
      headings: ['year', 'Barnet', 'City of London and Hackney', 'Bristol, City of', 'Leeds'],
      rows: ['2017,31,48,150,266', '2018,30,55,230,265', '2019,35,35,210,250.0'].map(cells),
    },
    told: [0, 1, 2],
  },
  {
    dataset: accidentAndEmergency,
    name: 'ae-2020-01.csv',
    table: {
      headings: [
        'Period',
        'Org Code',
        'Parent Org',
        'Org name',
        'Number of A&E attendances Type 1',
        'Number of A&E attendances Type 2',
        'Number of A&E attendances Other A&E Department',
        'Number of attendances over 4hrs Type 1',
        'Number of attendances over 4hrs Type 2',
        'Number of attendances over 4hrs Other A&E Department',
      ],
      rows: [
        'MSitAE-JANUARY-2020,RA1,NHS ENGLAND LONDON ,TRUST,900,20,80,90,2,8',
        'MSitAE-JANUARY-2020,RA2,NHS England London,CLINIC,0,0,70,0,0,1',
      ].map(cells),
    },
    told: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  },
  {
    dataset: lookedAfterChildren,
    name: 'outcomes.csv',
    table: {
      headings: cells(
        'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,new_la_code,la_name,cla_group,characteristic,number,percentage',
      ),
      rows: [
        `2023,Reporting year,Local authority,${inInner},E09000007,Camden,${misuse},Identified as having a substance misuse problem,24,12`,
        `2023,Reporting year,Local authority,${inInner},E09000012,Hackney,${misuse},Identified as having a substance misuse problem,c,c`,
        `2022,Reporting year,Local authority,${inInner},E09000012,Hackney,${misuse},Identified as having a substance misuse problem,0,0`,
      ].map(cells),
    },
    told: [0, 1, 2, 5, 7, 8, 10, 11, 12],
  },
  {
    dataset: fingertips,
    name: 'indicators.csv',
    table: {
      headings: cells(
        'Indicator ID,Indicator Name,Area Code,Area Name,Area Type,Sex,Age,Category Type,Category,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Count,Denominator,Value note,Time period Sortable',
      ),
      rows: [
        '11202,Violence,E09000012,Hackney,UA,Persons,All ages,,,2017/18,30.123456789012,29,31,8000,265000,,20170000',
        '11202,Violence,E09000007,Camden,UA,Persons,All ages,,,2017/18,28,27,29,7000,250000,Value based on count rounded up to the nearest 5,20170000',
      ].map(cells),
    },
    told: [0, 2, 3, 5, 6, 9, 10, 11, 12, 13, 14, 15, 16],
  },
];

/** What stands in a cell that somebody spoilt: never what a cell of these tables may hold. */
const spoilt = fc.constantFrom('twelve', '-4', '1,2,3', '12..', 'Hackny', '31/31/2020', '(12)', '0x10');

describe.each(files)('a file of $dataset.id', ({ dataset, name, table, told }) => {
  const read = (text: string) => readText({ dataset, name, text });
  const expected = cellsOf(read(tableText(table)).draft);
  /** How many rows of the table say something of each series. */
  const rowCount = table.rows.length;

  it('is read the same in any order of columns, quotes, letters of headings, line ends and empty rows', () => {
    fc.assert(
      fc.property(tableStyles, (style) => {
        const { draft, rejected, rowsLoaded } = read(tableText(table, style));
        expect({ cells: cellsOf(draft), rejected, rowsLoaded }).toEqual({
          cells: expected,
          rejected: [],
          rowsLoaded: rowCount,
        });
      }),
    );
  });

  it('rejects a row with a spoilt cell at its line, or is refused, and has no other figure for it', () => {
    const place = fc.record({ row: fc.nat(rowCount - 1), column: fc.constantFrom(...told) });
    fc.assert(
      fc.property(place, spoilt, (at, junk) => {
        // The name of a provider may be anything.
        fc.pre(table.headings[at.column] !== 'Org name');
        const text = tableText(withCell(table, at, junk));
        if (refusalOf({ dataset, name, text }) !== null) return;
        const { draft, rejected } = read(text);
        // A heading with a line feed takes one line more.
        const headingLines = table.headings.join('').split('\n').length;
        expect(rejected.map(({ line }) => line)).toEqual([headingLines + at.row + 1]);
        for (const [series, found] of Object.entries(cellsOf(draft)))
          expect(expected[series]).toContain(found.split(', ')[0]);
      }),
      { numRuns: 200 },
    );
  });

  it('has no wrong figure when it is cut off, at any character of it', () => {
    const text = tableText(table);
    const known = new Set(
      Object.entries(expected).flatMap(([series, found]) => found.split(', ').map((cell) => `${series}: ${cell}`)),
    );
    for (let length = 0; length < text.length; length += 1) {
      const cut = text.slice(0, length);
      if (refusalOf({ dataset, name, text: cut }) !== null) continue;
      const { draft, rejected } = read(cut);
      const found = Object.entries(cellsOf(draft)).flatMap(([series, list]) =>
        list.split(', ').map((cell) => `${series}: ${cell}`),
      );
      const isWhole = cut.endsWith('\n');
      // Where the cut lies inside the last cell, nothing but the missing line end shows it: a person is told to look.
      if (isWhole) expect(found.filter((cell) => !known.has(cell))).toEqual([]);
      else
        expect([...draft.notices.filter((notice) => notice.includes('cut off')), ...rejected].length).toBeGreaterThan(
          0,
        );
    }
  });
});
