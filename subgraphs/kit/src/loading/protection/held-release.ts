import type { WaitingRecord } from '../../store/pending-series.ts';
import type { SeriesKey } from '../../store/series-columns.ts';
import { readingAt } from '../../store/stored-reading.ts';
import type { HiddenSeries } from './joint-protection.ts';
import type { PublishedRelease, ReleaseSeries } from './published-releases.ts';
import { type HiddenReading, withoutHidden } from './withheld-readings.ts';

/** Cells of a series, by the ordinals of its grid. */
export interface CellsOfSeries {
  readonly key: SeriesKey;
  readonly ordinals: readonly number[];
}

/** A release while it is worked out what is withheld in it, at once and when embargoes end. */
export class HeldRelease {
  /** As it is served before the stage at hand, and as it will be from then on; the same for one that nobody has seen. */
  now: PublishedRelease;
  later: PublishedRelease;
  readonly #hidden = new Map<number, Map<number, HiddenReading>>();

  constructor(release: PublishedRelease) {
    this.now = release;
    this.later = release;
  }

  /** Withholds from now on what is hidden in the series of `later`. */
  hideNow(all: readonly HiddenSeries[]): void {
    const hiddenAt = this.#positionsOf(all);
    for (const [position, hidden] of hiddenAt) {
      const known = this.#hidden.get(position) ?? new Map<number, HiddenReading>();
      this.#hidden.set(position, known);
      for (const each of hidden) if (!known.has(each.ordinal)) known.set(each.ordinal, each);
    }
    this.now = without(this.now, hiddenAt);
    this.later = without(this.later, hiddenAt);
  }

  /** Withholds from a stage on what is hidden in the series of `later`. */
  hideLater(all: readonly HiddenSeries[]): void {
    this.later = without(this.later, this.#positionsOf(all));
  }

  /** What is to be withheld at once in each series, by its position. */
  hiddenAt(position: number): readonly HiddenReading[] {
    return [...(this.#hidden.get(position)?.values() ?? [])];
  }

  /** What a later state withholds that is shown now. */
  cellsBeside(later: PublishedRelease): readonly CellsOfSeries[] {
    return this.now.series.flatMap(({ indicator, place, dimensionKey, readings }, position) => {
      const then = later.series[position]?.readings;
      const ordinals = [...readings].flatMap(([ordinal, { status }]) =>
        status === 'PUBLISHED' && then?.get(ordinal)?.status === 'CONFIDENTIAL' ? [ordinal] : [],
      );
      return ordinals.length === 0 ? [] : [{ key: { indicatorId: indicator.id, place, dimensionKey }, ordinals }];
    });
  }

  #positionsOf(all: readonly HiddenSeries[]): ReadonlyMap<number, readonly HiddenReading[]> {
    const hidden = new Map<ReleaseSeries, readonly HiddenReading[]>(all.map((each) => [each.series, each.hidden]));
    return new Map(
      this.later.series.flatMap((series, position) => {
        const found = hidden.get(series);
        return found === undefined ? [] : [[position, found] as const];
      }),
    );
  }
}

function without(release: PublishedRelease, hidden: ReadonlyMap<number, readonly HiddenReading[]>): PublishedRelease {
  if (hidden.size === 0) return release;
  return {
    ...release,
    series: release.series.map((series, position) => withoutHidden(series, hidden.get(position) ?? [])),
  };
}

/** What rows that wait for ends of embargoes withhold in the series of a release, as far as it shows it. Never throws. */
export function waitingIn({ series }: PublishedRelease, rows: readonly WaitingRecord[]): readonly HiddenSeries[] {
  return series.flatMap((one) => {
    const { row, indicator, readings } = one;
    const own = rows.filter(
      ({ indicatorId, place, dimensionKey }) =>
        indicatorId === indicator.id && place === one.place && dimensionKey === one.dimensionKey,
    );
    const isWithheld = (ordinal: number) =>
      own.some((waiting) => readingAt(waiting, ordinal - (row?.firstOrdinal ?? 0))?.status === 'CONFIDENTIAL');
    const ordinals = own.length === 0 ? [] : [...readings.keys()].filter(isWithheld);
    const hidden = ordinals.filter((ordinal) => readings.get(ordinal)?.status === 'PUBLISHED');
    if (hidden.length === 0) return [];
    return [{ series: one, hidden: hidden.map((ordinal) => ({ ordinal, reason: 'elsewhere' as const })) }];
  });
}
