import type { FileFormat, OtherColumn, OtherColumns } from '../datasets/dataset.ts';
import { matchHeadings } from './match-headings.ts';
import { listSome, nearestOf } from '../files/nearest.ts';
import { personalColumnIn } from './personal-columns.ts';
import type { ColumnPositions } from '../files/row.ts';
import { emptyColumnsOf, normaliseHeading, type RawTable } from '../files/table.ts';

/** Where the columns of a format lie in a table. */
export interface Fit {
  readonly columns: ColumnPositions;
  readonly others: readonly OtherColumn[];
  /** Headings of columns that nothing reads, and in which no row has anything. */
  readonly passedOver: readonly string[];
}

/**
 * Where the columns lie; a clause that completes "because …" when the headings are not those of the format.
 *
 * @throws {FileProblem} when the headings are, and the rows cannot be split.
 */
export function fitOf(table: RawTable, format: FileFormat): Fit | string {
  const { headings } = table;
  const personal = format.otherColumns === 'refused' ? personalColumnIn(headings, headingsIn(table, format)) : null;
  if (personal !== null) return personal;
  const twice = repeatedIn(headings);
  if (twice !== null) return `the heading "${twice}" stands twice`;
  const { columns, missing, doubled } = matchHeadings(headings, format);
  if (doubled.length > 0) return `two headings mean the same: ${doubled.map((one) => `"${one}"`).join(' and ')}`;
  if (missing.length > 0) return missingIn(headings, missing, format);
  const empty = emptyColumnsOf(table);
  const isFilled = ([name, { position }]: readonly [string, { readonly position: number }]) =>
    format.columns[name]?.isOptional !== true || !empty.has(position);
  return othersOf(headings, format, { columns, filled: new Map([...columns].filter(isFilled)), empty });
}

function repeatedIn(headings: readonly string[]): string | null {
  const seen = new Set<string>();
  for (const heading of headings) {
    const normal = normaliseHeading(heading);
    if (normal !== '' && seen.has(normal)) return heading;
    seen.add(normal);
  }
  return null;
}

/** The headings of a table that a format reads. */
function headingsIn(table: RawTable, { columns }: FileFormat): ReadonlySet<string> {
  const known = new Set(Object.values(columns).flatMap(({ headings }) => headings.map(normaliseHeading)));
  return new Set(table.headings.filter((heading) => known.has(normaliseHeading(heading))));
}

/** What is missing by its first name, and what of the file is near: not every spelling that was hoped for. */
function missingIn(headings: readonly string[], missing: readonly string[], { columns }: FileFormat): string {
  const named = missing.map((name) => {
    const listed = columns[name]?.headings ?? [];
    const near = nearestOf(listed[0] ?? name, headings);
    return `"${listed[0] ?? name}"${near.length === 0 ? '' : ` (the nearest that it has is "${near[0] ?? ''}")`}`;
  });
  return `it has no column ${named.join(', ')}`;
}

interface Found {
  readonly columns: ColumnPositions;
  /** Those of them that have anything, or that the format needs. */
  readonly filled: ColumnPositions;
  readonly empty: ReadonlySet<number>;
}

function othersOf(headings: readonly string[], { otherColumns }: FileFormat, { columns, filled, empty }: Found) {
  const taken = new Set([...columns.values()].map(({ position }) => position));
  if (otherColumns === 'ignored') return { columns: filled, others: [], passedOver: [] };
  const areEmptyAbsent = otherColumns !== 'refused' && otherColumns.areEmptyAbsent === true;
  const open = [...headings.entries()].filter(([position]) => !taken.has(position));
  const read = open.map(([position, heading]) => ({
    position,
    heading,
    meaning: otherColumns === 'refused' ? null : otherColumns.read(heading.trim()),
    isEmpty: empty.has(position),
  }));
  const isPassedOver = ({ meaning, isEmpty }: (typeof read)[number]) => isEmpty && (meaning === null || areEmptyAbsent);
  const passedOver = read.filter((column) => isPassedOver(column) && column.heading.trim() !== '');
  const kept = read.filter((column) => !isPassedOver(column));
  const unknown = kept.filter(({ meaning }) => meaning === null);
  if (unknown.length > 0) return unknownIn(unknown, otherColumns);
  const others = kept.flatMap(({ position, heading, meaning }) =>
    meaning === null ? [] : [{ position, heading, meaning }],
  );
  if (otherColumns !== 'refused' && others.length === 0) return `it has no column for ${otherColumns.what}`;
  const isRepeat = ({ meaning }: OtherColumn, at: number) => others.findIndex((one) => one.meaning === meaning) !== at;
  const repeated = others.find(isRepeat);
  if (repeated !== undefined) return `two columns are for ${repeated.meaning}`;
  return { columns: filled, others, passedOver: passedOver.map(({ heading }) => heading) };
}

function unknownIn(
  unknown: readonly { readonly position: number; readonly heading: string }[],
  otherColumns: Exclude<OtherColumns, 'ignored'>,
): string {
  const expected =
    otherColumns === 'refused' ? '' : ` (expected ${otherColumns.what}${likelyOf(unknown[0]?.heading, otherColumns)})`;
  const named = unknown
    .slice(0, 5)
    .map(({ position, heading }) =>
      heading.trim() === '' ? `${position + 1}, which has no heading,` : `"${heading}"`,
    );
  return `its column ${named.join(', ')} is unknown${expected}`;
}

function likelyOf(heading: string | undefined, { candidates }: Exclude<OtherColumns, string>): string {
  const likely = heading === undefined ? [] : (candidates?.(heading.trim()) ?? []);
  return likely.length === 0 ? '' : `; perhaps ${likely.join(', ')}`;
}

/** What a file has, for a person who compares it with what was expected. Never throws. */
export function headingsOf({ headings }: RawTable): string {
  return listSome(headings.filter((heading) => heading.trim() !== ''));
}
