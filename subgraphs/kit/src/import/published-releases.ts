import type postgres from 'postgres';
import { dimensionsOf } from '../statistics/dimensions.ts';
import type { PublishedSeries } from '../statistics/disclosure/structure-figures.ts';
import type { Reading } from '../statistics/observation.ts';
import { kindsOf } from '../statistics/period-kinds.ts';
import { readPending, type WaitingRecord } from '../store/pending-series.ts';
import { type PlacedRecord, readSeriesOfReleases } from '../store/read-series.ts';
import { readingAt } from '../store/stored-reading.ts';
import type { DatasetDefinition } from './dataset.ts';
import type { DraftContent } from './rejected-cells.ts';
import type { DraftSeries } from './release-draft.ts';

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
  readonly series: readonly S[];
  /** When its embargo ends, in milliseconds since 1970, where nobody sees it yet. @default null */
  readonly hiddenUntil?: number | null;
  /** Its series as they will be when embargoes of others end, the next end first. @default none */
  readonly pending?: readonly WaitingRecord[];
}

/** One series of a release. */
export type ReleaseSeries = Pick<PublishedSeries, 'indicator' | 'place' | 'dimensions'> & {
  readonly dimensionKey: string;
  readonly readings: ReadonlyMap<number, Reading>;
  /** The row that it was read from; absent for one that is being loaded. */
  readonly row?: PlacedRecord;
};

/** The release that a draft is about to become, its readings as the file gives them. */
export function releaseOfDraft(
  draft: Pick<DraftContent, 'covered' | 'series'>,
  about: Pick<PublishedRelease, 'dataset' | 'publishedAt' | 'latestPeriodEnd' | 'isSynthetic'>,
): PublishedRelease<DraftSeries> {
  const covered = new Map([...draft.covered].map(([{ id }, ordinals]) => [id, ordinals]));
  return { ...about, number: null, covered, series: draft.series };
}

/**
 * Every stored release of some datasets of one agency, recalled and embargoed ones too, in no order. One that was recalled before
 * its embargo ended is none: nobody has seen it, and nobody will.
 */
export async function readPublishedReleases(
  sql: postgres.ISql,
  datasets: readonly DatasetDefinition[],
): Promise<readonly PublishedRelease[]> {
  const ids = JSON.stringify(datasets.map(({ id }) => id));
  const releases = await sql<ReleaseRow[]>`
    select number, dataset_id, published_at::text, latest_period_end::text, is_synthetic,
      case when embargo_until > now() then extract(epoch from embargo_until)::float8 * 1000 end as hidden_until from release
    where dataset_id in (select json_array_elements_text(${ids}::text::json) collate "C")
      and (embargo_until is null or recalled_at is null or recalled_at >= embargo_until)`;
  const numbers = releases.map(({ number }) => number);
  const covered = await sql<CoverageRow[]>`
    select release_number, indicator_id, first_ordinal, period_ids from coverage
    where release_number in (select json_array_elements_text(${JSON.stringify(numbers)}::text::json)::integer)`;
  const rows = await readSeriesOfReleases(sql, numbers);
  const pendingOf = Map.groupBy(await readPending(sql, numbers), (row) => row.releaseNumber);
  const coverageOf = Map.groupBy(covered, (row) => row.release_number);
  const rowsOf = Map.groupBy(rows, (row) => row.releaseNumber);
  return releases.flatMap((row) => {
    const dataset = datasets.find(({ id }) => id === row.dataset_id);
    if (dataset === undefined) return [];
    const release = releaseOf(row, {
      dataset,
      covered: coverageOf.get(row.number) ?? [],
      rows: rowsOf.get(row.number) ?? [],
    });
    return [{ ...release, hiddenUntil: row.hidden_until, pending: pendingOf.get(row.number) ?? [] }];
  });
}

interface ReleaseRow {
  readonly number: number;
  readonly dataset_id: string;
  readonly published_at: string;
  readonly latest_period_end: string | null;
  readonly is_synthetic: boolean;
  readonly hidden_until: number | null;
}
interface CoverageRow {
  readonly release_number: number;
  readonly indicator_id: string;
  readonly first_ordinal: number;
  readonly period_ids: readonly (string | null)[];
}

function releaseOf(
  { number, published_at, latest_period_end, is_synthetic }: ReleaseRow,
  of: { dataset: DatasetDefinition; covered: readonly CoverageRow[]; rows: readonly PlacedRecord[] },
): PublishedRelease {
  const indicators = new Map(of.dataset.indicators.flatMap(kindsOf).map((indicator) => [indicator.id, indicator]));
  return {
    dataset: of.dataset,
    publishedAt: published_at,
    latestPeriodEnd: latest_period_end,
    number,
    isSynthetic: is_synthetic,
    covered: coveredBy(of),
    series: of.rows.flatMap((row) => {
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
function coveredBy({
  covered,
  rows,
}: {
  readonly covered: readonly CoverageRow[];
  readonly rows: readonly PlacedRecord[];
}) {
  const ordinals = new Map(covered.map((row) => [row.indicator_id, new Set(ordinalsOf(row))]));
  for (const row of rows) for (const ordinal of readingsOf(row).keys()) ordinals.get(row.indicatorId)?.add(ordinal);
  return ordinals;
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
