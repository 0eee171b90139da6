import { readSourceFile } from '@boroughgraph/kit/files/source-file.ts';
import { FileProblem } from '@boroughgraph/kit/files/row-problem.ts';
import { libraryVisits, libraryVisitsDataset } from '@boroughgraph/test/support/example-dataset.ts';
import { cellsOf, readText, refusalOf } from '@boroughgraph/test/support/read-text.ts';
import { odsFile, type WorkbookCell, xlsxFile } from '@boroughgraph/test/support/workbook-file.ts';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';

const dataset = libraryVisitsDataset;
const table = 'Borough,Purpose,202401,202402\nHackney,Reading,10,20\nCamden,Reading,1200,7\n';
const cells = (text: string | Uint8Array) => cellsOf(readText({ dataset, text }).draft);
const notices = (text: string | Uint8Array) => readText({ dataset, text }).notices;
const refusal = (text: string | Uint8Array) => refusalOf({ dataset, name: 'visits.csv', text });
const utf16 = (text: string, encoding: 'le' | 'be') => {
  const little = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return encoding === 'le' ? little : Buffer.from(little).swap16();
};

describe('Read as if nothing were foreign is', () => {
  it.each<[string, string | Uint8Array]>([
    ['a title above the headings', `Library visits by borough\nSource: a made-up file\n\n${table}`],
    ['a title that a program filled with commas', `"Visits, by borough",,,\n,,,\n${table}`],
    ['semicolons between columns', table.replaceAll(',', ';')],
    ['tabs between columns', table.replaceAll(',', '\t')],
    ['marks within cells between semicolons', table.replaceAll(',', ';').replace('Reading', '"Reading"')],
    ['a title above semicolons', `Visits\n${table.replaceAll(',', ';')}`],
    ['carriage returns alone at line ends', table.replaceAll('\n', '\r')],
    ['line ends of two kinds', table.replace('\n', '\r\n')],
    ['UTF-16', utf16(table, 'le')],
    ['UTF-16 of the other order', utf16(table, 'be')],
    ['what Excel calls Unicode text', utf16(table.replaceAll(',', '\t'), 'le')],
    ['a byte order mark', `\uFEFF${table}`],
    ['columns at the end that hold nothing', table.replaceAll('\n', ',,\n')],
    [
      'columns between others that hold nothing',
      table.replace('202402', ',,202402').replaceAll(/,(20|7)\n/g, ',,,$1\n'),
    ],
    ['a month of which nothing is known yet', table.replace('202402', '202402,202403').replaceAll(/(0|7)\n/g, '$1,\n')],
  ])('%s', (_what, text) => {
    expect(cells(text)).toEqual(cells(table));
  });

  it.each([
    [`Visits\n${table}`, 'above its headings stands "Visits"'],
    [table.replaceAll(',', ';'), 'its columns are separated by semicolons'],
    [table.replace('202402', '202402,202403').replaceAll(/(0|7)\n/g, '$1,\n'), 'no row has anything under "202403"'],
  ])('with a notice', (text, notice) => {
    expect(notices(text)).toContain(notice);
  });
});

describe('Refused in a sentence that names what was found is', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['JSON', '[{"Borough": "Hackney"}]', 'is JSON: take the CSV that is published beside it'],
    ['RTF', '{\\rtf1 Hackney}', 'is a document with formatting (RTF): take the table that was published beside it'],
    [
      'a pointer of Git LFS',
      'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12\n',
      'is a pointer to a file that Git keeps elsewhere (LFS): fetch the file itself',
    ],
    ['a web page', '<!DOCTYPE html><html></html>', 'is a web page, not the file that it links to'],
    ['XML', '<?xml version="1.0"?><a/>', 'is XML: take the CSV'],
    ['an old workbook', Buffer.from('ÐÏ\u0011à', 'latin1'), 'File > Save As > CSV UTF-8 (Comma delimited)'],
    ['a damaged workbook', Buffer.from('PK\u0003\u0004 xl/workbook.xml', 'latin1'), 'is a damaged workbook'],
    ['a zip archive', Buffer.from('PK\u0003\u0004 data.csv', 'latin1'), 'is a zip archive: unpack it first'],
    ['a compressed file', Buffer.from('\u001f\u008b\u0008', 'latin1'), 'is compressed (gzip): unpack it first'],
    ['UTF-16 without a mark', Buffer.from(table, 'utf16le'), 'it has null bytes'],
    ['nothing', '', 'is empty'],
    ['white space', '\n\n', 'has no heading line'],
    ['a decimal comma', table.replaceAll(',', ';').replace('20\n', '0,5\n'), 'line 2 has the number 0,5'],
    [
      'a comma that may be of either kind',
      table.replaceAll(',', ';').replace('1200', '1,200'),
      'line 3 has the number 1,200',
    ],
    [
      'a point that may be of either kind',
      table.replaceAll(',', '\t').replace('1200', '1.200'),
      'line 3 has the number 1.200',
    ],
    ['other columns between semicolons', 'a;b;c\n1;2;3\n', 'its columns are separated by semicolons'],
    [
      'a mark within a cell',
      table.replace('Hackney', 'Hack"ney'),
      'has a quotation mark in the middle of a cell at line 2',
    ],
    ['rows above the headings that are no title', `Barnet,Reading,1,2\n${table}`, 'is in no format of this dataset'],
    ['a row that is too short', table.replace(',7\n', '\n'), 'line 3 has another number of cells than the headings'],
  ])('%s', (_what, text, sentence) => {
    expect(refusal(text)).toContain(sentence);
    expect(refusal(text)).not.toMatch(/Invalid|Expected|undefined|\[object/);
  });

  it('a folder, and a file that is not there', async () => {
    const found = await Promise.all(
      [tmpdir(), '/tmp/there/is/none.csv'].map((path) =>
        readSourceFile(path).catch((problem: unknown) => (problem instanceof FileProblem ? problem.message : problem)),
      ),
    );
    expect(found).toEqual([
      `${tmpdir()} cannot be read: it is a folder: name the file in it`,
      '/tmp/there/is/none.csv cannot be read: there is no such file',
    ]);
  });
});

/** The table as a program shows it: months as days, which headings may be. */
const sheet: readonly (readonly WorkbookCell[])[] = [
  ['Borough', 'Purpose', { day: 45_292 }, { day: 45_323 }],
  ['Hackney', 'Reading', 10, 20],
  ['Camden', 'Reading', 1200, 7],
];
const forms: readonly [string, typeof xlsxFile][] = [
  ['.xlsx', xlsxFile],
  ['.ods', odsFile],
];

describe.each(forms)('A workbook (%s)', (_form, workbook) => {
  it('is read from the one sheet that is a table of the dataset, below its title', () => {
    const file = workbook({
      Cover: [['Library visits']],
      'Table 1 & 2': [['A title'], [], ...sheet],
      Notes: [['a', 'b']],
    });
    expect(cells(file)).toEqual(cells(table));
    expect(notices(file)).toContain('read from the sheet "Table 1 & 2" of the workbook');
  });

  it('is refused where two sheets are, or none', () => {
    expect(refusal(workbook({ A: sheet, B: sheet }))).toContain('may be read in more than one way');
    expect(refusal(workbook({ Cover: [['x']] }))).toContain('its sheets are "Cover"');
    expect(refusal(workbook({ Cover: [['']] }))).toContain('is a workbook without a filled cell');
  });

  it('has percentages as they are shown, in full', () => {
    const share = { ...libraryVisits, unit: 'PERCENT', valueType: 'PROPORTION', multiplier: 100 } as const;
    const shares = { ...dataset, indicators: [share], formats: [] };
    const rows = [
      ['indicator', 'area', 'period', 'value'],
      ['library-visits', 'Hackney', '2024-01', { percent: 0.123 }],
      ['library-visits', 'Camden', '2024-01', 12.345],
    ];
    expect(cellsOf(readText({ dataset: shares, text: workbook({ Sheet: rows }) }).draft)).toEqual({
      'library-visits E09000012': '2024-01 12.3',
      'library-visits E09000007': '2024-01 12.345',
    });
  });
});
