import type postgres from 'postgres';
import { recordJsonOf, seriesColumns } from '../series-columns.ts';

/** Releases that are bound as soon as there are so many; and volumes of so many are bound once more, to one. */
export const releasesBound = 16;
const releasesOfLarge = releasesBound ** 2;

/**
 * Binds releases of a dataset in volumes, where many are loose: those that stand and that everybody sees, of which nothing waits for the
 * end of an embargo. In the transaction of the load.
 */
export async function bindVolumes(sql: postgres.ISql, datasetId: string): Promise<void> {
  const unbound = await sql<{ number: number; is_bound: boolean }[]>`
    with bound as (select unnest(releases) as number, cardinality(releases) as among from volume where dataset_id = ${datasetId})
    select r.number, b.number is not null as is_bound
    from release r left join bound b on b.number = r.number
    where r.dataset_id = ${datasetId} and r.recalled_at is null and (r.embargo_until is null or r.embargo_until <= now())
      and coalesce(b.among, 0) < ${releasesOfLarge} and not exists (select from pending_series p where p.release_number = r.number)
    order by r.number`;
  const large = unbound.length - (unbound.length % releasesOfLarge);
  const loose = unbound.slice(large).filter(({ is_bound }) => !is_bound);
  for (const group of [...wholeGroups(unbound, releasesOfLarge), ...wholeGroups(loose, releasesBound)])
    await bind(
      sql,
      datasetId,
      group.map(({ number }) => number),
    );
}

/** A list in parts of a size; what is left over is in none. */
function wholeGroups<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.floor(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));
}

async function bind(sql: postgres.ISql, datasetId: string, releases: readonly number[]): Promise<void> {
  const numbers = `{${releases.join(',')}}`;
  await sql`delete from volume where releases && ${numbers}::text::integer[]`;
  await sql`
    with bound as (
      insert into volume (dataset_id, releases) values (${datasetId}, ${numbers}::text::integer[]) returning number
    ) insert into volume_series (volume_number, indicator_id, place, dimension_key, records)
    select bound.number, s.indicator_id, s.place, s.dimension_key, json_agg(${sql.unsafe(recordJson)} order by s.release_number)
    from series s, bound where s.release_number = any(${numbers}::text::integer[])
    group by bound.number, s.indicator_id, s.place, s.dimension_key`;
}

/** A row of `s` as JSON, without the columns by which the row of a volume is found, and without what is null. */
const recordJson = `json_strip_nulls(${recordJsonOf(
  seriesColumns.filter(({ key, holds }) => holds !== 'name' || key === 'releaseNumber'),
)})`;
