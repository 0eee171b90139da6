import { type SQL, sql } from 'drizzle-orm';
import type postgres from 'postgres';
import type { StoreReader } from './database.ts';
import { numberArray, textArray } from './list-parameters.ts';
import { type AskedSeries, wantedSeries } from './wanted-series.ts';
import { type ExcludedSeries, notExcluded } from './read-holdings.ts';
import { parseRecord, recordText } from './record-text.ts';
import { type SeriesKey, type SeriesRecord, textOfKey } from './series-columns.ts';
import { rowsOf, type SeriesRows } from './series-rows.ts';
import { textOf } from './statement-text.ts';
import { servedSeries } from './tables.ts';
import { releasesBound } from './volumes/bind-volumes.ts';
import { readBoundSeries } from './volumes/read-volumes.ts';
import { VolumeMemory } from './volumes/volume-memory.ts';

/**
 * The stored series of the given keys in the given releases, by the text of their key; a key that no release holds is absent.
 *
 * One statement, whatever the number of keys.
 */
export function readSeries(
  database: StoreReader,
  keys: readonly SeriesKey[],
  releaseNumbers: readonly number[],
): Promise<ReadonlyMap<string, SeriesRows>> {
  return readUnknownSeries(database, { keys, releaseNumbers }, new VolumeMemory());
}

/** As `readSeries`, of which what is known of volumes is not read again: for whoever may read what everybody may. */
export function readUnknownSeries(
  database: StoreReader,
  asked: AskedSeries,
  volumes: VolumeMemory,
): Promise<ReadonlyMap<string, SeriesRows>> {
  return asked.releaseNumbers.length < releasesBound || asked.keys.length === 0
    ? readSeriesFrom(sql`series`, database, asked)
    : readBoundSeries(database, asked, volumes);
}

/** As `readSeries`, where an embargo that has ended has put others in the place of some. */
export function readReplacedSeries(
  database: StoreReader,
  asked: AskedSeries,
): Promise<ReadonlyMap<string, SeriesRows>> {
  return readSeriesFrom(sql`(${servedSeries})`, database, asked);
}

async function readSeriesFrom(
  table: SQL,
  database: StoreReader,
  { keys, releaseNumbers }: AskedSeries,
): Promise<ReadonlyMap<string, SeriesRows>> {
  if (keys.length === 0 || releaseNumbers.length === 0) return new Map();
  const rows = await database.orm.execute<{ record: string }>(sql`
    select ${sql.raw(recordText)} as record
    from ${wantedSeries(keys)}
    join ${table} s on s.indicator_id = wanted.indicator_id collate "C" and s.place = wanted.place collate "C"
      and s.dimension_key = wanted.dimension_key collate "C" and s.release_number = any(${numberArray(releaseNumbers)})`);
  const records = Map.groupBy(
    rows.map((row) => parseRecord(row.record)),
    textOfKey,
  );
  return new Map([...records].map(([name, own]) => [name, rowsOf(own)]));
}

/** A narrowing that a release has somewhere. */
export interface StoredNarrowing {
  readonly releaseNumber: number;
  readonly indicatorId: string;
  readonly dimensionKey: string;
}

/** The narrowings that releases have, each once for all its places; totals are not among them. */
export async function readNarrowings(
  database: StoreReader,
  releaseNumbers: readonly number[],
): Promise<readonly StoredNarrowing[]> {
  const rows = await database.orm.execute<{ release_number: number; indicator_id: string; dimension_key: string }>(sql`
    select distinct release_number, indicator_id, dimension_key from series
    where release_number = any(${numberArray(releaseNumbers)}) and dimension_key <> ''`);
  return rows.map((row) => ({
    releaseNumber: row.release_number,
    indicatorId: row.indicator_id,
    dimensionKey: row.dimension_key,
  }));
}

/** A stored series, and the ordinal of its first cell. */
export interface PlacedRecord extends SeriesRecord {
  readonly firstOrdinal: number;
}

/** Every series of the given releases as it is served now, or will be where nobody sees its release yet, in no order. */
export async function readSeriesOfReleases(
  connection: postgres.ISql,
  releaseNumbers: readonly number[],
): Promise<readonly PlacedRecord[]> {
  const rows = await connection<{ record: string; first_ordinal: number }[]>`
    select ${connection.unsafe(recordText)} as record, c.first_ordinal
    from (${connection.unsafe(textOf(servedSeries))}) s join coverage c on c.release_number = s.release_number and c.indicator_id = s.indicator_id
    where s.release_number in (select json_array_elements_text(${JSON.stringify(releaseNumbers)}::text::json)::integer)`;
  return rows.map(({ record, first_ordinal }) => ({ ...parseRecord(record), firstOrdinal: first_ordinal }));
}

/** What a page of series is asked for by. */
export interface SeriesPageQuery {
  readonly indicatorIds: readonly string[];
  /** Null for every place. */
  readonly places: readonly string[] | null;
  /** A regular expression of PostgreSQL for places; null for any. */
  readonly placePattern: string | null;
  /** @default none is left out */
  readonly excluded?: readonly ExcludedSeries[];
  /** Only series that carry all of these, as `dimension=value`. */
  readonly dimensions: readonly string[];
  readonly releaseNumbers: readonly number[];
  /** Whether an embargo that has ended has put others in the place of some series of these releases. @default false */
  readonly isAnyReplaced?: boolean;
  readonly after: SeriesKey | null;
  readonly limit: number;
}

/** The keys of the series that a query finds, ordered by indicator, place and dimensions, one more than `limit` at most. */
export async function readSeriesKeys(database: StoreReader, query: SeriesPageQuery): Promise<readonly SeriesKey[]> {
  if (query.releaseNumbers.length === 0) return [];
  const conditions = [
    sql`indicator_id = any(${textArray(query.indicatorIds)})`,
    sql`release_number = any(${numberArray(query.releaseNumbers)})`,
    ...(query.places === null ? [] : [sql`place = any(${textArray(query.places)})`]),
    ...(query.placePattern === null ? [] : [sql`place ~ ${query.placePattern}`]),
    ...(query.dimensions.length === 0
      ? []
      : [sql`string_to_array(dimension_key, ';') @> ${textArray(query.dimensions)}`]),
    ...notExcluded(query.excluded ?? []),
    ...(query.after === null
      ? []
      : [
          sql`(indicator_id, place, dimension_key) > (${query.after.indicatorId}, ${query.after.place}, ${query.after.dimensionKey})`,
        ]),
  ];
  const rows = await database.orm.execute<{ indicator_id: string; place: string; dimension_key: string }>(sql`
    select distinct indicator_id, place, dimension_key from ${query.isAnyReplaced === true ? sql`(${servedSeries}) s` : sql`series`}
    where ${sql.join(conditions, sql` and `)}
    order by indicator_id, place, dimension_key
    limit ${query.limit + 1}`);
  return rows.map((row) => ({ indicatorId: row.indicator_id, place: row.place, dimensionKey: row.dimension_key }));
}
