import { sql } from 'drizzle-orm';
import type { StoreReader } from '../database.ts';
import { numberArray } from '../list-parameters.ts';
import { wantedSeries } from '../wanted-series.ts';
import { recordJsonOf, type SeriesKey, seriesColumns, type SeriesRecord } from '../series-columns.ts';

/** A series of which some releases are bound, or one of a release that is loose. */
interface FoundRow extends Record<string, unknown> {
  readonly indicator_id: string;
  readonly place: string;
  readonly dimension_key: string;
  readonly records: string;
}

/**
 * As `readSeries`, for many releases: those that are bound are read from their volumes, all others by themselves, in one statement.
 * In no order.
 *
 * @param recordJson a row of `s` as the JSON of a record.
 */
export async function readBoundSeries(
  database: StoreReader,
  keys: readonly SeriesKey[],
  releaseNumbers: readonly number[],
): Promise<readonly SeriesRecord[]> {
  const numbers = numberArray(releaseNumbers);
  const rows = await database.orm.execute<FoundRow>(sql`
    with wanted as (
      select * from ${wantedSeries(keys)}
    ), bound as (
      select v.number, v.releases from volume v
      where v.releases && ${numbers} and not exists (select from release r where r.recalled_at is not null and r.number = any(v.releases))
    )
    select v.indicator_id, v.place, v.dimension_key, v.records::text as records
    from wanted join volume_series v on v.indicator_id = wanted.indicator_id collate "C" and v.place = wanted.place collate "C"
      and v.dimension_key = wanted.dimension_key collate "C" and v.volume_number = any(array(select number from bound))
    union all
    select s.indicator_id, s.place, s.dimension_key, '[' || ${sql.raw(recordJsonOf(seriesColumns))}::text || ']' as records
    from wanted join series s on s.indicator_id = wanted.indicator_id collate "C" and s.place = wanted.place collate "C"
      and s.dimension_key = wanted.dimension_key collate "C"
      and s.release_number = any(array(select unnest(${numbers}) except select unnest(releases) from bound))`);
  const asked = new Set(releaseNumbers);
  return rows.flatMap((row) => recordsOf(row).filter(({ releaseNumber }) => asked.has(releaseNumber)));
}

/** What a record has where it says nothing: what is null stands in no volume. */
const nothing = Object.fromEntries(seriesColumns.map(({ key }) => [key, null]));

/** The database made this JSON from the columns of the table `series`, which is why it is trusted to have their types. */
function recordsOf({ records, ...row }: FoundRow): readonly SeriesRecord[] {
  const key: SeriesKey = { indicatorId: row.indicator_id, place: row.place, dimensionKey: row.dimension_key };
  return (JSON.parse(records) as readonly SeriesRecord[]).map((record) => ({ ...nothing, ...record, ...key }));
}
