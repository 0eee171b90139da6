import type { FileFormat } from '../datasets/dataset.ts';
import { type Fit, fitOf } from './fit-format.ts';
import { matchHeadings } from './match-headings.ts';
import { listSome } from '../files/nearest.ts';
import type { RawRow } from '../files/records.ts';
import { FileProblem } from '../files/row-problem.ts';
import { type Separator, separatorNames, separators } from '../files/separators.ts';
import type { SourceFile } from '../files/source-file.ts';
import { firstOf, type RawTable, recordsOf, tableIn } from '../files/table.ts';

/** A table that stands in a file otherwise than its format has it. */
export interface FoundTable {
  readonly format: FileFormat;
  readonly table: RawTable;
  readonly fit: Fit;
  /** How it differs, for a person: separators, rows above the headings, the name of its sheet. */
  readonly notices: readonly string[];
}

/** Rows that may stand above the headings at most: published tables have titles and notes of about ten. */
const mostAbove = 30;
/** A row above the headings is a title or a note: it has a cell or two, and a row of figures has more. */
const mostTitleCells = 2;

/** The rows of a file in one of the ways in which they may be split. */
interface SplitRows {
  readonly records: Iterable<RawRow>;
  readonly separator: Separator | null;
  readonly notices: readonly string[];
}

/**
 * The tables of some formats that stand in a file below title rows, between other separators, or in a sheet of a workbook, in the order
 * of the file; none where it is in a format as it is. A file in which several stand is not certain to be any of them.
 *
 * @throws {FileProblem} when the headings of one are there, and its rows cannot be split.
 */
export function findTables(file: SourceFile, formats: readonly FileFormat[]): readonly FoundTable[] {
  const delimited = formats.filter(({ tabulate }) => tabulate === undefined);
  return waysToSplit(file).flatMap((rows) => {
    const first = firstRows(rows.records);
    return delimited.flatMap((format) => tablesIn(file.name, { ...rows, first }, format));
  });
}

/** The separator by which most of the first line is parted; null for a single column. Never throws. */
export function likelySeparator(text: string): Separator | null {
  const [line = ''] = text.split(/[\r\n]/, 1);
  const counted = separators.map((separator) => ({ separator, count: line.split(separator).length - 1 }));
  const [most] = counted.sort((a, b) => b.count - a.count);
  return most === undefined || most.count === 0 ? null : most.separator;
}

function waysToSplit(file: SourceFile): readonly SplitRows[] {
  if (file.sheets !== null)
    return file.sheets.map(({ name, rows }) => ({
      records: rows.map((cells, index) => ({ line: index + 1, cells })),
      separator: null,
      notices: [`read from the sheet "${name}" of the workbook`],
    }));
  return separators.map((separator) => ({
    records: recordsOf(file, { separator, isQuoted: true }),
    separator,
    notices: [],
  }));
}

/** None where the text cannot be split so. */
function firstRows(records: Iterable<RawRow>): readonly RawRow[] {
  try {
    return firstOf(records, mostAbove + 1);
  } catch (problem) {
    if (problem instanceof FileProblem) return [];
    throw problem;
  }
}

function tablesIn(
  name: string,
  { records, separator, notices, first }: SplitRows & { readonly first: readonly RawRow[] },
  format: FileFormat,
): readonly FoundTable[] {
  const lastTitle = first.findIndex((row) => filledCells(row) > mostTitleCells);
  const places = first.map((_, above) => above).filter((above) => lastTitle < 0 || above <= lastTitle);
  const foreignSeparator = separator === null || separator === format.delimiter ? null : separator;
  return places.flatMap((above) => {
    if (above === 0 && separator === format.delimiter) return [];
    if (matchHeadings(first[above]?.cells ?? [], format).columns.size === 0) return [];
    const table = tableIn(records, { name, above, headingLines: format.headingLines ?? 1, foreignSeparator });
    const fit = fitOf(table, format);
    if (typeof fit === 'string') return [];
    const titles = first.slice(0, above).flatMap(({ cells }) => cells.filter((cell) => cell.trim() !== ''));
    const differences = [
      ...notices,
      ...(foreignSeparator === null ? [] : [`its columns are separated by ${separatorNames[foreignSeparator]}`]),
      ...(above === 0 ? [] : [`above its headings stands ${titles.length === 0 ? 'nothing' : listSome(titles, 5)}`]),
    ];
    return [{ format, table, fit, notices: differences }];
  });
}

const filledCells = ({ cells }: RawRow) => cells.filter((cell) => cell.trim() !== '').length;
