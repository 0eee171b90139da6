import { readFileSync } from 'node:fs';
import { publishedFile } from '../support/published-files.ts';
import type { PublishedCell } from './question.ts';

/**
 * The number of a published file, read without anything of the project that reads files: the sum where several rows fit. Null where the
 * file is not at hand.
 *
 * @throws when no row fits, or one has no number.
 */
export function readCell(cell: PublishedCell): number | null {
  const { file, where, column } = cell;
  const separator: string = cell.separator ?? ',';
  const path = publishedFile(file);
  if (path === null) return null;
  const lines = readFileSync(path, 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/);
  const rows = lines.filter((line) => line !== '').map((line) => cellsOf(line, separator));
  const head = rows.findIndex((row) => row.includes(column));
  const heading = rows[head] ?? [];
  const fitting = rows
    .slice(head + 1)
    .filter((row) => Object.entries(where).every(([name, text]) => row[heading.indexOf(name)] === text));
  const numbers = fitting.map((row) => numberOf(row[heading.indexOf(column)] ?? ''));
  if (numbers.length === 0 || numbers.some(Number.isNaN))
    throw new Error(`${file}: ${JSON.stringify(where)} has ${String(numbers.length)} rows with numbers in ${column}`);
  return numbers.reduce((sum, value) => sum + value, 0);
}

const numberOf = (text: string): number =>
  Number(text.replaceAll(/[,%](?=\d{3}|$)/g, '').replace(',', '.') || Number.NaN);

/** The cells of a line: some stand in quotes, in which separators belong to the cell. */
function cellsOf(line: string, separator: string): readonly string[] {
  const parts = line.match(new RegExp(`("([^"]|"")*"|[^${separator}]*)(${separator}|$)`, 'g')) ?? [];
  return parts.map((part) => {
    const text = part.endsWith(separator) ? part.slice(0, -1) : part;
    return text
      .replace(/^"([\s\S]*)"$/, '$1')
      .replaceAll('""', '"')
      .trim();
  });
}
