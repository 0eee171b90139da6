import type { ObservationFlag } from '@boroughgraph/schema/vocabulary/core.ts';
import { flagBits, flagsOf, observationStatuses, type ProtectedReading } from '../statistics/observation.ts';
import { type SeriesKey, type SeriesRecord, withholdCells } from './series-columns.ts';
import type { SeriesLists } from './series-rows.ts';

/** One cell of a series before it is stored; a null reading is one that the file does not have. */
export interface CellToStore {
  readonly reading: ProtectedReading | null;
  readonly denominatorPeriodId: string | null;
}

/** A series of a release that has no number yet. */
export type UnnumberedSeries = Omit<SeriesRecord, 'releaseNumber'>;

/**
 * The row of a series from its cells, in the order of its release's grid. Beside a cell whose reading is CONFIDENTIAL nothing is
 * kept. Never throws; `readingAt` reads back what it packs.
 */
export function packSeries(
  of: SeriesKey & Pick<SeriesRecord, 'denominatorSource'>,
  cells: readonly CellToStore[],
): UnnumberedSeries {
  const column = <T>(read: (reading: ProtectedReading) => T | null | undefined) =>
    columnOf(cells, ({ reading }) => (reading === null ? null : (read(reading) ?? null)));
  const hasFlags = cells.some(({ reading }) => reading?.flags !== undefined && reading.flags.length > 0);
  const row: UnnumberedSeries = {
    ...of,
    values: cells.map(({ reading }) => reading?.value ?? null),
    statuses: column(({ status }) => (status === 'PUBLISHED' ? null : observationStatuses.indexOf(status))),
    flags: hasFlags ? cells.map(({ reading }) => flagBits(reading?.flags ?? noFlags)) : null,
    numerators: column((reading) => reading.numerator),
    denominators: column((reading) => reading.denominator),
    lowers: column((reading) => reading.lower),
    uppers: column((reading) => reading.upper),
    denominatorPeriodIds: columnOf(cells, ({ denominatorPeriodId }) => denominatorPeriodId),
    coverages: column(({ coverage }) => (coverage == null ? null : [coverage.reporting, coverage.expected])),
  };
  const withheld = cells.flatMap(({ reading }, position) => (reading?.status === 'CONFIDENTIAL' ? [position] : []));
  return withheld.length === 0 ? row : withholdCells(row, withheld);
}

/** What cells have of something; null where none has it: nearly all series have nothing but values, and there are tens of thousands. */
function columnOf<T>(cells: readonly CellToStore[], at: (cell: CellToStore) => T | null): readonly (T | null)[] | null {
  return cells.some((cell) => at(cell) !== null) ? cells.map(at) : null;
}

const noFlags: readonly ObservationFlag[] = [];

/** What a row says of the cell at a position of its lists; null for a cell that the file does not have. Never throws. */
export function readingAt(record: SeriesLists, position: number): Required<ProtectedReading> | null {
  const value = record.values[position] ?? null;
  const status = record.statuses?.[position] ?? null;
  if (value === null && status === null) return null;
  const coverage = record.coverages?.[position] ?? null;
  return {
    value,
    status: status === null ? 'PUBLISHED' : (observationStatuses[status] ?? 'NOT_AVAILABLE'),
    flags: flagsOf(record.flags?.[position] ?? 0),
    numerator: record.numerators?.[position] ?? null,
    denominator: record.denominators?.[position] ?? null,
    lower: record.lowers?.[position] ?? null,
    upper: record.uppers?.[position] ?? null,
    coverage: coverage === null ? null : { reporting: coverage[0], expected: coverage[1] },
  };
}
