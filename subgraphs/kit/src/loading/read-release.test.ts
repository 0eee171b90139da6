import { describe, expect, it } from 'vitest';
import { cellsOf, readText } from '@boroughgraph/test/support/read-text.ts';
import { libraryVisits, libraryVisitsDataset } from '@boroughgraph/test/support/example-dataset.ts';
import { disclosurePolicies } from '../disclosure/policy.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';
import { ordinalOf } from '../statistics/periods.ts';
import { readRelease } from './read-release.ts';
import { FileProblem } from '../files/row-problem.ts';
import { sourceFile } from '../files/source-file.ts';

const read = (text: string | Uint8Array) =>
  readRelease(
    libraryVisitsDataset,
    sourceFile('visits.csv', typeof text === 'string' ? new TextEncoder().encode(text) : text),
  );

/** Each series of a file as `place dimensions: values`, a status standing for a value that is not there. */
function seriesOf(text: string | Uint8Array): readonly string[] {
  const { draft } = read(text);
  return [...draft.series.values()].map(({ place, dimensionKey, readings }) => {
    const cells = [...readings.values()].map(({ value, status }) => (status === 'PUBLISHED' ? String(value) : status));
    return `${place} ${dimensionKey}: ${cells.join(' ')}`;
  });
}

function refusal(text: string | Uint8Array): string {
  try {
    read(text);
  } catch (problem) {
    if (problem instanceof FileProblem) return problem.message;
    throw problem;
  }
  return 'not refused';
}

const twoMonths = 'Borough,Purpose,202401,202402\n';

describe('reading a file', () => {
  it('puts every row in exactly one of four counts', () => {
    const { rowsRead, rowsLoaded, leftOut, keptOutside, rejected } = read(
      `${twoMonths}Hackney,Reading,10,20\nTotal,,10,20\nUnknown,Reading,1,1\nHackny,Reading,1,1\n,,,\n`,
    );
    expect({ rowsRead, rowsLoaded, leftOut: [...leftOut], keptOutside: [...keptOutside], rejected }).toEqual({
      rowsRead: 5,
      rowsLoaded: 1,
      leftOut: [
        ['a total', 1],
        ['an empty row', 1],
      ],
      keptOutside: [['no borough', 1]],
      rejected: [
        {
          line: 5,
          column: 'Borough',
          found: 'Hackny',
          expected: 'the name of borough',
          candidates: expect.arrayContaining(['Hackney']) as unknown,
        },
      ],
    });
  });

  it('reads columns by name in any order, under any listed heading', () => {
    expect(seriesOf('202402,PURPOSE, borough  name ,Jan-24\n20,Reading,Hackney,10\n')).toEqual([
      'E09000012 purpose=reading: 20 10',
      'E09000012 : 20 10',
    ]);
  });

  it('reads thousands separators, percent signs and whole numbers written with decimals', () => {
    expect(seriesOf(`${twoMonths}Hackney,Reading,"1,234",4299.0\n`)[0]).toBe('E09000012 purpose=reading: 1234 4299');
  });

  it('reads a byte order mark, CRLF, quoted line feeds and trailing empty rows', () => {
    expect(
      seriesOf(
        '\uFEFF"Bor\nough",Purpose,202401\r\n'.replace('Bor\nough', 'Borough\n name') +
          'Hackney,Reading,10\r\n,,\r\n,,\r\n',
      )[0],
    ).toBe('E09000012 purpose=reading: 10');
  });

  it.each([
    ['c', 'CONFIDENTIAL'],
    ['x', 'NOT_AVAILABLE'],
    ['z', 'NOT_APPLICABLE'],
    ['u', 'LOW_BASE'],
    [':', 'NOT_AVAILABLE'],
    ['..', 'NOT_AVAILABLE'],
    ['k', '0'],
    ['C', 'CONFIDENTIAL'],
    [' x ', 'NOT_AVAILABLE'],
  ])('reads the marker %j as %s', (marker, meaning) => {
    expect(seriesOf(`Borough,Purpose,202401\nHackney,Reading,${marker}\n`)[0]).toBe(
      `E09000012 purpose=reading: ${meaning}`,
    );
  });

  it('does not add up a total that has a part withheld', () => {
    expect(seriesOf(`Borough,Purpose,202401\nHackney,Reading,10\nHackney,Warmth,c\n`)[1]).toBe(
      'E09000012 : CONFIDENTIAL',
    );
  });

  it.each([
    ['text in a cell', 'Hackney,Reading,ten,1', '202401', 'ten'],
    ['a negative count', 'Hackney,Reading,-1,1', '202401', '-1'],
    ['a broken count', 'Hackney,Reading,1,1.5', '202402', '1.5'],
    ['a blank cell', 'Hackney,Reading,,1', '202401', ''],
    ['a marker that is not listed', 'Hackney,Reading,*,1', '202401', '*'],
    ['a separator out of place', 'Hackney,Reading,"1,23",1', '202401', '1,23'],
    ['an unknown category', 'Hackney,Sleeping,1,1', 'Purpose', 'Sleeping'],
    ['a name that could be two places', 'North East,Reading,1,1', 'Borough', 'North East'],
  ])('rejects %s with its line and column', (_what, row, column, found) => {
    const { rejected, draft } = read(`${twoMonths}Barnet,Reading,10,20\n${row}\n`);
    expect(rejected).toMatchObject([{ line: 3, column, found }]);
    expect([...draft.series.values()].map(({ place }) => place)).toEqual(['E09000003', 'E09000003']);
  });

  it('rejects a row that repeats an earlier one, and keeps nothing of it', () => {
    const { rejected, draft } = read(`${twoMonths}Hackney,Reading,10,20\nHackney,Reading,10,20\n`);
    expect(rejected).toMatchObject([{ line: 3, column: null, found: 'E09000012, reading' }]);
    const january = ordinalOf({ type: 'MONTH' }, '2024-01');
    expect([...draft.series.values()].map(({ readings }) => readings.get(january)?.value)).toEqual([10, 10]);
  });
});

describe('a file that may be cut off', () => {
  it('is read, with a notice, where its last line does not end', () => {
    const notices = (text: string) => read(text).draft.notices;
    const [notice = '', ...others] = notices(`${twoMonths}Hackney,Reading,10,20`);
    expect(notice).toContain('make sure that the file was not cut off');
    expect([others, notices(`${twoMonths}Hackney,Reading,10,20\n`)]).toEqual([[], []]);
  });

  it('is refused where no row is left', () => {
    expect(refusal(twoMonths)).toBe('visits.csv has headings and no row: it may be cut off');
  });
});

describe('a file that others are needed beside', () => {
  const dataset = { ...libraryVisitsDataset, references: { shelves: 'how many shelves there are' } };
  const readBeside = (text: string) => readRelease(dataset, sourceFile('visits.csv', new TextEncoder().encode(text)));

  it('is refused without them', () => {
    expect(() => readBeside(`${twoMonths}Hackney,Reading,10,20\n`)).toThrow(
      'library-visits needs the file "shelves" (how many shelves there are): name it with --reference shelves=FILE',
    );
  });

  it('is read without them in the tidy format', () => {
    const text = 'indicator,area,period,value\nlibrary-visits,Hackney,2024-01,10\n';
    expect(readBeside(text).rowsLoaded).toBe(1);
  });
});

describe('refusing a file', () => {
  it.each([
    [
      'an unknown column',
      'Borough,Purpose,202401,Remark\n',
      'its column "Remark" is unknown (expected a month such as 202401)',
    ],
    ['a missing column', 'Borough,202401\n', 'it has no column "Purpose"'],
    ['no month', 'Borough,Purpose\n', 'it has no column for a month such as 202401'],
    ['a column twice', 'Borough,Purpose,Purpose,202401\n', 'the heading "Purpose" stands twice'],
    ['a month twice', 'Borough,Purpose,202401,Jan-24\n', 'two columns are for 2024-01'],
    ['two headings for one column', 'Borough,Borough name,Purpose,202401\n', 'two headings mean the same'],
    [
      'a row that is cut off',
      `${twoMonths}Hackney,Reading,1,2\nHackney,War`,
      'is cut off or damaged: line 3 has another number of cells',
    ],
    [
      'a quotation mark that is never closed',
      `${twoMonths}"Hackney,Reading,1,2\n`,
      'is cut off or damaged: a quotation mark',
    ],
    ['a web page', '<!DOCTYPE html><html></html>', 'is a web page'],
    ['nothing', '', 'is empty'],
  ])('says what is wrong with %s', (_what, text, sentence) => {
    expect(refusal(text)).toContain(sentence);
  });

  it.each([
    ['UTF-16', Buffer.concat([Buffer.from('\uFEFFBorough', 'utf16le'), Buffer.from('x')]), 'is damaged UTF-16 text'],
    ['Windows-1252', Buffer.from(`${twoMonths}Hackney,caf\u00e9,1,2\n`, 'latin1'), 'line 2 has other bytes'],
    ['a zip archive', Buffer.from('PK\u0003\u0004'), 'is a zip archive: unpack it first'],
    ['null bytes', Buffer.from('a\0b'), 'it has null bytes'],
  ])('says that %s is no text', (_what, bytes, sentence) => {
    expect(refusal(bytes)).toContain(sentence);
  });
});

describe('the tidy format', () => {
  const header = 'indicator,area,period,purpose,value,numerator,denominator,lower,upper,status\n';

  it('reads names and codes, blank dimensions, statuses and limits', () => {
    const text = `${header}library-visits,Hackney,2024-01,reading,10,,,8.5,12,\nlibrary-visits,E12000007,2024-01,,,,,,,CONFIDENTIAL\n`;
    expect(seriesOf(text)).toEqual(['E09000012 purpose=reading: 10', 'E12000007 : CONFIDENTIAL']);
  });

  it.each([
    ...['c', 'C', '[c]', '*', '**', '<5', '< 5', '&lt;5', '≤5', '1-4', '1 to 5', 'fewer than 6', 'Suppressed', ''].map(
      (marker) => [marker, 'CONFIDENTIAL'],
    ),
    ...['x', '[x]', ':', '..'].map((marker) => [marker, 'NOT_AVAILABLE']),
    ...['z', '[z]'].map((marker) => [marker, 'NOT_APPLICABLE']),
    ...['u', '[u]'].map((marker) => [marker, 'LOW_BASE']),
    ...['k', 'low', '[low]'].map((marker) => [marker, '0']),
  ])('reads %j in place of a value as %s', (marker, meaning) => {
    const { rejected } = read(`${header}library-visits,Hackney,2024-01,,${marker},,,,,\n`);
    expect(rejected).toEqual([]);
    expect(seriesOf(`${header}library-visits,Hackney,2024-01,,${marker},,,,,\n`)).toEqual([`E09000012 : ${meaning}`]);
  });

  it('reads a blank as not available where nothing is withheld for being small', () => {
    const dataset = { ...libraryVisitsDataset, disclosurePolicy: disclosurePolicies.none };
    const text = `${header}library-visits,Hackney,2024-01,,,,,,,\n`;
    expect(cellsOf(readText({ dataset, text }).draft)).toEqual({ 'library-visits E09000012': '2024-01 NOT_AVAILABLE' });
  });

  it.each(['c,40', '*,', ',<6', ',[c]'])('withholds a figure beside which %j is withheld', (counts) => {
    expect(seriesOf(`${header}library-visits,Hackney,2024-01,,10,${counts},,,\n`)).toEqual([
      'E09000012 : CONFIDENTIAL',
    ]);
  });

  it.each([
    ['an unknown indicator', 'tea-drunk,Hackney,2024-01,,1,,,,,', 'indicator', 'one of library-visits'],
    ['a period of another kind', 'library-visits,Hackney,CY2024,,1,,,,,', 'period', 'one like 2024-11'],
    ['an unknown dimension value', 'library-visits,Hackney,2024-01,sleep,1,,,,,', 'purpose', 'one of reading, warmth'],
    [
      'a value beside a status',
      'library-visits,Hackney,2024-01,,1,,,,,CONFIDENTIAL',
      'status',
      'PUBLISHED or nothing, because a value stands beside it',
    ],
    ['no value that is said to be published', 'library-visits,Hackney,2024-01,,,,,,,PUBLISHED', 'value', 'a number'],
    [
      'a text that may be zero or nothing',
      'library-visits,Hackney,2024-01,,-,,,,,',
      'value',
      'a number or one of [c] [x] [z] [u] [low]',
    ],
    [
      'a marker beside the status of another',
      'library-visits,Hackney,2024-01,,c,,,,,NOT_COLLECTED',
      'status',
      'CONFIDENTIAL or nothing, because of what stands beside it as value',
    ],
    [
      'an area of a kind on which it is not measured',
      'library-visits,E92000001,2024-01,,1,,,,,',
      'area',
      'the code or name of an area of type BOROUGH, REGION',
    ],
  ])('rejects %s', (_what, row, column, expected) => {
    expect(read(`${header}${row}\n`).rejected).toMatchObject([{ line: 2, column, expected }]);
  });
});

describe('a row about a place at which no answer shows it', () => {
  const row = 'library-visits,Hackney,2024-01,';
  const hidden = (more: Partial<IndicatorDefinition>, value: string) =>
    readText({
      dataset: { ...libraryVisitsDataset, formats: [], indicators: [{ ...libraryVisits, ...more }] },
      text: `indicator,area,period,value\n${row}${value}\n`,
    });

  it.each<[string, Partial<IndicatorDefinition>, string]>([
    [
      'nobody measures it there',
      { notMeasuredIn: { E09000012: 'It has no libraries.' } },
      'library-visits is not measured in Hackney: It has no libraries.',
    ],
    [
      'it is measured with a neighbour',
      { measuredTogether: ['composite:city-of-london-and-hackney'] },
      'library-visits is measured in City of London and Hackney, not in Hackney alone',
    ],
  ])('is kept outside, by name, where %s', (_why, more, rule) => {
    const { rowsLoaded, keptOutside, draft } = hidden(more, '10');
    expect([rowsLoaded, [...keptOutside]]).toEqual([0, [[rule, 1]]]);
    expect([draft.series.size, draft.hasAnythingToServe()]).toEqual([0, false]);
  });

  it('keeps what it says of why there is no figure', () => {
    const { draft, keptOutside } = hidden({ notMeasuredIn: { E09000012: 'It has no libraries.' } }, 'z');
    expect([keptOutside.size, cellsOf(draft)]).toEqual([1, { 'library-visits E09000012': '2024-01 NOT_APPLICABLE' }]);
  });
});

it('notices figures of a period that begins after the day of publication', () => {
  const file = sourceFile('visits.csv', new TextEncoder().encode(`${twoMonths}Hackney,Reading,10,20\n`));
  const noticesOf = (publishedAt: string) => readRelease(libraryVisitsDataset, file, { publishedAt }).draft.notices;
  expect([noticesOf('2024-01-31'), noticesOf('2024-02-01')]).toEqual([
    ['library-visits goes up to 2024-02, which is after 2024-01-31, the day of publication: check both'],
    [],
  ]);
});
