import { sql } from 'drizzle-orm';
import { textArray } from './list-parameters.ts';
import type { SeriesKey } from './series-columns.ts';

/** Series that are asked for, and in which releases. */
export interface AskedSeries {
  readonly keys: readonly SeriesKey[];
  readonly releaseNumbers: readonly number[];
}

/** Keys of series as a table `wanted` of a statement. */
export const wantedSeries = (keys: readonly SeriesKey[]) =>
  sql`unnest(${textArray(keys.map((key) => key.indicatorId))}, ${textArray(keys.map((key) => key.place))}, ${textArray(keys.map((key) => key.dimensionKey))}) as wanted(indicator_id, place, dimension_key)`;
