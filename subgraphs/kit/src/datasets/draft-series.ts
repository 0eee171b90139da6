import type { ObservationFlag } from '@boroughgraph/schema/vocabulary/core.ts';
import type { Dimensions } from '../statistics/dimensions.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';
import { lowestCoverage } from '../statistics/coverage.ts';
import type { Reading } from '../statistics/observation.ts';

/** What a row says of one series. */
export interface StagedSeries {
  readonly indicator: IndicatorDefinition;
  /** An area code, or the id of a site. */
  readonly place: string;
  readonly dimensions?: Dimensions;
  /** One reading at most for each period, by the ordinal of the indicator's grid. */
  readonly cells: readonly StagedCell[];
  /** `once` refuses a second reading of one cell; `sum` adds it to the first. @default 'once' */
  readonly combine?: 'once' | 'sum';
  /** True where one row gives the whole of a sum, so that it lacks nothing where another row is rejected. @default false */
  readonly isWhole?: boolean;
  /**
   * True where figures of parts, such as the boroughs of a force, are added up, of which the coverage of the readings says how many
   * there are: where that is less than the indicator needs, there is no sum. @default false
   */
  readonly isOfParts?: boolean;
  readonly denominatorSource?: string;
}

export interface StagedCell {
  readonly ordinal: number;
  readonly reading: Reading;
  readonly denominatorPeriodId?: string;
}

/** What a file says of one series. */
export interface DraftSeries {
  readonly indicator: IndicatorDefinition;
  readonly place: string;
  readonly dimensions: Dimensions;
  readonly dimensionKey: string;
  readonly readings: ReadonlyMap<number, Reading>;
  readonly denominatorPeriodIds: ReadonlyMap<number, string>;
  readonly denominatorSource: string | null;
}

/** A series to which the rows of a file still add. */
export interface GrowingSeries extends DraftSeries {
  readonly readings: Map<number, Reading>;
  readonly denominatorPeriodIds: Map<number, string>;
  denominatorSource: string | null;
}

/** The name by which a draft knows a series. Never throws. */
export function seriesName(indicator: IndicatorDefinition, place: string, key: string): string {
  return `${indicator.id} ${place} ${key}`;
}

/** A sum that misses a row: by how much it is too low nobody knows, so that nobody knows its coverage either. */
export const tooLow = ({ coverage, ...reading }: Reading): Reading => ({
  ...reading,
  flags: joined(reading.flags, partialCoverage),
  ...(coverage == null ? {} : { coverage: { ...coverage, reporting: null } }),
});

const partialCoverage: readonly ObservationFlag[] = ['PARTIAL_COVERAGE'];

/** A sum with a part that is not published is itself not published; it has the marks of its parts, and the lowest coverage of them. */
export function sumOf(a: Reading, b: Reading): Reading {
  if (a.value === null) return a;
  if (b.value === null) return b;
  const sum = { ...a, value: a.value + b.value };
  // Of nearly all, and some sums have hundreds of thousands of parts.
  if (a.flags === b.flags && a.coverage === b.coverage) return sum;
  return { ...sum, flags: joined(a.flags, b.flags), coverage: lowestCoverage([a.coverage, b.coverage]) };
}

function joined(flags: readonly ObservationFlag[] = [], others: readonly ObservationFlag[] = []) {
  return [...new Set([...flags, ...others])];
}
