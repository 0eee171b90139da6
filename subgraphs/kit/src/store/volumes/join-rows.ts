import type postgres from 'postgres';
import { elementsOf, joinedList, listColumns, repeated } from './list-texts.ts';

/**
 * Writes a volume of releases that are in none, the lowest number first, from their rows; none where a list is shorter than the figures that
 * it stands beside, since it would shift those after it.
 */
export async function joinRows(sql: postgres.ISql, datasetId: string, releases: readonly number[]): Promise<void> {
  const asked = sql`asked as (select ${`{${releases.join(',')}}`}::text::integer[] as numbers)`;
  // Most lists are in no row: each that is joined costs as much as all that is looked at here.
  const [found] = await sql<Readonly<Record<string, boolean | null>>[]>`
    with recursive ${asked}, ${sql.unsafe(named)}
    select ${sql.unsafe(isAnyThere)} from named cross join lateral (${sql.unsafe(ownRows)}) s`;
  if (found === undefined || found['is_odd'] === true) return;
  const lists = joinedLists(listColumns.filter(({ name }) => found[name] === true));
  await sql`
    with recursive ${asked}, ${sql.unsafe(named)}, bound as (
      insert into volume (dataset_id, releases) select ${datasetId}, numbers from asked returning number, cardinality(releases) as size
    ) insert into volume_series (volume_number, indicator_id, place, dimension_key, held, records)
    select bound.number, named.indicator_id, named.place, named.dimension_key, own.held, own.records
    from bound cross join named
      cross join lateral (select count(*) as held, ${sql.unsafe(lists)} as records from (${sql.unsafe(ownRows)}) s) own
    where own.held > 0`;
}

const numbers = '(select numbers from asked)::integer[]';

/**
 * The names of all series of the indicators of some releases, each found by the one before it: no index leads from a release to its rows,
 * and those of a long history lie between them.
 */
const named = `named as (
  select covered.indicator_id, first.place, first.dimension_key
  from (select distinct c.indicator_id from coverage c where c.release_number = any(${numbers})) covered
    cross join lateral (select s.place, s.dimension_key from series s where s.indicator_id = covered.indicator_id
      order by s.place, s.dimension_key limit 1) first
  union all
  select named.indicator_id, next.place, next.dimension_key
  from named cross join lateral (select s.place, s.dimension_key from series s where s.indicator_id = named.indicator_id
    and (s.place, s.dimension_key) > (named.place, named.dimension_key) order by s.place, s.dimension_key limit 1) next
)`;

/** The rows of a series in these releases; by themselves, so that they are looked up for each name. */
const ownRows = `select s.*, json_array_length(s."values") as length from series s
  where s.indicator_id = named.indicator_id and s.place = named.place and s.dimension_key = named.dimension_key
    and s.release_number = any(${numbers}) offset 0`;

const isOdd = listColumns.map(({ name }) => `json_array_length(s."${name}") <> s.length`).join(' or ');
const isAnyThere = [
  `bool_or(${isOdd}) as is_odd`,
  ...listColumns.map(({ name }) => `bool_or(s."${name}" is not null) as "${name}"`),
].join(', ');

/** What of each release, the lowest number first, as a list. */
const each = (what: string) => `json_agg(${what} order by s.release_number)`;

const joined = (name: string) =>
  joinedList(
    `case when s."${name}" is null then ${repeated('null', 's.length')} else ${elementsOf(`s."${name}"`)} end`,
    's.release_number',
  );

/** What `BoundSeries` reads, of rows of `s`: some of their lists. */
const joinedLists = (lists: typeof listColumns) => `json_strip_nulls(json_build_object(
  'releases', case when count(*) <> bound.size then ${each('s.release_number')} end,
  'lengths', case when min(s.length) <> 1 or max(s.length) <> 1 then ${each('s.length')} end,
  'denominatorSources', case when count(s.denominator_source) > 0 then ${each('s.denominator_source')} end
  ${lists.map(({ key, name }) => `, '${key}', case when count(s."${name}") > 0 then ${joined(name)} end`).join('')}
))`;
