import { protectReading } from '../statistics/disclosure/protect.ts';
import { flagBits, type ObservationFlag, observationStatuses, type Reading } from '../statistics/observation.ts';
import { periodAt } from '../statistics/periods.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';
import { policyAt } from './area-policy.ts';
import type { DatasetDefinition } from './dataset.ts';
import type { FactRecord } from '../store/site.ts';
import type { StoredCoverage } from '../store/read-series.ts';
import type { DraftSeries, ReleaseDraft } from './release-draft.ts';

/** A release as the store keeps it, but for its number: already under the dataset's disclosure policy. */
export interface FinishedRelease {
  readonly coverage: readonly FinishedCoverage[];
  readonly series: readonly FinishedSeries[];
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

/** Columns of one row of the table `series`; null for an array that would hold nothing. */
export interface FinishedSeries {
  readonly indicatorId: string;
  readonly place: string;
  readonly dimensionKey: string;
  readonly values: readonly (number | null)[];
  readonly statuses: readonly (number | null)[] | null;
  readonly flags: readonly number[] | null;
  readonly numerators: readonly (number | null)[] | null;
  readonly denominators: readonly (number | null)[] | null;
  readonly lowers: readonly (number | null)[] | null;
  readonly uppers: readonly (number | null)[] | null;
  readonly denominatorPeriodIds: readonly (string | null)[] | null;
  readonly denominatorSource: string | null;
  /** How many reported, and how many should have. */
  readonly coverages: readonly (StoredCoverage | null)[] | null;
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

  series(drafted: DraftSeries, { firstOrdinal, periodIds }: FinishedCoverage): FinishedSeries {
    const policy = policyAt(this.#dataset, drafted.place);
    const readings = periodIds.map((_, index) => {
      const reading = drafted.readings.get(firstOrdinal + index);
      return reading === undefined ? null : protectReading(policy, drafted.indicator, reading);
    });
    const column = <T>(read: (reading: Reading) => T | null | undefined): readonly (T | null)[] | null => {
      const cells = readings.map((reading) => (reading === null ? null : (read(reading) ?? null)));
      return cells.every((cell) => cell === null) ? null : cells;
    };
    const flags = readings.map((reading) =>
      reading === null ? 0 : flagBits([...(reading.flags ?? []), ...this.#extraFlags]),
    );
    // Where a figure is withheld, what stood beside it would tell such a gap from one that its publisher left.
    const isWithheld = (index: number) => readings[index]?.status === 'CONFIDENTIAL';
    const denominatorPeriodIds = periodIds.map((_, index) =>
      isWithheld(index) ? null : (drafted.denominatorPeriodIds.get(firstOrdinal + index) ?? null),
    );
    const hasAnythingElse = readings.some((reading, index) => reading !== null && !isWithheld(index));
    return {
      indicatorId: drafted.indicator.id,
      place: drafted.place,
      dimensionKey: drafted.dimensionKey,
      values: readings.map((reading) => reading?.value ?? null),
      statuses: column((reading) =>
        reading.status === 'PUBLISHED' ? null : observationStatuses.indexOf(reading.status),
      ),
      flags: flags.every((bits) => bits === 0) ? null : flags,
      numerators: column((reading) => reading.numerator),
      denominators: column((reading) => reading.denominator),
      lowers: column((reading) => reading.lower),
      uppers: column((reading) => reading.upper),
      denominatorPeriodIds: denominatorPeriodIds.every((id) => id === null) ? null : denominatorPeriodIds,
      denominatorSource: hasAnythingElse ? drafted.denominatorSource : null,
      coverages: column(({ coverage }) => (coverage == null ? null : [coverage.reporting, coverage.expected])),
    };
  }
}
