import type postgres from 'postgres';
import { dimensionsOf } from '../statistics/dimensions.ts';
import type { PublishedSeries } from '../statistics/disclosure/structure-figures.ts';
import { flagsOf, observationStatuses, type Reading } from '../statistics/observation.ts';
import type { StoredCoverage } from '../store/read-series.ts';
import type { DatasetDefinition } from './dataset.ts';
import type { DraftSeries, ReleaseDraft } from './release-draft.ts';

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
}

/** One series of a release. */
export type ReleaseSeries = Pick<PublishedSeries, 'indicator' | 'place' | 'dimensions'> & {
  readonly dimensionKey: string;
  readonly readings: ReadonlyMap<number, Reading>;
  /** The row that it was read from; absent for one that is being loaded. */
  readonly row?: StoredRow;
};

/** The release that a draft is about to become, its readings as the file gives them. */
export function releaseOfDraft(
  draft: ReleaseDraft,
  about: Pick<PublishedRelease, 'dataset' | 'publishedAt' | 'latestPeriodEnd' | 'isSynthetic'>,
): PublishedRelease<DraftSeries> {
  const covered = new Map([...draft.covered].map(([{ id }, ordinals]) => [id, ordinals]));
  return { ...about, number: null, covered, series: [...draft.series.values()] };
}

/** A row of the table `series`, with where its first cell lies. */
export interface StoredRow {
  readonly release_number: number;
  readonly indicator_id: string;
  readonly place: string;
  readonly dimension_key: string;
  readonly first_ordinal: number;
  readonly values: readonly (number | null)[];
  readonly statuses: readonly (number | null)[] | null;
  readonly flags: readonly (number | null)[] | null;
  readonly numerators: readonly (number | null)[] | null;
  readonly denominators: readonly (number | null)[] | null;
  readonly lowers: readonly (number | null)[] | null;
  readonly uppers: readonly (number | null)[] | null;
  readonly denominator_period_ids: readonly (string | null)[] | null;
  readonly denominator_source: string | null;
  readonly coverages: readonly (StoredCoverage | null)[] | null;
}

/** Every stored release of some datasets of one agency, recalled and embargoed ones too, in no order. */
export async function readPublishedReleases(
  sql: postgres.ISql,
  datasets: readonly DatasetDefinition[],
): Promise<readonly PublishedRelease[]> {
  const ids = JSON.stringify(datasets.map(({ id }) => id));
  const releases = await sql<ReleaseRow[]>`
    select number, dataset_id, published_at::text, latest_period_end::text, is_synthetic from release
    where dataset_id in (select json_array_elements_text(${ids}::text::json) collate "C")`;
  const numbers = JSON.stringify(releases.map(({ number }) => number));
  const ofReleases = sql`(select json_array_elements_text(${numbers}::text::json)::integer)`;
  const covered = await sql<CoverageRow[]>`
    select release_number, indicator_id, first_ordinal, period_ids from coverage where release_number in ${ofReleases}`;
  const rows = await sql<StoredRow[]>`
    select s.release_number, s.indicator_id, s.place, s.dimension_key, c.first_ordinal, s."values", s.statuses, s.flags,
      s.numerators, s.denominators, s.lowers, s.uppers, s.denominator_period_ids, s.denominator_source, s.coverages
    from series s join coverage c on c.release_number = s.release_number and c.indicator_id = s.indicator_id
    where s.release_number in ${ofReleases}`;
  const coverageOf = Map.groupBy(covered, (row) => row.release_number);
  const rowsOf = Map.groupBy(rows, (row) => row.release_number);
  return releases.flatMap((row) => {
    const dataset = datasets.find(({ id }) => id === row.dataset_id);
    if (dataset === undefined) return [];
    return [releaseOf(row, { dataset, covered: coverageOf.get(row.number) ?? [], rows: rowsOf.get(row.number) ?? [] })];
  });
}

interface ReleaseRow {
  readonly number: number;
  readonly dataset_id: string;
  readonly published_at: string;
  readonly latest_period_end: string | null;
  readonly is_synthetic: boolean;
}
interface CoverageRow {
  readonly release_number: number;
  readonly indicator_id: string;
  readonly first_ordinal: number;
  readonly period_ids: readonly (string | null)[];
}

function releaseOf(
  { number, published_at, latest_period_end, is_synthetic }: ReleaseRow,
  of: { dataset: DatasetDefinition; covered: readonly CoverageRow[]; rows: readonly StoredRow[] },
): PublishedRelease {
  const indicators = new Map(of.dataset.indicators.map((indicator) => [indicator.id, indicator]));
  return {
    dataset: of.dataset,
    publishedAt: published_at,
    latestPeriodEnd: latest_period_end,
    number,
    isSynthetic: is_synthetic,
    covered: new Map(of.covered.map((row) => [row.indicator_id, ordinalsOf(row)])),
    series: of.rows.flatMap((row) => {
      const indicator = indicators.get(row.indicator_id);
      // An indicator that the code no longer knows is not served.
      if (indicator === undefined) return [];
      const { place, dimension_key: dimensionKey } = row;
      return [
        { indicator, place, dimensionKey, dimensions: dimensionsOf(dimensionKey), readings: readingsOf(row), row },
      ];
    }),
  };
}

function ordinalsOf({ first_ordinal, period_ids }: CoverageRow): ReadonlySet<number> {
  return new Set(period_ids.flatMap((id, index) => (id === null ? [] : [first_ordinal + index])));
}

function readingsOf(row: StoredRow): Map<number, Reading> {
  const readings = new Map<number, Reading>();
  for (const [index, value] of row.values.entries()) {
    const status = observationStatuses[row.statuses?.[index] ?? 0] ?? 'PUBLISHED';
    // A cell that the file does not have.
    if (value === null && status === 'PUBLISHED') continue;
    readings.set(row.first_ordinal + index, {
      value,
      status,
      flags: flagsOf(row.flags?.[index] ?? 0),
      numerator: row.numerators?.[index] ?? null,
      denominator: row.denominators?.[index] ?? null,
      lower: row.lowers?.[index] ?? null,
      upper: row.uppers?.[index] ?? null,
    });
  }
  return readings;
}
