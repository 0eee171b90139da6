import type { ObservationFlag } from '@boroughgraph/schema/vocabulary/core.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';
import type { ProtectedReading } from '../statistics/observation.ts';
import { periodAt } from '../statistics/periods.ts';
import type { FactRecord } from '../store/site.ts';
import { packSeries, type UnnumberedSeries } from '../store/stored-reading.ts';
import type { StoredPlace } from '../store/tables.ts';
import type { DatasetDefinition } from '../datasets/dataset.ts';
import { type CoveredPlaces, placesCovered } from '../datasets/covered-places.ts';
import { countOpenCells, isOpen, openCoverageOf } from '../datasets/open-part.ts';
import type { ReleaseDraft } from '../datasets/release-draft.ts';
import type { SeriesUnderPolicy } from './protection/series-under-policy.ts';

/** A release as the store keeps it, but for its number: already under the dataset's disclosure policy. */
export interface FinishedRelease {
  readonly coverage: readonly FinishedCoverage[];
  readonly series: readonly UnnumberedSeries[];
  readonly facts: readonly FactRecord[];
  /** Cells that a file gave, published or with a status, without those that are for named users in an open dataset. */
  readonly observationCount: number;
  readonly latestPeriodEnd: string | null;
}
export interface FinishedCoverage {
  readonly indicator: IndicatorDefinition;
  readonly firstOrdinal: number;
  /** From the first period of any of its series on; null for one that its open series do not have. */
  readonly periodIds: readonly (string | null)[];
  /** Where it answers for them; null for everywhere. @default null */
  readonly places?: readonly StoredPlace[] | null;
}

/** The flags that every cell of an edition has: that it is made up, or of statistics in development. Never throws. */
export function flagsOfEdition(
  { inDevelopmentUntil = '' }: Pick<DatasetDefinition, 'inDevelopmentUntil'>,
  { publishedAt, isSynthetic }: { readonly publishedAt: string; readonly isSynthetic: boolean },
): readonly ObservationFlag[] {
  if (isSynthetic) return ['SYNTHETIC'];
  return publishedAt < inDevelopmentUntil ? ['IN_DEVELOPMENT'] : [];
}

/** Puts what is protected on its regular grids; the flags of the edition stand on every cell. Never throws. */
export function finishRelease(
  { covered: ordinalsOf, facts, series: all, byPlace = new Set() }: ProtectedContent,
  extraFlags: readonly ObservationFlag[] = [],
): FinishedRelease {
  const open = openCoverageOf({ covered: ordinalsOf, series: all });
  const places = placesCovered(byPlace, all.filter(isOpen));
  const coverage = [...ordinalsOf]
    .filter(([, ordinals]) => ordinals.size > 0)
    .map(([indicator, ordinals]) => {
      const covered = coverageOf(indicator, ordinals, open.get(indicator) ?? ordinals);
      return { ...covered, places: storedPlaces(covered, places.get(indicator)) };
    });
  const byIndicator = new Map(coverage.map((covered) => [covered.indicator, covered]));
  const series = all.flatMap((one) => {
    const covered = byIndicator.get(one.indicator);
    return covered === undefined ? [] : [rowOf(one, covered, extraFlags)];
  });
  return {
    coverage,
    series,
    facts: [...facts.values()],
    observationCount: countOpenCells(all),
    latestPeriodEnd: latestPeriodEndOf({ covered: open }),
  };
}

/** What a draft says once it is protected. */
export interface ProtectedContent extends Pick<ReleaseDraft, 'covered' | 'facts'> {
  /** The indicators that it covers place by place. @default none */
  readonly byPlace?: ReleaseDraft['byPlace'];
  readonly series: readonly SeriesUnderPolicy[];
}

/** The last day of the latest period that a draft covers; null where it covers none. Never throws. */
export function latestPeriodEndOf({
  covered,
}: {
  readonly covered: ReadonlyMap<IndicatorDefinition, ReadonlySet<number>>;
}): string | null {
  const ends = [...covered].flatMap(([{ grid }, ordinals]) =>
    ordinals.size === 0 ? [] : [periodAt(grid, Math.max(...ordinals)).end],
  );
  return ends.toSorted().at(-1) ?? null;
}

/** The places as the store keeps them: most have a row in every period. */
function storedPlaces(
  { firstOrdinal, periodIds }: FinishedCoverage,
  places: CoveredPlaces | undefined,
): readonly StoredPlace[] | null {
  if (places === undefined) return null;
  const all = periodIds.filter((id) => id !== null).length;
  const sorted = [...places].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return sorted.map(([place, ordinals]) => {
    const positions = [...ordinals].map((ordinal) => ordinal - firstOrdinal).toSorted((a, b) => a - b);
    return [place, positions.length === all ? null : positions];
  });
}

function coverageOf(
  indicator: IndicatorDefinition,
  ordinals: ReadonlySet<number>,
  open: ReadonlySet<number>,
): FinishedCoverage {
  const sorted = [...ordinals].sort((a, b) => a - b);
  const firstOrdinal = sorted[0] ?? 0;
  const length = (sorted.at(-1) ?? firstOrdinal) - firstOrdinal + 1;
  const periodIds = Array.from({ length }, (_, index) =>
    open.has(firstOrdinal + index) ? periodAt(indicator.grid, firstOrdinal + index).id : null,
  );
  return { indicator, firstOrdinal, periodIds };
}

function rowOf(
  { indicator, place, dimensionKey, denominatorSource, readings, denominatorPeriodIds }: SeriesUnderPolicy,
  { firstOrdinal, periodIds }: FinishedCoverage,
  extraFlags: readonly ObservationFlag[],
): UnnumberedSeries {
  const cells = periodIds.map((_, index) => {
    const reading = readings.get(firstOrdinal + index);
    return {
      reading: reading === undefined ? null : flagged(reading, extraFlags),
      denominatorPeriodId: denominatorPeriodIds.get(firstOrdinal + index) ?? null,
    };
  });
  return packSeries({ indicatorId: indicator.id, place, dimensionKey, denominatorSource }, cells);
}

function flagged(reading: ProtectedReading, extraFlags: readonly ObservationFlag[]): ProtectedReading {
  return extraFlags.length === 0 ? reading : { ...reading, flags: [...(reading.flags ?? []), ...extraFlags] };
}
