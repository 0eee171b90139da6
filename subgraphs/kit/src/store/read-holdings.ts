import { type SQL, sql } from 'drizzle-orm';
import type { StoreReader } from './database.ts';
import { numberArray, textArray } from './list-parameters.ts';
import { servedSeries } from './tables.ts';

/** Series that a reading leaves out: of an indicator, at places that fit one of the patterns, narrowed by a dimension; null for any. */
export interface ExcludedSeries {
  readonly indicatorId: string;
  readonly placePatterns: readonly string[] | null;
  readonly dimension: string | null;
}

/** That a row of series is none of those that are left out. */
export function notExcluded(excluded: readonly ExcludedSeries[]): readonly SQL[] {
  return excluded.map(
    ({ indicatorId, placePatterns, dimension }) => sql`not (indicator_id = ${indicatorId}
        and (${placePatterns === null} or place ~ any(${textArray(placePatterns ?? [])}))
        and (${dimension === null} or ';' || dimension_key like ${`%;${dimension ?? ''}=%`}))`,
  );
}

/** What holdings are read of: indicators in releases that answer for them. */
export interface HoldingsQuery {
  readonly indicatorIds: readonly string[];
  readonly releaseNumbers: readonly number[];
  readonly excluded: readonly ExcludedSeries[];
  /** Whether an embargo that has ended has put others in the place of some series. */
  readonly isAnyReplaced: boolean;
}

/** Between which ordinals a release has published figures of an indicator in one narrowing, anywhere. */
export interface StoredExtent {
  readonly releaseNumber: number;
  readonly indicatorId: string;
  readonly dimensionKey: string;
  readonly first: number;
  readonly last: number;
}

/** A place at which an indicator has a published figure. */
export interface StoredAt {
  readonly indicatorId: string;
  readonly place: string;
}

/** Where published figures begin and end, of each narrowing that has any, in no order. One statement. */
export async function readExtents(database: StoreReader, query: HoldingsQuery): Promise<readonly StoredExtent[]> {
  if (query.releaseNumbers.length === 0) return [];
  const rows = await database.orm.execute<{
    release_number: number;
    indicator_id: string;
    dimension_key: string;
    first: number;
    last: number;
  }>(sql`
    with published as materialized (
      select release_number, indicator_id, dimension_key, ${emptyBefore} as before, ${emptyAfter} as after from ${publishedIn(query)}
    ), extents as (
      select release_number, indicator_id, dimension_key, min(before) as before, min(after) as after
      from published group by release_number, indicator_id, dimension_key
    )
    select e.release_number, e.indicator_id, e.dimension_key, (c.first_ordinal + e.before)::integer as first,
      (c.first_ordinal + json_array_length(c.period_ids) - 1 - e.after)::integer as last
    from extents e join coverage c on c.release_number = e.release_number and c.indicator_id = e.indicator_id`);
  return rows.map(({ release_number, indicator_id, dimension_key, first, last }) => ({
    releaseNumber: release_number,
    indicatorId: indicator_id,
    dimensionKey: dimension_key,
    first,
    last,
  }));
}

/** The places at which each indicator has a published figure, each once, in no order. One statement. */
export async function readPublishedPlaces(database: StoreReader, query: HoldingsQuery): Promise<readonly StoredAt[]> {
  if (query.releaseNumbers.length === 0) return [];
  const rows = await database.orm.execute<{ indicator_id: string; place: string }>(sql`
    select distinct indicator_id, place from ${publishedIn(query)}`);
  return rows.map((row) => ({ indicatorId: row.indicator_id, place: row.place }));
}

/** Series with a published figure: a list of nothing but null has none. */
function publishedIn({ indicatorIds, releaseNumbers, excluded, isAnyReplaced }: HoldingsQuery): SQL {
  const conditions = [
    sql`indicator_id = any(${textArray(indicatorIds)})`,
    sql`release_number = any(${numberArray(releaseNumbers)})`,
    sql`not (${cells} like '[null%' and ${cells} ~ '^[[](null,)*null[]]$')`,
    ...notExcluded(excluded),
  ];
  return sql`${isAnyReplaced ? sql`(${servedSeries})` : sql`series`} s where ${sql.join(conditions, sql` and `)}`;
}

/**
 * How many cells before the first figure and after the last one are empty: five characters each, with their comma. Counted in the text,
 * and there alone where one is: to take all lists apart costs ten times as much.
 */
const cells = sql.raw('s."values"::text');
const emptyBefore = sql`case when ${cells} like '[null%' then (length(substring(${cells}, '^[[](?:null,)*')) - 1) / 5 else 0 end`;
const emptyAfter = sql`case when ${cells} like '%null]' then (length(substring(reverse(${cells}), '^[]](?:llun,)*')) - 1) / 5 else 0 end`;
