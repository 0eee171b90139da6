import type { FileFormat, OpenedFile, OtherColumn, OtherColumns } from './dataset.ts';
import { personalColumnIn } from './personal-columns.ts';
import { type ColumnPositions, Row } from './row.ts';
import { FileProblem } from './row-problem.ts';
import { normaliseHeading, parseTable, type RawTable } from './table.ts';
import type { SourceFile } from './source-file.ts';

/** A file in the format that its headings show. */
export interface MatchedFile {
  readonly format: FileFormat;
  readonly table: RawTable;
  readonly columns: ColumnPositions;
  readonly opened: OpenedFile;
}

/** What a reader is given beside the file itself. */
export interface BesideFile {
  readonly references: Readonly<Record<string, SourceFile>>;
  readonly publishedAt: string | null;
}

/**
 * Finds the format of a file by its headings.
 *
 * @throws {FileProblem} that says for each format which headings are missing or unknown.
 */
export function matchFormat(file: SourceFile, formats: readonly FileFormat[], beside: BesideFile): MatchedFile {
  const misfits: string[] = [];
  for (const format of formats) {
    const table = parseOrMisfit(file, format, formats.length);
    const fit = typeof table === 'string' ? table : fitOf(table, format);
    if (typeof table !== 'string' && typeof fit !== 'string')
      return matched({ name: file.name, ...beside }, { format, table, fit });
    misfits.push(`not ${format.name}, because ${typeof fit === 'string' ? fit : ''}`);
  }
  throw new FileProblem(`${file.name} is in no format of this dataset: ${misfits.join('; ')}`);
}

function matched(
  { name, publishedAt, references }: BesideFile & { readonly name: string },
  { format, table, fit }: { readonly format: FileFormat; readonly table: RawTable; readonly fit: Fit },
): MatchedFile {
  const headings = new Map([...fit.columns].map(([column, { heading }]) => [column, heading]));
  const distinct = (column: string) => distinctTexts(table, fit.columns.get(column)?.position);
  const rows = () => table.rows.map((raw) => new Row(raw, fit.columns));
  const reference = referenceIn(references);
  const opened: OpenedFile = { name, publishedAt, headings, others: fit.others, distinct, rows, reference };
  return { format, table, columns: fit.columns, opened };
}

function referenceIn(references: Readonly<Record<string, SourceFile>>): OpenedFile['reference'] {
  return (name) => {
    const file = references[name];
    if (file === undefined)
      throw new FileProblem(`the file "${name}" is needed beside: name it with --reference ${name}=FILE`);
    return file;
  };
}

function distinctTexts({ rows }: RawTable, position: number | undefined): ReadonlySet<string> {
  return new Set(position === undefined ? [] : rows.map(({ cells }) => (cells[position] ?? '').trim().toLowerCase()));
}

/** A file that cannot be split at all is damaged, unless another delimiter may split it. */
function parseOrMisfit(file: SourceFile, format: FileFormat, formats: number): RawTable | string {
  try {
    return format.tabulate === undefined
      ? parseTable(file, format.delimiter, format.headingLines)
      : format.tabulate(file);
  } catch (problem) {
    if (problem instanceof FileProblem && formats > 1 && !hasFirstHeading(file, format)) return problem.message;
    throw problem;
  }
}

function hasFirstHeading(file: SourceFile, format: FileFormat): boolean {
  const firstLine = normaliseHeading(file.text.slice(0, file.text.indexOf('\n')));
  return Object.values(format.columns).some(
    ({ headings, isOptional }) =>
      isOptional !== true && headings.some((heading) => firstLine.includes(normaliseHeading(heading))),
  );
}

interface Fit {
  readonly columns: ColumnPositions;
  readonly others: readonly OtherColumn[];
}

/** Where the columns lie; a clause that completes "because …" when the headings are not those of the format. */
function fitOf(table: RawTable, format: FileFormat): Fit | string {
  const personal =
    format.otherColumns === 'refused' ? personalColumnIn(table.headings, headingsIn(table, format)) : null;
  if (personal !== null) return personal;
  const positions = new Map<string, number>();
  for (const [position, heading] of table.headings.entries()) {
    const normal = normaliseHeading(heading);
    if (normal !== '' && positions.has(normal)) return `the heading "${heading}" stands twice`;
    positions.set(normal, position);
  }
  const columns = new Map<string, { position: number; heading: string }>();
  const missing: string[] = [];
  for (const [name, { headings, isOptional }] of Object.entries(format.columns)) {
    const found = [...new Set(headings.map(normaliseHeading))].filter((heading) => positions.has(heading));
    if (found.length > 1)
      return `two headings mean the same: ${found.map((heading) => `"${table.headings[positions.get(heading) ?? -1] ?? heading}"`).join(' and ')}`;
    const position = positions.get(found[0] ?? '\0');
    if (position !== undefined) columns.set(name, { position, heading: table.headings[position] ?? '' });
    else if (isOptional !== true) missing.push(headings.map((heading) => `"${heading}"`).join(' or '));
  }
  if (missing.length > 0) return `it has no column ${missing.join(', ')}`;
  return othersOf(table, format, columns);
}

/** The headings of a table that a format reads. */
function headingsIn(table: RawTable, { columns }: FileFormat): ReadonlySet<string> {
  const known = new Set(Object.values(columns).flatMap(({ headings }) => headings.map(normaliseHeading)));
  return new Set(table.headings.filter((heading) => known.has(normaliseHeading(heading))));
}

function othersOf(table: RawTable, format: FileFormat, columns: ColumnPositions): Fit | string {
  const taken = new Set([...columns.values()].map(({ position }) => position));
  const { otherColumns } = format;
  if (otherColumns === 'ignored') return { columns, others: [] };
  const others: OtherColumn[] = [];
  const unknown: { readonly position: number; readonly heading: string }[] = [];
  for (const [position, heading] of table.headings.entries()) {
    if (taken.has(position)) continue;
    const meaning = otherColumns === 'refused' ? null : otherColumns.read(heading.trim());
    if (meaning === null) unknown.push({ position, heading });
    else others.push({ position, heading, meaning });
  }
  if (unknown.length > 0) {
    const expected =
      otherColumns === 'refused'
        ? ''
        : ` (expected ${otherColumns.what}${likelyOf(unknown[0]?.heading, otherColumns)})`;
    const named = unknown
      .slice(0, 5)
      .map(({ position, heading }) =>
        heading.trim() === '' ? `${position + 1}, which has no heading,` : `"${heading}"`,
      );
    return `its column ${named.join(', ')} is unknown${expected}`;
  }
  if (otherColumns !== 'refused' && others.length === 0) return `it has no column for ${otherColumns.what}`;
  const repeated = others.find(
    (other, index) => others.findIndex(({ meaning }) => meaning === other.meaning) !== index,
  );
  return repeated === undefined ? { columns, others } : `two columns are for ${repeated.meaning}`;
}

function likelyOf(heading: string | undefined, { candidates }: Exclude<OtherColumns, string>): string {
  const likely = heading === undefined ? [] : (candidates?.(heading.trim()) ?? []);
  return likely.length === 0 ? '' : `; perhaps ${likely.join(', ')}`;
}
