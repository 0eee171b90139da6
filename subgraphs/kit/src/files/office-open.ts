import { FileProblem } from './row-problem.ts';
import { dateOfSerial, type NumberForm, numberFormOf, textOfNumber } from './sheet-numbers.ts';
import type { Sheet, WorkbookParts } from './sheet.ts';
import { readXml } from './xml.ts';

/*
 * Workbooks of Excel. Source: ECMA-376, Office Open XML, part 1, SpreadsheetML.
 */

/** What the cells of all sheets refer to. */
interface Shared {
  readonly strings: readonly string[];
  /** By the number of a cell's style. */
  readonly forms: readonly NumberForm[];
  readonly isFrom1904: boolean;
}

/** The sheets of a workbook, but for those that its author hid. Throws where its XML is damaged. */
export function officeSheets(part: WorkbookParts): readonly Sheet[] {
  const targets = targetsIn(part('xl/_rels/workbook.xml.rels') ?? '');
  const book = bookIn(part('xl/workbook.xml') ?? '');
  const shared = {
    strings: stringsIn(part('xl/sharedStrings.xml')),
    forms: formsIn(part('xl/styles.xml')),
    isFrom1904: book.isFrom1904,
  };
  return book.sheets.flatMap(({ name, id }) => {
    const xml = part(targets.get(id) ?? '');
    return xml === null ? [] : [{ name, rows: rowsIn(xml, shared) }];
  });
}

function targetsIn(xml: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  readXml(xml, {
    open: (name, { Id: id = '', Target: target = '' }) => {
      if (name === 'Relationship') targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
  });
  return targets;
}

function bookIn(xml: string) {
  const sheets: { readonly name: string; readonly id: string }[] = [];
  let isFrom1904 = false;
  readXml(xml, {
    open: (tag, { name = '', id = '', state = 'visible', date1904 = '' }) => {
      if (tag === 'sheet' && state === 'visible') sheets.push({ name, id });
      if (tag === 'workbookPr') isFrom1904 = ['1', 'true'].includes(date1904);
    },
  });
  return { sheets, isFrom1904 };
}

/** Texts that several cells share; a text may have parts of several fonts, and readings of Japanese, which are no part of it. */
function stringsIn(xml: string | null): readonly string[] {
  const strings: string[] = [];
  let [text, isText, isReading] = ['', false, false];
  if (xml === null) return strings;
  readXml(xml, {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') isReading = true;
      isText = name === 't' && !isReading;
    },
    text: (value) => {
      if (isText) text += value;
    },
    close: (name) => {
      if (name === 'si') strings.push(text);
      if (name === 'rPh') isReading = false;
      isText = false;
    },
  });
  return strings;
}

function formsIn(xml: string | null): readonly NumberForm[] {
  const own = new Map<string, string>();
  const forms: NumberForm[] = [];
  let isOfCells = false;
  if (xml === null) return forms;
  readXml(xml, {
    open: (name, { numFmtId: id = '0', formatCode: code = '' }) => {
      if (name === 'numFmt') own.set(id, code);
      if (name === 'cellXfs') isOfCells = true;
      if (name === 'xf' && isOfCells) forms.push(numberFormOf(Number(id), own.get(id) ?? null));
    },
    close: (name) => {
      if (name === 'cellXfs') isOfCells = false;
    },
  });
  return forms;
}

/** A cell while it is read. */
interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly form: NumberForm;
  text: string;
}

function rowsIn(xml: string, shared: Shared): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell: OpenCell | null = null;
  let isValue = false;
  readXml(xml, {
    open: (name, { r = '', t = 'n', s = '0' }) => {
      if (name === 'row') {
        // Rows without a cell are not written.
        while (rows.length < Number(r) - 1) rows.push([]);
        row = [];
        rows.push(row);
      }
      if (name === 'c')
        cell = { column: columnOf(r) ?? row.length, type: t, form: shared.forms[Number(s)] ?? 'plain', text: '' };
      isValue = name === 'v' || name === 't';
    },
    text: (value) => {
      if (isValue && cell !== null) cell.text += value;
    },
    close: (name) => {
      isValue = false;
      if (name !== 'c' || cell === null) return;
      while (row.length < cell.column) row.push('');
      row[cell.column] = textOf(cell, shared);
      cell = null;
    },
  });
  return rows;
}

/** `AB12` is column 27. */
function columnOf(reference: string): number | null {
  const letters = /^[A-Z]+/.exec(reference)?.[0];
  if (letters === undefined) return null;
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function textOf({ type, form, text }: OpenCell, { strings, isFrom1904 }: Shared): string {
  switch (type) {
    case 's':
      return strings[Number(text)] ?? '';
    case 'b':
      return text === '1' ? 'TRUE' : 'FALSE';
    case 'e':
      throw new FileProblem(
        `a cell of the workbook holds the error ${text}: mend its formula, or save the sheet as CSV`,
      );
    case 'n':
      return text === '' ? '' : form === 'date' ? dateOfSerial(Number(text), isFrom1904) : textOfNumber(text, form);
    default:
      return text;
  }
}
