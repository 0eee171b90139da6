import { strToU8, zipSync } from 'fflate';

/** A cell of a workbook that a test writes: a text, a number, a share shown as a percentage, or a day by its number. */
export type WorkbookCell = string | number | { readonly percent: number } | { readonly day: number };

/** The sheets of a workbook by their names. */
export type WorkbookSheets = Readonly<Record<string, readonly (readonly WorkbookCell[])[]>>;

/** A small workbook of Excel, its texts within its cells. Never throws. */
export function xlsxFile(sheets: WorkbookSheets): Uint8Array {
  const names = Object.keys(sheets);
  const list = names.map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  const targets = names.map((_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`);
  const forms = [0, 10, 14].map((id) => `<xf numFmtId="${id}"/>`).join('');
  return zipSync({
    'xl/workbook.xml': strToU8(`<workbook xmlns:r="r"><sheets>${list.join('')}</sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': strToU8(`<Relationships>${targets.join('')}</Relationships>`),
    'xl/styles.xml': strToU8(`<styleSheet><cellXfs>${forms}</cellXfs></styleSheet>`),
    ...Object.fromEntries(
      Object.values(sheets).map((rows, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        strToU8(`<worksheet><sheetData>${rows.map(officeRow).join('')}</sheetData></worksheet>`),
      ]),
    ),
  });
}

/** A small workbook of LibreOffice. Never throws. */
export function odsFile(sheets: WorkbookSheets): Uint8Array {
  const tables = Object.entries(sheets).map(
    ([name, rows]) =>
      `<table:table table:name="${escaped(name)}">${rows.map(openRow).join('')}${emptyEnd}</table:table>`,
  );
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
    'content.xml': strToU8(
      `<o:document-content xmlns:o="o" xmlns:table="t" xmlns:text="x"><o:spreadsheet>${tables.join('')}</o:spreadsheet></o:document-content>`,
    ),
  });
}

/** What LibreOffice writes below and beside the last cell. */
const emptyEnd =
  '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>';

function officeRow(cells: readonly WorkbookCell[], at: number): string {
  const written = cells.map((cell, column) => {
    const reference = `r="${String.fromCharCode(65 + column)}${at + 1}"`;
    if (typeof cell === 'string') return `<c ${reference} t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
    if (typeof cell === 'number') return `<c ${reference} s="0"><v>${cell}</v></c>`;
    return 'percent' in cell
      ? `<c ${reference} s="1"><v>${cell.percent}</v></c>`
      : `<c ${reference} s="2"><v>${cell.day}</v></c>`;
  });
  return `<row r="${at + 1}">${written.join('')}</row>`;
}

function openRow(cells: readonly WorkbookCell[]): string {
  const written = cells.map((cell) => {
    if (typeof cell === 'string') return openCell('string', '', cell);
    if (typeof cell === 'number') return openCell('float', `o:value="${cell}"`, String(Math.round(cell)));
    if ('percent' in cell)
      return openCell('percentage', `o:value="${cell.percent}"`, `${Math.round(cell.percent * 100)}%`);
    const day = new Date(Date.UTC(1899, 11, 30 + cell.day)).toISOString().slice(0, 10);
    return openCell('date', `o:date-value="${day}"`, day);
  });
  return `<table:table-row>${written.join('')}</table:table-row>`;
}

const openCell = (type: string, value: string, text: string) =>
  `<table:table-cell o:value-type="${type}" ${value}><text:p>${escaped(text)}</text:p></table:table-cell>`;

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
