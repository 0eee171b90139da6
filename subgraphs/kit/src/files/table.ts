import { delimitedRecords, type RawRow, type Splitting } from './records.ts';
import { listSome } from './nearest.ts';
import { FileProblem } from './row-problem.ts';
import { requireOneMeaning, type Separator } from './separators.ts';
import type { SourceFile } from './source-file.ts';

/** The raw text of a table: headings as written, and its rows, which may be read more than once. */
export interface RawTable {
  readonly headings: readonly string[];
  readonly rows: Iterable<RawRow>;
}

/** A heading for comparison: one space for each run of white space and underscores, none around it, lower case. Never throws. */
export function normaliseHeading(heading: string): string {
  return heading
    .replaceAll(/[\s_]+/g, ' ')
    .trim()
    .toLowerCase();
}

/** Bytes of a file whose rows are kept once they are split; those of a larger one are split again whenever they are asked for. */
const keptBytes = 4 * 1024 * 1024;

/** What is split of a file that somebody still holds, so that each of its formats need not split it again. */
const splitFiles = new WeakMap<SourceFile, Map<string, Iterable<RawRow>>>();

/** The rows of a delimited file, as often as they are asked for. Reading them throws as `delimitedRecords` does; this never does. */
export function recordsOf(file: SourceFile, splitting: Splitting): Iterable<RawRow> {
  const split = splitFiles.get(file) ?? new Map<string, Iterable<RawRow>>();
  splitFiles.set(file, split);
  const key = `${splitting.separator} ${splitting.isQuoted}`;
  const records = split.get(key) ?? splitRecords(file, splitting);
  split.set(key, records);
  return records;
}

function splitRecords(file: SourceFile, splitting: Splitting): Iterable<RawRow> {
  if (file.content.length > keptBytes) return { [Symbol.iterator]: () => delimitedRecords(file, splitting) };
  let kept: readonly RawRow[] | undefined;
  return { [Symbol.iterator]: () => (kept ??= [...delimitedRecords(file, splitting)])[Symbol.iterator]() };
}

/**
 * Splits a delimited file into headings and rows; quoted cells may hold delimiters and line feeds.
 *
 * @throws {FileProblem} when there are no headings; reading its rows, when quotes do not close or a row has more or fewer cells than
 * there are headings.
 */
export function parseTable(file: SourceFile, delimiter: ',' | '\t'): RawTable {
  return tableIn(recordsOf(file, { separator: delimiter, isQuoted: delimiter === ',' }), { name: file.name });
}

/** Where in the rows of a file a table stands. */
export interface TablePlace {
  /** The name of the file. */
  readonly name: string;
  /** Lines of headings, which become one, their parts joined by ` | `. @default 1 */
  readonly headingLines?: number;
  /** Rows above them. @default 0 */
  readonly above?: number;
  /** The separator of the file, where it is not that of its format. @default null */
  readonly foreignSeparator?: Separator | null;
}

/** The table that stands at a place in rows. Throws as `parseTable`. */
export function tableIn(records: Iterable<RawRow>, place: TablePlace): RawTable {
  const { name, headingLines = 1, above = 0 } = place;
  const [head, ...more] = firstOf(records, above + headingLines).slice(above);
  if (head === undefined) throw new FileProblem(`${name} has no heading line`);
  const headings = head.cells.map((first, column) =>
    [first, ...more.map(({ cells }) => cells[column] ?? '')].filter((part) => part.trim() !== '').join(' | '),
  );
  const rows = { [Symbol.iterator]: () => rowsBelow(records, { ...place, width: headings.length }) };
  return { headings, rows };
}

/** Some rows from the beginning; fewer where there are no more. */
export function firstOf(records: Iterable<RawRow>, count: number): readonly RawRow[] {
  const first: RawRow[] = [];
  for (const record of records) {
    if (first.length >= count) break;
    first.push(record);
  }
  return first;
}

function* rowsBelow(
  records: Iterable<RawRow>,
  { name, headingLines = 1, above = 0, foreignSeparator = null, width }: TablePlace & { readonly width: number },
): Generator<RawRow> {
  let passed = 0;
  for (const row of records) {
    passed += 1;
    if (passed <= above + headingLines) continue;
    if (row.cells.length !== width) throw new FileProblem(`${name} ${whatIsWrongWith(row, width)}`);
    if (foreignSeparator !== null) requireOneMeaning(row.cells, name, { line: row.line, separator: foreignSeparator });
    yield row;
  }
}

/** How the notes begin that publishers put below their tables. */
const noteWords = /^\W*(?:sources?|notes?|footnotes?|contact|copyright|crown copyright|©|\(?\[?\d+[.)\]])/i;

/** What is said of a row that has more or fewer cells than there are headings. */
function whatIsWrongWith({ line, cells }: RawRow, width: number): string {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const [first = ''] = filled;
  const isNote = cells.length < width && (noteWords.test(first) || (filled.length === 1 && /[\s:]/.test(first.trim())));
  if (isNote)
    return `has the note ${listSome(filled, 2)} at line ${line}, which is no row of the table: take out what stands below the table, or fetch the file again where that is a row that was cut off`;
  const counted = `line ${line} has another number of cells than the headings (${cells.length} for ${width})`;
  const remedy =
    cells.length < width ? '' : ', or put quotation marks around cells that have commas in them, such as "1,203"';
  return `is cut off or damaged: ${counted}; fetch the file again${remedy}`;
}

/** The positions of columns in which no row has anything; none where there is no row. Throws as reading the rows does. */
export function emptyColumnsOf({ headings, rows }: RawTable): ReadonlySet<number> {
  const empty = new Set(headings.keys());
  let count = 0;
  for (const { cells } of rows) {
    count += 1;
    for (const column of empty) if ((cells[column] ?? '').trim() !== '') empty.delete(column);
    if (empty.size === 0) break;
  }
  return count === 0 ? new Set() : empty;
}
