import type { Cell } from './table-rows.ts';

/** What a spreadsheet takes for the beginning of a formula, and the mark that keeps it from doing so. */
const beginsFormula = /^[=+\-@\t\r'＝＋－＠]/;

const needsQuotes = /[",\n\r#]|^\s|\s$|^$/;

/** The character that tells Excel that a file is UTF-8. */
export const byteOrderMark = '\ufeff';

/**
 * A row of CSV by RFC 4180, with its line end. Nothing is an empty cell, and an empty text is `""`. A text that begins as a formula
 * would (`=`, `+`, `-`, `@`, a tab) has an apostrophe before it, and so has one that begins with an apostrophe; numbers stay as they are.
 */
export function writeCsvRow(cells: readonly Cell[]): string {
  return `${cells.map(writeCell).join(',')}\r\n`;
}

function writeCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = markFormula(cell);
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A text as no spreadsheet takes it for a formula: with an apostrophe before it where it begins as one would. */
export function markFormula(text: string): string {
  return beginsFormula.test(text) ? `'${text}` : text;
}

/** Sentences as comments before the first row; each is one line. For readers that are told of them (`comment='#'`). */
export function writeCsvComments(sentences: readonly string[]): string {
  return sentences.map((sentence) => `# ${sentence.replaceAll(/\s+/g, ' ')}\r\n`).join('');
}
