import type { FileFormat, OpenedFile } from '../datasets/dataset.ts';
import { findTables, type FoundTable, likelySeparator } from './find-table.ts';
import { type Fit, fitOf, headingsOf } from './fit-format.ts';
import { listSome } from '../files/nearest.ts';
import { type ColumnPositions, Row } from '../files/row.ts';
import { FileProblem } from '../files/row-problem.ts';
import type { RawRow } from '../files/records.ts';
import { separatorNames } from '../files/separators.ts';
import type { SourceFile } from '../files/source-file.ts';
import { normaliseHeading, type RawTable, recordsOf, tableIn } from '../files/table.ts';

/** A file in the format that its headings show. */
export interface MatchedFile {
  readonly format: FileFormat;
  readonly table: RawTable;
  readonly columns: ColumnPositions;
  readonly opened: OpenedFile;
  /** How the file differs from the format, where it is read all the same. */
  readonly notices: readonly string[];
}

/** What a reader is given beside the file itself. */
export interface BesideFile {
  readonly references: Readonly<Record<string, SourceFile>>;
  readonly publishedAt: string | null;
}

/**
 * Finds the format of a file by its headings: as the format has them, or else in a workbook, below title rows or between other
 * separators, where that is certain.
 *
 * @throws {FileProblem} that says what the file has, and for each format what is missing or unknown.
 */
export function matchFormat(file: SourceFile, formats: readonly FileFormat[], beside: BesideFile): MatchedFile {
  if (isJson(file) && formats.every(({ tabulate }) => tabulate === undefined))
    throw new FileProblem(`${file.name} is JSON: take the CSV that is published beside it`);
  const misfits: string[] = [];
  let seen: RawTable | null = null;
  for (const format of file.sheets === null ? formats : []) {
    const table = parseOrMisfit(file, format, formats.length);
    const fit = typeof table === 'string' ? table : fitOf(table, format);
    if (typeof table !== 'string' && typeof fit !== 'string')
      return matched({ name: file.name, ...beside }, { format, table, fit, notices: [] });
    if (typeof table !== 'string') seen ??= table;
    misfits.push(`not ${format.name}, because ${typeof fit === 'string' ? fit : ''}`);
  }
  const [found, ...others] = findTables(file, formats);
  if (found === undefined) throw new FileProblem(`${file.name} ${whatItIs(file, misfits, seen)}`);
  if (others.length === 0) return matched({ name: file.name, ...beside }, found);
  throw new FileProblem(
    `${file.name} may be read in more than one way (${[found, ...others].map(({ format, notices }) => [format.name, ...notices].join(', ')).join('; ')}): leave one table in it`,
  );
}

/** The beginning of a text, which is all that tells its form. */
const startOf = ({ content }: SourceFile) => new TextDecoder('utf-8').decode(content.subarray(0, 64 * 1024));

const isJson = (file: SourceFile) => /^\s*(\{|\[\s*[{[])/.test(startOf(file));

function whatItIs(file: SourceFile, misfits: readonly string[], seen: RawTable | null): string {
  if (file.sheets !== null)
    return `is a workbook in which no sheet has the headings of this dataset; its sheets are ${listSome(file.sheets.map(({ name }) => name))}: take the one with the data, and leave its headings as they are published`;
  const separated = whatSeparates(startOf(file));
  const has = seen === null || separated !== '' ? '' : `; its headings are ${headingsOf(seen)}`;
  return `is in no format of this dataset: ${misfits.join('; ')}${separated}${has}`;
}

/** What stands between cells that no format of text has, by the words for it. */
const foreignSigns: readonly (readonly [string | RegExp, string])[] = [
  ['^', 'circumflexes'],
  ['~', 'tildes'],
  [/ {2,}/, 'spaces'],
  [':', 'colons'],
];

/** That columns are parted otherwise than by commas; empty where they are not. */
function whatSeparates(text: string): string {
  const separator = likelySeparator(text);
  if (separator === ',') return '';
  if (separator !== null) return `; its columns are separated by ${separatorNames[separator]}`;
  const [line = ''] = text.split(/[\r\n]/, 1);
  const [, sign] = foreignSigns.find(([foreign]) => line.split(foreign).length > 2) ?? [];
  return sign === undefined ? '' : `; its columns seem to be separated by ${sign}: save it with commas between them`;
}

function matched(
  { name, publishedAt, references }: BesideFile & { readonly name: string },
  { format, table, fit, notices }: FoundTable,
): MatchedFile {
  const headings = new Map([...fit.columns].map(([column, { heading }]) => [column, heading]));
  const distinct = (column: string) => distinctTexts(table, fit.columns.get(column)?.position);
  const rows = () =>
    Iterator.from(table.rows)
      .filter(isFilled)
      .map((raw) => new Row(raw, fit.columns));
  const reference = referenceIn(references);
  const opened: OpenedFile = { name, publishedAt, headings, others: fit.others, distinct, rows, reference };
  return { format, table, columns: fit.columns, opened, notices: [...notices, ...noticeEmpty(fit)] };
}

function noticeEmpty({ passedOver }: Fit): readonly string[] {
  return passedOver.length === 0 ? [] : [`no row has anything under ${listSome(passedOver, 5)}`];
}

function referenceIn(references: Readonly<Record<string, SourceFile>>): OpenedFile['reference'] {
  return (name) => {
    const file = references[name];
    if (file === undefined)
      throw new FileProblem(`the file "${name}" is needed beside: name it with --reference ${name}=FILE`);
    return file;
  };
}

const isFilled = ({ cells }: RawRow) => cells.some((cell) => cell.trim() !== '');

function distinctTexts({ rows }: RawTable, position: number | undefined): ReadonlySet<string> {
  const texts = new Set<string>();
  if (position === undefined) return texts;
  // A blank row says nothing, and so not that its cell is blank.
  for (const row of rows) {
    const text = (row.cells[position] ?? '').trim();
    if (text !== '' || isFilled(row)) texts.add(text.toLowerCase());
  }
  return texts;
}

/** A file that cannot be split at all is damaged, unless another delimiter may split it. */
function parseOrMisfit(file: SourceFile, format: FileFormat, formats: number): RawTable | string {
  const { delimiter: separator, headingLines = 1 } = format;
  try {
    if (format.tabulate !== undefined) return format.tabulate(file);
    const records = recordsOf(file, { separator, isQuoted: separator !== '\t' });
    return tableIn(records, { name: file.name, headingLines });
  } catch (problem) {
    if (problem instanceof FileProblem && formats > 1 && !isMeant(file, format)) return problem.message;
    throw problem;
  }
}

/** Whether the first line has a heading of a format, between its separators. */
function isMeant(file: SourceFile, format: FileFormat): boolean {
  if (format.tabulate === undefined && (likelySeparator(startOf(file)) ?? format.delimiter) !== format.delimiter)
    return false;
  const firstLine = normaliseHeading(startOf(file).split(/[\r\n]/, 1)[0] ?? '');
  return Object.values(format.columns).some(
    ({ headings, isOptional }) =>
      isOptional !== true && headings.some((heading) => firstLine.includes(normaliseHeading(heading))),
  );
}
