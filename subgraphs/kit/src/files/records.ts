import { CsvError, parse } from 'csv-parse/sync';
import { FileProblem } from './row-problem.ts';
import { type PlainRecord, plainRecords } from './plain-records.ts';
import type { Separator } from './separators.ts';
import type { SourceFile } from './source-file.ts';
import { textBlocks } from './text-blocks.ts';

/** One row of a file as it stands, with the line on which it ends. */
export interface RawRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** How a file is split into rows. */
export interface Splitting {
  readonly separator: Separator;
  /** Whether quotation marks may stand around a cell, which may then hold separators and line ends. */
  readonly isQuoted: boolean;
}

/**
 * The rows of a delimited file, headings among them, a block at a time, so that a large file is never in memory as cells. Empty lines
 * are left out; rows may have any number of cells.
 *
 * @throws {FileProblem} when quotation marks do not close or stand where none can.
 */
export function* delimitedRecords(file: SourceFile, { separator, isQuoted }: Splitting): Generator<RawRow> {
  for (const { text, linesBefore } of textBlocks(file.content, isQuoted)) {
    const plain = plainRecords(text, separator, isQuoted);
    for (const { line, cells } of plain ?? parseBlock(file.name, text, { separator, isQuoted, linesBefore }))
      yield { line: linesBefore + line, cells };
  }
}

interface Parsed {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

function parseBlock(
  name: string,
  text: string,
  { separator, isQuoted, linesBefore }: Splitting & { readonly linesBefore: number },
): readonly PlainRecord[] {
  try {
    const options = {
      delimiter: separator,
      record_delimiter: ['\r\n', '\n', '\r'],
      info: true,
      quote: isQuoted ? '"' : null,
      skip_empty_lines: true,
      relax_column_count: true,
    };
    // The option `info` makes every record an object of this form, which the library's types do not follow.
    const parsed = parse(text, options) as unknown as Parsed[];
    return parsed.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (cause) {
    if (cause instanceof CsvError) throw new FileProblem(`${name} ${sentence(cause, linesBefore)}`, { cause });
    throw cause;
  }
}

function sentence(error: CsvError, linesBefore: number): string {
  const line = lineOf(error, linesBefore);
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return `is cut off or damaged: a quotation mark before line ${line} is never closed; fetch the file again`;
    case 'INVALID_OPENING_QUOTE':
      return `has a quotation mark in the middle of a cell at line ${line}: a mark within a cell is written twice, and the cell between marks`;
    case 'CSV_INVALID_CLOSING_QUOTE':
      return `has something behind the closing quotation mark of a cell at line ${line}: a mark within a cell is written twice`;
    default:
      return `is no table of separated cells at line ${line}: fetch the file again`;
  }
}

/** The library notes the line on the error, without a type. */
function lineOf(error: CsvError, linesBefore: number): string {
  const line: unknown = error['lines'];
  return typeof line === 'number' ? String(linesBefore + line) : 'unknown';
}
