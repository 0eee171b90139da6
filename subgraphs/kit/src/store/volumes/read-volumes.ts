import { sql } from 'drizzle-orm';
import type { StoreReader } from '../database.ts';
import { numberArray, textArray } from '../list-parameters.ts';
import { parseRecord, recordText } from '../record-text.ts';
import { type SeriesRecord, textOfKey } from '../series-columns.ts';
import { rowsOf, type SeriesRows } from '../series-rows.ts';
import { type AskedSeries, wantedSeries } from '../wanted-series.ts';
import { BoundSeries, type BoundVolume, boundVolume } from './bound-series.ts';
import type { SeriesInVolumes, VolumeMemory } from './volume-memory.ts';

/** A volume, a series in a volume, or a row of `series` that is in none. */
interface FoundRow extends Record<string, unknown> {
  /** Of which volume; null for a row that is in none. */
  readonly mark: string | null;
  /** Empty for a volume itself. */
  readonly indicator_id: string;
  readonly place: string;
  readonly dimension_key: string;
  /** The releases of a volume, null of one that is known; otherwise lists. */
  readonly content: string | null;
  /** Releases of the volume that have the series. */
  readonly held: number;
}

/**
 * As `readSeries`, for many releases: those that are bound are read from their volumes as far as these are not known, all others by themselves.
 * One statement; two where a volume that is known stands no more.
 */
export async function readBoundSeries(
  database: StoreReader,
  asked: AskedSeries,
  memory: VolumeMemory,
): Promise<ReadonlyMap<string, SeriesRows>> {
  const names = asked.keys.map(textOfKey);
  // While the store is asked, others may take its place in the memory.
  const before = new Map(names.map((name) => [name, memory.series(name)]));
  const { rows, volumes } = await readRows(database, asked, memory.knownOf(names));
  const marks = memory.bindingOf(volumes);
  const found = Map.groupBy(rows.filter(isOfSeries), nameOfRow);
  const read = readerOf({ volumes, marks }, new Set(asked.releaseNumbers));
  const series = names.map((name): [string, SeriesRows] => {
    const own = found.get(name) ?? [];
    const parts = partsOf(volumes, own, before.get(name));
    if (parts !== before.get(name)) memory.remember(name, parts);
    return [name, read(parts, rowsOf(own.flatMap(recordOf)))];
  });
  return new Map(series.filter(([, { count }]) => count > 0));
}

async function readRows(database: StoreReader, asked: AskedSeries, known: readonly BoundVolume[]) {
  const rows = await database.orm.execute<FoundRow>(foundRows(asked, known));
  const volumes = volumesOf(rows, known);
  const standing = new Set(volumes.map(({ mark }) => mark));
  if (known.every(({ mark }) => standing.has(mark))) return { rows, volumes };
  const anew = await database.orm.execute<FoundRow>(foundRows(asked, []));
  return { rows: anew, volumes: volumesOf(anew, []) };
}

/**
 * What is found in volumes that are not known, and in no volume. A volume of which no end is asked for is left alone, and its rows are read by
 * themselves: most such are of another dataset.
 */
function foundRows({ keys, releaseNumbers }: AskedSeries, known: readonly BoundVolume[]) {
  const unknown = releaseNumbers.filter((release) => known.every(({ positions }) => !positions.has(release)));
  return sql`
    with wanted as (
      select * from ${wantedSeries(keys)}
    ), asked as (
      select ${numberArray(unknown)} as numbers, ${textArray(known.map(({ mark }) => mark))} as marks
    ), tier as (
      select md5(coalesce(string_agg(p::text, ' ' order by p::text), '')) as mark from restricted_part p
    ), marked as (
      select v.number, v.releases, concat_ws('.', v.number, v.xmin, tier.mark) as mark from volume v, tier
    ), standing as materialized (
      select m.*, m.mark = any(asked.marks) as is_known from marked m, asked
      where (m.mark = any(asked.marks) or m.releases[1] = any(asked.numbers) or m.releases[cardinality(m.releases)] = any(asked.numbers))
        and not exists (select from release r where r.recalled_at is not null and r.number = any(m.releases))
    )
    select mark, '' as indicator_id, '' as place, '' as dimension_key,
      case when not is_known then array_to_json(releases)::text end as content, 0 as held
    from standing
    union all
    select standing.mark, v.indicator_id, v.place, v.dimension_key, v.records::text as content, v.held
    from wanted join volume_series v on v.indicator_id = wanted.indicator_id collate "C" and v.place = wanted.place collate "C"
      and v.dimension_key = wanted.dimension_key collate "C" and v.volume_number = any(array(select number from standing where not is_known))
      join standing on standing.number = v.volume_number
    union all
    select null as mark, s.indicator_id, s.place, s.dimension_key, ${sql.raw(recordText)} as content, 0 as held
    from wanted join series s on s.indicator_id = wanted.indicator_id collate "C" and s.place = wanted.place collate "C"
      and s.dimension_key = wanted.dimension_key collate "C" and s.release_number = any(array(
        select unnest(numbers) from asked except select unnest(releases) from standing where not is_known))`;
}

const isOfSeries = ({ indicator_id }: FoundRow) => indicator_id !== '';

function nameOfRow({ indicator_id, place, dimension_key }: FoundRow): string {
  return textOfKey({ indicatorId: indicator_id, place, dimensionKey: dimension_key });
}

/** The volumes that stand. */
function volumesOf(rows: readonly FoundRow[], known: readonly BoundVolume[]): readonly BoundVolume[] {
  const byMark = new Map(known.map((volume) => [volume.mark, volume]));
  return rows.flatMap((row) => {
    if (row.mark === null || isOfSeries(row)) return [];
    return row.content === null
      ? (byMark.get(row.mark) ?? [])
      : boundVolume(row.mark, JSON.parse(row.content) as readonly number[]);
  });
}

function partsOf(
  volumes: readonly BoundVolume[],
  found: readonly FoundRow[],
  before: SeriesInVolumes | undefined,
): SeriesInVolumes {
  const byMark = new Map(found.flatMap((row) => (row.mark === null ? [] : [[row.mark, row] as const])));
  const isAsBefore =
    byMark.size === 0 && before?.size === volumes.length && volumes.every(({ mark }) => before.has(mark));
  if (isAsBefore) return before;
  return new Map(
    volumes.map((volume) => {
      const { held, content } = byMark.get(volume.mark) ?? {};
      if (content == null) return [volume.mark, before?.get(volume.mark) ?? null];
      return [volume.mark, new BoundSeries(volume, { count: held ?? 0, text: content })];
    }),
  );
}

function recordOf({ mark, content }: FoundRow): readonly SeriesRecord[] {
  return mark !== null || content === null ? [] : [parseRecord(content)];
}

interface StandingVolumes {
  readonly volumes: readonly BoundVolume[];
  /** By release. */
  readonly marks: ReadonlyMap<number, string>;
}

/** Puts together what volumes have of a series, and its rows that are in none. */
function readerOf({ volumes, marks }: StandingVolumes, asked: ReadonlySet<number>) {
  const whole = new Set(
    volumes.flatMap(({ mark, positions }) => (positions.keys().every((release) => asked.has(release)) ? mark : [])),
  );
  const countIn = (mark: string, part: BoundSeries) =>
    whole.has(mark)
      ? part.count
      : [...asked].filter((release) => marks.get(release) === mark && part.of(release) !== undefined).length;
  return (parts: SeriesInVolumes, loose: SeriesRows): SeriesRows => {
    const held = [...parts].flatMap(([mark, part]) => (part === null ? [] : [{ mark, part }]));
    return {
      count: loose.count + held.reduce((sum, { mark, part }) => sum + countIn(mark, part), 0),
      of: (release) => {
        const mark = marks.get(release);
        return mark === undefined ? loose.of(release) : parts.get(mark)?.of(release);
      },
      estimatedBytes: loose.estimatedBytes + held.reduce((sum, { part }) => sum + part.estimatedBytes, 0),
    };
  };
}
