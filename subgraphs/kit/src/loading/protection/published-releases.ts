import type postgres from 'postgres';
import { dimensionsOf } from '../../statistics/dimensions.ts';
import type { PublishedSeries } from '../../disclosure/figure-index.ts';
import type { Reading } from '../../statistics/observation.ts';
import { kindsOf } from '../../statistics/period-kinds.ts';
import { readPending, type WaitingRecord } from '../../store/pending-series.ts';
import { type PlacedRecord, readSeriesOfReleases } from '../../store/read-series.ts';
import { readingAt } from '../../store/stored-reading.ts';
import type { StoredPlace } from '../../store/tables.ts';
import { type CoveredPlaces, placesCovered } from '../../datasets/covered-places.ts';
import type { DatasetDefinition } from '../../datasets/dataset.ts';
import type { DraftContent } from '../rejected-cells.ts';
import type { DraftSeries } from '../../datasets/draft-series.ts';

/** A release as disclosure control sees it: what it covers, and what it says of each series. */
export interface PublishedRelease<S extends ReleaseSeries = ReleaseSeries> {
  readonly dataset: DatasetDefinition;
  readonly publishedAt: string;
  readonly latestPeriodEnd: string | null;
  /** Its number in the store; null for the one that is being loaded. */
  readonly number: number | null;
  readonly isSynthetic: boolean;
  /** The ordinals that it answers for, by the id of an indicator. */
  readonly covered: ReadonlyMap<string, ReadonlySet<number>>;
  /** Where it answers for them, of the indicators that it covers place by place. @default everywhere */
  readonly places?: ReadonlyMap<string, CoveredPlaces>;
  readonly series: readonly S[];
  /** When its embargo ends, in milliseconds since 1970, where nobody sees it yet. @default null */
  readonly hiddenUntil?: number | null;
  /** Its series as they will be when embargoes of others end, the next end first. @default none */
  readonly pending?: readonly WaitingRecord[];
  /** True where it was recalled after it had been seen. @default false */
  readonly isRecalled?: boolean;
}

/** A stored release before its series are read. */
export type ReleaseHead = Omit<PublishedRelease, 'series' | 'pending' | 'number'> & {
  readonly number: number;
  readonly id: string;
  readonly sourceName: string;
  /** Cells that its file gave, without those for named users. */
  readonly observationCount: number;
};

/** One series of a release. */
export type ReleaseSeries = Pick<PublishedSeries, 'indicator' | 'place' | 'dimensions'> & {
  readonly dimensionKey: string;
  readonly readings: ReadonlyMap<number, Reading>;
  /** The row that it was read from; absent for one that is being loaded. */
  readonly row?: PlacedRecord;
};

/** The release that a draft is about to become, its readings as the file gives them. */
export function releaseOfDraft(
  draft: Pick<DraftContent, 'covered' | 'series' | 'byPlace'>,
  about: Pick<PublishedRelease, 'dataset' | 'publishedAt' | 'latestPeriodEnd' | 'isSynthetic'>,
): PublishedRelease<DraftSeries> {
  const covered = new Map([...draft.covered].map(([{ id }, ordinals]) => [id, ordinals]));
  const places = new Map([...placesCovered(draft.byPlace, draft.series)].map(([{ id }, own]) => [id, own]));
  return { ...about, number: null, covered, places, series: draft.series };
}

/**
 * Every stored release of some datasets of one agency, recalled and embargoed ones too, in no order. One that was recalled before
 * its embargo ended is none: nobody has seen it, and nobody will.
 */
export async function readPublishedReleases(
  sql: postgres.ISql,
  datasets: readonly DatasetDefinition[],
): Promise<readonly PublishedRelease[]> {
  return readContents(sql, await listReleases(sql, datasets));
}

/** Of releases `r` those that count: one that was recalled before its embargo ended nobody has seen, and nobody will. */
export const countsIn = (sql: postgres.ISql) =>
  sql`(r.embargo_until is null or r.recalled_at is null or r.recalled_at >= r.embargo_until)`;

/**
 * As `readPublishedReleases`, without the series: what they say that they cover tells which of them have to be read. Of a long history it is
 * asked for those alone to which a condition about `release r` applies.
 */
export async function listReleases(
  sql: postgres.ISql,
  datasets: readonly DatasetDefinition[],
  condition: postgres.Fragment = sql`true`,
): Promise<readonly ReleaseHead[]> {
  const ids = JSON.stringify(datasets.map(({ id }) => id));
  const releases = await sql<ReleaseRow[]>`
    select number, id, dataset_id, source_name, published_at::text, latest_period_end::text, is_synthetic, observation_count,
      case when embargo_until > now() then extract(epoch from embargo_until)::float8 * 1000 end as hidden_until,
      recalled_at is not null as is_recalled from release r
    where dataset_id in (select json_array_elements_text(${ids}::text::json) collate "C")
      and ${countsIn(sql)} and ${condition}`;
  if (releases.length === 0) return [];
  const covered = await sql<CoverageRow[]>`
    select release_number, indicator_id, first_ordinal, period_ids, places from coverage
    where release_number in (select json_array_elements_text(${JSON.stringify(releases.map(({ number }) => number))}::text::json)::integer)`;
  const coverageOf = Map.groupBy(covered, (row) => row.release_number);
  return releases.flatMap((row) => {
    const dataset = datasets.find(({ id }) => id === row.dataset_id);
    return dataset === undefined ? [] : [headOf(row, { dataset, covered: coverageOf.get(row.number) ?? [] })];
  });
}

/** Some releases with what they say of their series, in their order. */
export async function readContents(
  sql: postgres.ISql,
  heads: readonly ReleaseHead[],
): Promise<readonly PublishedRelease[]> {
  if (heads.length === 0) return [];
  const numbers = heads.map(({ number }) => number);
  const rowsOf = Map.groupBy(await readSeriesOfReleases(sql, numbers), (row) => row.releaseNumber);
  const pendingOf = Map.groupBy(await readPending(sql, numbers), (row) => row.releaseNumber);
  return heads.map((head) => withContent(head, rowsOf.get(head.number) ?? [], pendingOf.get(head.number) ?? []));
}

interface ReleaseRow {
  readonly number: number;
  readonly id: string;
  readonly dataset_id: string;
  readonly source_name: string;
  readonly published_at: string;
  readonly latest_period_end: string | null;
  readonly is_synthetic: boolean;
  readonly observation_count: number;
  readonly hidden_until: number | null;
  readonly is_recalled: boolean;
}
interface CoverageRow {
  readonly release_number: number;
  readonly indicator_id: string;
  readonly first_ordinal: number;
  readonly period_ids: readonly (string | null)[];
  readonly places: readonly StoredPlace[] | null;
}

function headOf(
  row: ReleaseRow,
  { dataset, covered }: { readonly dataset: DatasetDefinition; readonly covered: readonly CoverageRow[] },
): ReleaseHead {
  return {
    dataset,
    id: row.id,
    sourceName: row.source_name,
    publishedAt: row.published_at,
    latestPeriodEnd: row.latest_period_end,
    number: row.number,
    isSynthetic: row.is_synthetic,
    observationCount: row.observation_count,
    hiddenUntil: row.hidden_until,
    isRecalled: row.is_recalled,
    covered: new Map(covered.map((each) => [each.indicator_id, ordinalsOf(each)])),
    places: new Map(covered.flatMap((each) => (each.places === null ? [] : [[each.indicator_id, placesIn(each)]]))),
  };
}

function withContent(
  head: ReleaseHead,
  rows: readonly PlacedRecord[],
  pending: readonly WaitingRecord[],
): PublishedRelease {
  const indicators = new Map(head.dataset.indicators.flatMap(kindsOf).map((indicator) => [indicator.id, indicator]));
  return {
    ...head,
    pending,
    covered: coveredBy(head, rows),
    places: placesWith(head, rows),
    series: rows.flatMap((row) => {
      const indicator = indicators.get(row.indicatorId);
      // An indicator that the code no longer knows is not served.
      if (indicator === undefined) return [];
      const { place, dimensionKey } = row;
      return [
        { indicator, place, dimensionKey, dimensions: dimensionsOf(dimensionKey), readings: readingsOf(row), row },
      ];
    }),
  };
}

/** What it says that it covers, and where it has a figure: those for named users it does not tell. */
function coveredBy({ covered }: ReleaseHead, rows: readonly PlacedRecord[]): PublishedRelease['covered'] {
  const ordinals = new Map([...covered].map(([id, known]) => [id, new Set(known)]));
  for (const row of rows) for (const ordinal of readingsOf(row).keys()) ordinals.get(row.indicatorId)?.add(ordinal);
  return ordinals;
}

/** As `coveredBy`, place by place. */
function placesWith({ places }: ReleaseHead, rows: readonly PlacedRecord[]): ReadonlyMap<string, CoveredPlaces> {
  const all = new Map(
    [...(places ?? [])].map(([id, own]) => [id, new Map([...own].map(([place, known]) => [place, new Set(known)]))]),
  );
  for (const row of rows) {
    const own = all.get(row.indicatorId);
    if (own === undefined) continue;
    const ordinals = own.get(row.place) ?? new Set<number>();
    own.set(row.place, ordinals);
    for (const ordinal of readingsOf(row).keys()) ordinals.add(ordinal);
  }
  return all;
}

function placesIn({ places, first_ordinal, ...row }: CoverageRow): CoveredPlaces {
  const everywhere = ordinalsOf({ ...row, places, first_ordinal });
  return new Map(
    (places ?? []).map(([place, positions]) => [
      place,
      positions === null ? everywhere : new Set(positions.map((position) => first_ordinal + position)),
    ]),
  );
}

function ordinalsOf({ first_ordinal, period_ids }: CoverageRow): ReadonlySet<number> {
  return new Set(period_ids.flatMap((id, index) => (id === null ? [] : [first_ordinal + index])));
}

function readingsOf(row: PlacedRecord): Map<number, Reading> {
  const readings = new Map<number, Reading>();
  for (const position of row.values.keys()) {
    const reading = readingAt(row, position);
    if (reading !== null) readings.set(row.firstOrdinal + position, reading);
  }
  return readings;
}
