import { libraryVisits, libraryVisitsDataset } from '@boroughgraph/test/support/example-dataset.ts';
import { cellsOf, readText, refusalOf } from '@boroughgraph/test/support/read-text.ts';
import { describe, expect, it } from 'vitest';
import { tidyFile } from './tidy-file.ts';

const dataset = libraryVisitsDataset;
const tidyOf = (indicator: typeof libraryVisits) => ({ ...dataset, indicators: [indicator], formats: [] });
const tidy = tidyOf(libraryVisits);
const row = { indicator: 'library-visits', area: 'Hackney', period: '2024-05', value: '7' };

/** What a tidy file with one row says of it: each fault with what may have been meant. */
const faults = (of: typeof tidy, cells: Partial<typeof row>) =>
  readText({ dataset: of, text: tidyFile({ ...row, ...cells }) }).rejected.map(
    ({ line, column, found, expected, candidates }) => [line, column, found, expected, candidates],
  );

describe('A figure that nobody can be sure of is refused, with what would be read', () => {
  const expected = 'a number or one of [c] [x] [z] [u] [low]';
  it.each([
    ['a minus that is no hyphen', '−5', ['-5']],
    ['a mark of revision', '12r', ['12']],
    ['a mark in brackets', '12 [p]', ['12']],
    ['an asterisk', '12*', ['12']],
    ['a raised footnote', '12¹', ['12']],
    ['a footnote in brackets', '12 (note 1)', ['12']],
    ['about', '~12', ['12']],
    ['brackets for below zero', '(12)', ['-12']],
    ['a space between thousands', '1 203', ['1203']],
    ['a narrow space between thousands', '1\u202F203', ['1203']],
    ['an apostrophe between thousands', "1'203", ['1203']],
    ['wide digits', '１２', ['12']],
    ['a formula', '=12', ['12']],
    ['a decimal comma', '1,20', []],
    ['a comma in the wrong place', '12,03', []],
    ['words', 'twelve', []],
    ['a fraction', '1/2', []],
    ['a time', '00:12', []],
    ['a number of another base', '0x1F', []],
    ['too large a number', '1e400', []],
    ['infinity', 'Infinity', []],
    ['no number', 'NaN', ['[x]']],
    ['not available in words', 'n/a', ['[x]']],
    ['a null', 'NULL', ['[x]']],
    ['an error of a spreadsheet', '#N/A', ['[x]']],
    ['another error of a spreadsheet', '#REF!', []],
    ['a dash', '–', ['0', '[x]', '[z]']],
    ['what a spreadsheet has shortened', '1.2E+03', ['all digits of what a spreadsheet has shortened']],
  ])('%s', (_what, value, candidates) => {
    expect(faults(tidy, { value })).toEqual([[2, 'value', value, expected, candidates]]);
  });

  it.each(['1.203', '12%', '12.5', '-5'])('%s where a count is expected', (value) => {
    expect(faults(tidy, { value })).toEqual([[2, 'value', value, 'a whole number of zero or more', []]]);
  });
});

describe('A period in other words is refused, with its own', () => {
  const years = tidyOf({ ...libraryVisits, grid: { type: 'FINANCIAL_YEAR' } });
  const quarters = tidyOf({ ...libraryVisits, grid: { type: 'QUARTER' } });
  it.each([
    [tidy, 'May 2024', 'one like 2024-11', ['2024-05']],
    [tidy, 'May-24', 'one like 2024-11', ['2024-05']],
    [tidy, '202405', 'one like 2024-11', ['2024-05']],
    [tidy, '2024–05', 'one like 2024-11', ['2024-05']],
    [tidy, '45413', 'one like 2024-11', []],
    [tidy, '01/05/2024', 'one like 2024-11', []],
    [tidy, '2024-13', 'one like 2024-11', []],
    [years, '2023/24', 'one like FY2024-25', ['FY2023-24']],
    [years, '2023-24', 'one like FY2024-25', ['FY2023-24']],
    [years, '1999/2000', 'one like FY2024-25', ['FY1999-00']],
    [years, '2023/25', 'one like FY2024-25', []],
    [years, '2023', 'one like FY2024-25', []],
    [quarters, 'Q1 2023', 'one like 2024-Q4', ['2023-Q1']],
    [quarters, 'Q1 2023/24', 'one like 2024-Q4', []],
    [quarters, '2023-Q5', 'one like 2024-Q4', []],
  ])('$1 in %#', (of, period, expected, candidates) => {
    expect(faults(of, { period })).toEqual([[2, 'period', period, expected, candidates]]);
  });
});

describe('A place that is none here is refused, with the nearest', () => {
  it.each([
    ['Hackney1', ['Hackney']],
    ['Hackney (1)', ['Hackney']],
    ['Hackney/Camden', ['Hackney', 'Camden']],
    ['E0900012', ['E09000012']],
    ['E08000003', []],
    ['W06000015', []],
    ['S12000036', []],
    ['E09000034', []],
  ])('%s', (area, candidates) => {
    const [[, column, found, , found2] = []] = faults(tidy, { area });
    expect([column, found, found2]).toEqual(['area', area, candidates]);
  });
});

describe('A table', () => {
  const months = 'Borough,Purpose,202401,202402\n';
  const table = `${months}Hackney,Reading,10,20\nCamden,Reading,1200,7\n`;
  const cells = (text: string) => cellsOf(readText({ dataset, text }).draft);
  const rejected = (text: string) =>
    readText({ dataset, text }).rejected.map(({ line, column, found }) => [line, column, found]);

  it('is read where vertical bars part its columns, with or without one at the ends', () => {
    expect(cells(table.replaceAll(',', '|'))).toEqual(cells(table));
    expect(cells(table.replaceAll(',', '|').replaceAll(/^(?=.)|(?<=.)$/gm, '|'))).toEqual(cells(table));
    expect(refusalOf({ dataset, text: table.replaceAll(',', '|').replace('1200', '1,200') })).toContain(
      'the columns of file.csv are separated by vertical bars, and line 3 has the number 1,200',
    );
    expect(refusalOf({ dataset, text: 'a|b|c\n1|2|3\n' })).toContain('its columns are separated by vertical bars');
  });

  it.each([
    ['^', 'circumflexes'],
    ['~', 'tildes'],
    [':', 'colons'],
    ['   ', 'spaces'],
  ])('is refused where "%s" does, by name', (sign, name) => {
    expect(refusalOf({ dataset, text: table.replaceAll(',', sign) })).toContain(
      `its columns seem to be separated by ${name}: save it with commas between them`,
    );
  });

  it.each(['Source: Nobody', '"Source: Nobody, 2024"', 'Source: Nobody, 2024', '1. Made up', '* Made up by nobody'])(
    'is refused for the note "%s" below it, not as damaged',
    (note) => {
      const sentence = refusalOf({ dataset, text: `${table}\n${note}\n` });
      expect(sentence).toContain('file.csv has the note "');
      expect(sentence).toContain('at line 5, which is no row of the table: take out what stands below the table');
    },
  );

  it('is refused for a comma within a number, and says how one is written', () => {
    expect(refusalOf({ dataset, text: table.replace('1200', '1,200') })).toContain(
      '(5 for 4); fetch the file again, or put quotation marks around cells that have commas in them, such as "1,203"',
    );
  });

  it.each([
    ['columns in another order', 'Purpose,202401,Borough,202402\nReading,10,Hackney,20\nReading,1200,Camden,7\n'],
    ['a mark of byte order in the middle', table.replace('Camden', '\uFEFFCamden')],
    ['spaces that do not break', table.replaceAll('Hackney', '\u00A0Hackney\u00A0')],
    ['quotation marks of a typesetter', table.replaceAll('Hackney', '“Hackney”')],
    ['a total between the rows', table.replace('Camden', 'Total,Reading,1210,27\nCamden')],
    ['zeros before a number', table.replace(',10,', ',010,')],
    ['a group of months above the headings', `,,2024,2024\n${table}`],
  ])('is read with %s', (_what, text) => {
    expect(cells(text)).toEqual(cells(table));
  });

  it.each([
    ['a row twice', `${table}Camden,Reading,1200,7\n`, [4, null, 'E09000007, reading']],
    ['a row twice with other figures', `${table}LB Camden,reading,1200,8\n`, [4, null, 'E09000007, reading']],
    ['its headings twice', `${months}${table}`, [2, 'Borough', 'Borough']],
    ['a borough of a cell that was merged', table.replace('Camden', ''), [3, 'Borough', '']],
    ['a place elsewhere', `${table}Cardiff,Reading,1,2\n`, [4, 'Borough', 'Cardiff']],
    ['a letter of another alphabet', table.replace('Camden,Reading', 'Camden,Reаding'), [3, 'Purpose', 'Reаding']],
    ['a total of purposes', `${table}Camden,Total,1200,7\n`, [4, 'Purpose', 'Total']],
  ])('has one line refused for %s', (_what, text, line) => {
    expect(rejected(text)).toEqual([line]);
  });

  it.each([
    ['a month twice', table.replace('202402', '202401'), 'the heading "202401" stands twice'],
    ['the number of a day', table.replace('202402', '45323'), 'its column "45323" is unknown'],
    ['a column of sums', table.replaceAll(/$(?=\n)/gm, ',1').replace('202402,1', '202402,Total'), '"Total" is unknown'],
    ['rows and columns exchanged', 'Month,Hackney,Camden\n202401,10,1200\n', 'it has no column "Borough", "Purpose"'],
    ['a part of a page', '<table><tr><td>Hackney</td></tr></table>', 'is a web page'],
  ])('is refused for %s', (_what, text, sentence) => {
    expect(refusalOf({ dataset, text })).toContain(sentence);
  });
});
