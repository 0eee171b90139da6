import { CsvError, parse } from 'csv-parse/sync';
import { FileProblem } from './row-problem.ts';
import type { SourceFile } from './source-file.ts';

/** The raw text of a delimited file: headings as written, and each row with the line on which it ends. */
export interface RawTable {
  readonly headings: readonly string[];
  readonly rows: readonly RawRow[];
}
export interface RawRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A heading for comparison: one space for each run of white space and underscores, none around it, lower case. Never throws. */
export function normaliseHeading(heading: string): string {
  return heading
    .replaceAll(/[\s_]+/g, ' ')
    .trim()
    .toLowerCase();
}

/**
 * Splits a delimited file into headings and rows; quoted cells may hold delimiters and line feeds. Several lines of headings
 * become one, their parts joined by ` | `.
 *
 * @throws {FileProblem} when quotes do not close or a row has more or fewer cells than there are headings.
 */
export function parseTable(file: SourceFile, delimiter: ',' | '\t', headingLines = 1): RawTable {
  const records = parseRecords(file, delimiter);
  const [head, ...more] = records.slice(0, headingLines);
  if (head === undefined) throw new FileProblem(`${file.name} has no heading line`);
  const headings = head.record.map((first, column) =>
    [first, ...more.map(({ record }) => record[column] ?? '')].filter((part) => part.trim() !== '').join(' | '),
  );
  const rows = records.slice(headingLines).map(({ record, info }) => ({ line: info.lines, cells: record }));
  return withoutEmptyColumns({ headings, rows });
}

/** Programs that save a sheet as text write a delimiter for each column that was ever touched: those hold nothing. */
function withoutEmptyColumns({ headings, rows }: RawTable): RawTable {
  const isEmpty = (column: number) =>
    headings[column]?.trim() === '' && rows.every(({ cells }) => cells[column]?.trim() === '');
  const last = headings.findLastIndex((_, column) => !isEmpty(column));
  if (last === headings.length - 1) return { headings, rows };
  return {
    headings: headings.slice(0, last + 1),
    rows: rows.map(({ line, cells }) => ({ line, cells: cells.slice(0, last + 1) })),
  };
}

interface Parsed {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

function parseRecords(file: SourceFile, delimiter: ',' | '\t'): readonly Parsed[] {
  try {
    const options = { delimiter, info: true, quote: delimiter === ',' ? '"' : null, skip_empty_lines: true };
    // The option `info` makes every record an object of this form, which the library's types do not follow.
    return parse(file.text, options) as unknown as Parsed[];
  } catch (cause) {
    if (cause instanceof CsvError) throw new FileProblem(`${file.name} ${sentence(cause)}`, { cause });
    throw cause;
  }
}

function sentence(error: CsvError): string {
  const line = lineOf(error);
  switch (error.code) {
    case 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH':
      return `is cut off or damaged: line ${line} has another number of cells than the headings; fetch the file again`;
    case 'CSV_QUOTE_NOT_CLOSED':
      return `is cut off or damaged: a quotation mark before line ${line} is never closed; fetch the file again`;
    default:
      return `is not a delimited table at line ${line}: ${error.message}`;
  }
}

/** The library notes the line on the error, without a type. */
function lineOf(error: CsvError): string {
  const line: unknown = error['lines'];
  return typeof line === 'number' ? String(line) : 'unknown';
}
