import { FileProblem } from './row-problem.ts';
import { textOfNumber } from './sheet-numbers.ts';
import type { Sheet, WorkbookParts } from './sheet.ts';
import { readXml } from './xml.ts';

/*
 * Workbooks of LibreOffice and of the government's standard for figures. Source: OASIS, OpenDocument 1.3, part 3, tables.
 */

/** Cells of one kind at most that a row may repeat to be read one by one: programs write thousands of empty ones at the end. */
const mostColumns = 2000;
/** Likewise rows. */
const mostRows = 1_000_000;

const errorText = /^(#(N\/A|DIV\/0!|REF!|VALUE!|NAME\?|NUM!|NULL!)|Err:\d+)$/;

interface OpenCell {
  readonly repeated: number;
  readonly value: string | null;
  readonly lines: string[];
}

/** The sheets of a workbook. Throws where its XML is damaged. */
export function openDocumentSheets(part: WorkbookParts): readonly Sheet[] {
  const reader = new ContentReader();
  readXml(part('content.xml') ?? '', reader);
  return reader.sheets;
}

class ContentReader {
  readonly sheets: { readonly name: string; readonly rows: string[][] }[] = [];
  #row: string[] = [];
  #rowRepeats = 1;
  #cell: OpenCell | null = null;
  /** Notes that hang on a cell are no part of its text. */
  #isNote = false;

  readonly open = (tag: string, attributes: Readonly<Record<string, string>>): void => {
    if (tag === 'table') this.sheets.push({ name: attributes['name'] ?? '', rows: [] });
    if (tag === 'table-row') {
      this.#row = [];
      this.#rowRepeats = Number(attributes['number-rows-repeated'] ?? 1);
    }
    if (tag === 'table-cell' || tag === 'covered-table-cell')
      this.#cell = {
        repeated: Number(attributes['number-columns-repeated'] ?? 1),
        value: valueOf(attributes),
        lines: [],
      };
    if (tag === 'annotation') this.#isNote = true;
    if (tag === 'p' && !this.#isNote) this.#cell?.lines.push('');
    if (tag === 's' && !this.#isNote) this.text(' '.repeat(Number(attributes['c'] ?? 1)));
  };

  readonly text = (text: string): void => {
    const lines = this.#cell?.lines;
    if (this.#isNote || lines === undefined || lines.length === 0) return;
    lines.push((lines.pop() ?? '') + text);
  };

  readonly close = (tag: string): void => {
    if (tag === 'annotation') this.#isNote = false;
    if ((tag === 'table-cell' || tag === 'covered-table-cell') && this.#cell !== null) this.#endCell(this.#cell);
    if (tag === 'table-row') this.#endRow();
  };

  #endCell({ repeated, value, lines }: OpenCell): void {
    const text = value ?? lines.join('\n');
    if (errorText.test(text))
      throw new FileProblem(
        `a cell of the workbook holds the error ${text}: mend its formula, or save the sheet as CSV`,
      );
    const times = text === '' ? Math.min(repeated, mostColumns) : repeated;
    if (this.#row.length + times <= 2 * mostColumns) for (let each = 0; each < times; each += 1) this.#row.push(text);
    else if (text !== '') throw new FileProblem(`the workbook has a row of more than ${2 * mostColumns} cells`);
    this.#cell = null;
  }

  #endRow(): void {
    const rows = this.sheets.at(-1)?.rows;
    if (rows === undefined) return;
    const isEmpty = this.#row.every((cell) => cell === '');
    const times = isEmpty ? Math.min(this.#rowRepeats, 1000) : this.#rowRepeats;
    if (rows.length + times > mostRows) {
      if (isEmpty) return;
      throw new FileProblem(`the workbook has more than ${mostRows.toLocaleString('en-GB')} rows in a sheet`);
    }
    for (let each = 0; each < times; each += 1) rows.push(this.#row);
  }
}

/** The value of a cell that is no text, which is shown with fewer digits. */
function valueOf(attributes: Readonly<Record<string, string>>): string | null {
  const value = attributes['value'] ?? '';
  switch (attributes['value-type']) {
    case 'float':
    case 'currency':
      return textOfNumber(value, 'plain');
    case 'percentage':
      return textOfNumber(value, 'percent');
    case 'date':
      return (attributes['date-value'] ?? '').slice(0, 10);
    case 'boolean':
      return attributes['boolean-value'] === 'true' ? 'TRUE' : 'FALSE';
    default:
      return null;
  }
}
