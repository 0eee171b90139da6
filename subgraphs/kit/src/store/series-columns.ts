import { getTableColumns } from 'drizzle-orm';
import { withheldFlagBits } from '../disclosure/protect.ts';
import { observationStatuses, type ProtectedFigure } from '../statistics/observation.ts';
import { series } from './tables.ts';

/** One series of one release, as its row is: lists over the grid of its release's coverage; one that would hold nothing is null. */
export type SeriesRecord = Readonly<typeof series.$inferSelect>;

/** Names one series of every release that holds it. */
export type SeriesKey = Pick<SeriesRecord, 'indicatorId' | 'place' | 'dimensionKey'>;

/** One text for a key, for maps. */
export function textOfKey({ indicatorId, place, dimensionKey }: SeriesKey): string {
  return `${indicatorId} ${place} ${dimensionKey}`;
}

/** The cells of one series that are withheld, by their position in its lists. */
interface WithheldCells {
  readonly positions: ReadonlySet<number>;
  /** Cells of the series. */
  readonly length: number;
  /** True where no other cell of it shows anything. */
  readonly areAllThatShow: boolean;
}

/** The columns that say which series of which release a row is. */
const names = ['releaseNumber', 'indicatorId', 'place', 'dimensionKey'] as const;
type Name = (typeof names)[number];

/** What a row says of its series: all that may have to be withheld. */
export type SeriesContent = Omit<SeriesRecord, Name>;

/** What a column holds, and what becomes of it where cells are withheld. */
interface ColumnRule<T> {
  /** `figure`: a number of what is measured, and so are all that a policy must see; `trace`: something that tells of one. */
  readonly holds: [T] extends [Cells<ProtectedFigure>] ? 'figure' : 'trace';
  /** The column without anything of the withheld cells. */
  readonly hide: (column: T, withheld: WithheldCells) => T;
}

/** A list with a place for each cell; null where it would hold nothing. */
type Cells<T> = readonly (T | null)[] | null;

function cleared<T>(cells: readonly (T | null)[], { positions }: WithheldCells): readonly (T | null)[] {
  return cells.map((cell, position) => (positions.has(position) ? null : cell));
}

function clearedOrNull<T>(cells: Cells<T>, withheld: WithheldCells): Cells<T> {
  const kept = cells === null ? [] : cleared(cells, withheld);
  return kept.every((cell) => cell === null) ? null : kept;
}

const confidential = observationStatuses.indexOf('CONFIDENTIAL');

function markedConfidential(statuses: Cells<number>, { positions, length }: WithheldCells): Cells<number> {
  return Array.from({ length }, (_, position) =>
    positions.has(position) ? confidential : (statuses?.[position] ?? null),
  );
}

/** Of the flags of a withheld cell those stay that every cell of its series has. */
function withoutFlagsOfCells(flags: Cells<number>, { positions }: WithheldCells): Cells<number> {
  const kept = (flags ?? []).map((bits, position) => (positions.has(position) ? (bits ?? 0) & withheldFlagBits : bits));
  return kept.every((bits) => bits === null || bits === 0) ? null : kept;
}

/**
 * The rules of the columns, whose names and types their table has: a column that is added there has a rule here, or nothing
 * compiles. What is selected, copied and updated follows from both.
 */
const rules: { readonly [K in keyof SeriesContent]: ColumnRule<SeriesContent[K]> } = {
  values: { holds: 'figure', hide: cleared },
  statuses: { holds: 'trace', hide: markedConfidential },
  flags: { holds: 'trace', hide: withoutFlagsOfCells },
  numerators: { holds: 'figure', hide: clearedOrNull },
  denominators: { holds: 'figure', hide: clearedOrNull },
  lowers: { holds: 'figure', hide: clearedOrNull },
  uppers: { holds: 'figure', hide: clearedOrNull },
  // What stands beside a withheld figure would tell such a gap from one that its publisher left.
  denominatorPeriodIds: { holds: 'trace', hide: clearedOrNull },
  denominatorSource: { holds: 'trace', hide: (source, { areAllThatShow }) => (areAllThatShow ? null : source) },
  coverages: { holds: 'trace', hide: clearedOrNull },
};

const isName = (key: string): key is Name => names.some((name) => name === key);
const isContent = (key: string): key is keyof SeriesContent => Object.hasOwn(rules, key);

/** A column of the table `series`: its name in records and in SQL, and its type there. */
export interface SeriesColumn {
  readonly key: keyof SeriesRecord;
  readonly name: string;
  readonly sqlType: string;
  readonly holds: 'name' | 'figure' | 'trace';
}

/** Every column of the table `series`, in the order of the table. */
export const seriesColumns: readonly SeriesColumn[] = Object.entries(getTableColumns(series)).map(([key, column]) => {
  const described = { name: column.name, sqlType: column.getSQLType() };
  if (isName(key)) return { key, ...described, holds: 'name' };
  if (isContent(key)) return { key, ...described, holds: rules[key].holds };
  throw new Error(`no rule says how the column "${key}" of series is withheld`);
});

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** A row without the cells at the given positions: CONFIDENTIAL, with nothing beside them. Never throws. */
export function withholdCells<R extends SeriesContent>(row: R, positions: Iterable<number>): R {
  const hidden = new Set(positions);
  const withheld = {
    positions: hidden,
    length: row.values.length,
    areAllThatShow: row.values.every((_, position) => hidden.has(position) || !isShown(row, position)),
  };
  const without: Writable<R> = { ...row };
  for (const key of Object.keys(rules)) if (isContent(key)) hideIn(without, key, withheld);
  return without;
}

function hideIn<K extends keyof SeriesContent>(
  row: { [P in K]: SeriesContent[P] },
  key: K,
  withheld: WithheldCells,
): void {
  row[key] = rules[key].hide(row[key], withheld);
}

/** False for a cell that is withheld already, and for one that the file does not have. */
function isShown({ values, statuses }: SeriesContent, position: number): boolean {
  const status = statuses?.[position] ?? null;
  return status !== confidential && (status !== null || values[position] !== null);
}
