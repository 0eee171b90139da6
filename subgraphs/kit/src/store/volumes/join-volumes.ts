import type postgres from 'postgres';
import { elementsOf, joinedList, listColumns, repeated } from './list-texts.ts';

/** A volume that becomes part of another one. */
export interface SmallVolume {
  readonly number: number;
  readonly releases: readonly number[];
}

/** Volumes, and their releases, the lowest number first. */
export interface SmallVolumes {
  readonly parts: readonly SmallVolume[];
  readonly releases: readonly number[];
}

/** Puts one volume in the place of several, from what these hold: the releases of one after those of another, in their order. */
export async function joinVolumes(
  sql: postgres.ISql,
  datasetId: string,
  { parts, releases: bound }: SmallVolumes,
): Promise<void> {
  const volumes = `{${parts.map(({ number }) => number).join(',')}}`;
  const releases = `{${bound.join(',')}}`;
  const found = await sql<{ key: string }[]>`
    select distinct json_object_keys(records) as key from volume_series where volume_number = any(${volumes}::text::integer[])`;
  const keys = found.map(({ key }) => key).filter((key) => keysJoined.includes(key));
  await sql`
    with bound as (
      insert into volume (dataset_id, releases) values (${datasetId}, ${releases}::text::integer[]) returning number, cardinality(releases) as size
    ), part as (
      select v.releases as bound_releases, s.indicator_id, s.place, s.dimension_key, s.held, r.*, coalesce(json_array_length(r."values"), 0) as length
      from volume v join volume_series s on s.volume_number = v.number
        cross join lateral json_to_record(s.records) as r(${sql.unsafe(keysJoined.map((key) => `"${key}" json`).join(', '))})
      where v.number = any(${volumes}::text::integer[])
    ) insert into volume_series (volume_number, indicator_id, place, dimension_key, held, records)
    select bound.number, s.indicator_id, s.place, s.dimension_key, sum(s.held), ${sql.unsafe(joinedLists(keys))}
    from part s cross join bound group by bound.number, bound.size, s.indicator_id, s.place, s.dimension_key`;
  await sql`delete from volume where number = any(${volumes}::text::integer[])`;
}

/** All that a volume may hold of a series. */
const keysJoined: readonly string[] = [
  'releases',
  'lengths',
  'denominatorSources',
  ...listColumns.map(({ key }) => key),
];

/** What stands for a list in a volume that lacks it, so many times. */
function lacking(key: string): string {
  if (key === 'lengths') return repeated('1', 's.held');
  if (key === 'denominatorSources') return repeated('null', 's.held');
  return key === 'releases' ? `array_to_string(s.bound_releases, ',')` : repeated('null', 's.length');
}

/** A list of all volumes; null where all lack it, and of releases where all of them have the series. */
function joined(key: string): string {
  const isThere = key === 'releases' ? 'sum(s.held) <> bound.size' : `count(s."${key}") > 0`;
  const elements = `case when s."${key}" is null then ${lacking(key)} else ${elementsOf(`s."${key}"`)} end`;
  return `'${key}', case when ${isThere} then ${joinedList(elements, 's.bound_releases[1]')} end`;
}

/** What `BoundSeries` reads, of what several volumes hold of a series. */
const joinedLists = (keys: readonly string[]) =>
  `json_strip_nulls(json_build_object(${['releases', ...keys.filter((key) => key !== 'releases')].map(joined).join(', ')}))`;
