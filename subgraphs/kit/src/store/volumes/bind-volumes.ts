import type postgres from 'postgres';
import { seriesColumns } from '../series-columns.ts';

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
  // In a volume a list that is shorter than the others would shift those after it.
  const [odd] =
    await sql`select from series s where s.release_number = any(${numbers}::text::integer[]) and (${sql.unsafe(isOdd)}) limit 1`;
  if (odd !== undefined) return;
  await sql`
    with bound as (
      insert into volume (dataset_id, releases) values (${datasetId}, ${numbers}::text::integer[]) returning number, cardinality(releases) as size
    ) insert into volume_series (volume_number, indicator_id, place, dimension_key, held, records)
    select bound.number, s.indicator_id, s.place, s.dimension_key, count(*), ${sql.unsafe(boundLists)}
    from series s, bound where s.release_number = any(${numbers}::text::integer[])
    group by bound.number, bound.size, s.indicator_id, s.place, s.dimension_key`;
}

const lists = seriesColumns.filter(({ holds, sqlType }) => holds !== 'name' && sqlType === 'json');
const length = `json_array_length(s."values")`;
const isOdd = lists.map(({ name }) => `json_array_length(s."${name}") <> ${length}`).join(' or ');

/** What of each release, the lowest number first, as a list. */
const each = (what: string) => `json_agg(${what} order by s.release_number)`;
/** The elements of a list as text. Where it is null, as many nulls; null where it is empty. */
const elementsOf = (name: string) => {
  const text = `btrim(s."${name}"::text, ${space})`;
  const inner = `btrim(substring(${text} from 2 for char_length(${text}) - 2), ${space})`;
  return `nullif(case when s."${name}" is null then rtrim(repeat('null,', ${length}), ',') else ${inner} end, '')`;
};
const space = String.raw`E' \t\n\r'`;

/** The lists of several releases as one; null where none has it. */
const joined = (name: string) =>
  `case when count(s."${name}") > 0 then ('[' || string_agg(${elementsOf(name)}, ',' order by s.release_number) || ']')::json end`;

/** What `BoundSeries` reads, of rows of `s`. */
const boundLists = `json_strip_nulls(json_build_object(
  'releases', case when count(*) <> bound.size then ${each('s.release_number')} end,
  'lengths', case when min(${length}) <> 1 or max(${length}) <> 1 then ${each(length)} end,
  'denominatorSources', case when count(s.denominator_source) > 0 then ${each('s.denominator_source')} end,
  ${lists.map(({ key, name }) => `'${key}', ${joined(name)}`).join(', ')}
))`;
