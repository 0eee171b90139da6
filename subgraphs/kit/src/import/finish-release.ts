import { protectReading } from '../statistics/disclosure/protect.ts';
import type { ObservationFlag, Reading } from '../statistics/observation.ts';
import { periodAt } from '../statistics/periods.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';
import { policyAt } from './area-policy.ts';
import type { DatasetDefinition } from './dataset.ts';
import type { FactRecord } from '../store/site.ts';
import { packSeries, type UnnumberedSeries } from '../store/stored-reading.ts';
import type { DraftSeries, ReleaseDraft } from './release-draft.ts';

/** A release as the store keeps it, but for its number: already under the dataset's disclosure policy. */
export interface FinishedRelease {
  readonly coverage: readonly FinishedCoverage[];
  readonly series: readonly UnnumberedSeries[];
  readonly facts: readonly FactRecord[];
  /** Cells that a file gave, published or with a status. */
  readonly observationCount: number;
  readonly latestPeriodEnd: string | null;
}
export interface FinishedCoverage {
  readonly indicator: IndicatorDefinition;
  readonly firstOrdinal: number;
  readonly periodIds: readonly (string | null)[];
}

/**
 * Puts a draft on its regular grids and under its disclosure policy; a synthetic one gets the flag on every cell. Never throws.
 *
 * The policy is applied here although `protectRelease` applies it too: that one passes a dataset of which nothing is withheld as
 * it is, even where its counts are rounded, and this is the one way from a draft into the store. A reading that is under its policy
 * already stays as it is.
 */
export function finishRelease(
  dataset: DatasetDefinition,
  draft: Pick<ReleaseDraft, 'covered' | 'facts'> & { readonly series: readonly DraftSeries[] },
  isSynthetic: boolean,
): FinishedRelease {
  const coverage = [...draft.covered]
    .filter(([, ordinals]) => ordinals.size > 0)
    .map(([indicator, ordinals]) => coverageOf(indicator, ordinals));
  const byIndicator = new Map(coverage.map((covered) => [covered.indicator, covered]));
  const extraFlags: readonly ObservationFlag[] = isSynthetic ? ['SYNTHETIC'] : [];
  const finish = new SeriesFinisher(dataset, extraFlags);
  const series = draft.series.flatMap((drafted) => {
    const covered = byIndicator.get(drafted.indicator);
    return covered === undefined ? [] : [finish.series(drafted, covered)];
  });
  return {
    coverage,
    series,
    facts: [...draft.facts.values()],
    observationCount: draft.series.reduce((count, { readings }) => count + readings.size, 0),
    latestPeriodEnd: latestPeriodEndOf(draft),
  };
}

/** The last day of the latest period that a draft covers; null where it covers none. Never throws. */
export function latestPeriodEndOf({ covered }: Pick<ReleaseDraft, 'covered'>): string | null {
  const ends = [...covered].flatMap(([{ grid }, ordinals]) =>
    ordinals.size === 0 ? [] : [periodAt(grid, Math.max(...ordinals)).end],
  );
  return ends.toSorted().at(-1) ?? null;
}

function coverageOf(indicator: IndicatorDefinition, ordinals: ReadonlySet<number>): FinishedCoverage {
  const sorted = [...ordinals].sort((a, b) => a - b);
  const firstOrdinal = sorted[0] ?? 0;
  const length = (sorted.at(-1) ?? firstOrdinal) - firstOrdinal + 1;
  const periodIds = Array.from({ length }, (_, index) =>
    ordinals.has(firstOrdinal + index) ? periodAt(indicator.grid, firstOrdinal + index).id : null,
  );
  return { indicator, firstOrdinal, periodIds };
}

class SeriesFinisher {
  readonly #dataset: DatasetDefinition;
  readonly #extraFlags: readonly ObservationFlag[];

  constructor(dataset: DatasetDefinition, extraFlags: readonly ObservationFlag[]) {
    this.#dataset = dataset;
    this.#extraFlags = extraFlags;
  }

  series(drafted: DraftSeries, { firstOrdinal, periodIds }: FinishedCoverage): UnnumberedSeries {
    const { indicator, place, dimensionKey, denominatorSource } = drafted;
    const policy = policyAt(this.#dataset, place);
    const cells = periodIds.map((_, index) => {
      const reading = drafted.readings.get(firstOrdinal + index);
      return {
        reading: reading === undefined ? null : this.flagged(protectReading(policy, indicator, reading)),
        denominatorPeriodId: drafted.denominatorPeriodIds.get(firstOrdinal + index) ?? null,
      };
    });
    return packSeries({ indicatorId: indicator.id, place, dimensionKey, denominatorSource }, cells);
  }

  private flagged(reading: Reading): Reading {
    if (this.#extraFlags.length === 0) return reading;
    return { ...reading, flags: [...(reading.flags ?? []), ...this.#extraFlags] };
  }
}
