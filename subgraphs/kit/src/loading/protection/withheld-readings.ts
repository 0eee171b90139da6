import { dimensionKey } from '../../statistics/dimensions.ts';
import { withholdReading } from '../../disclosure/protect.ts';
import type { PlacedReading, PublishedSeries } from '../../disclosure/figure-index.ts';
import type { Reading } from '../../statistics/observation.ts';

type SeriesName = Pick<PublishedSeries, 'table' | 'indicator' | 'place' | 'dimensions'>;

/**
 * Why a reading is withheld for the sake of others: `elsewhere` (another release of its dataset withholds it), `statistic` (it tells
 * a count that is withheld or small), `secondary` (a withheld figure would follow from it and what adds up with it).
 */
export type HidingReason = 'elsewhere' | 'statistic' | 'secondary';

/** A reading of a series that is to be withheld, and why. */
export interface HiddenReading {
  readonly ordinal: number;
  readonly reason: HidingReason;
}

/** Readings that are withheld wherever they stand: what is withheld in one release is so in all of them. */
export class WithheldReadings {
  readonly #reasons = new Map<string, Map<number, HidingReason>>();
  #size = 0;

  /** How many there are. */
  get size(): number {
    return this.#size;
  }

  has(series: SeriesName, ordinal: number): boolean {
    return this.#reasons.get(nameOf(series))?.has(ordinal) === true;
  }

  /** Withholds one more; one that is withheld already keeps its reason. */
  add(
    { series, ordinal }: Pick<PlacedReading, 'ordinal'> & { readonly series: SeriesName },
    reason: HidingReason,
  ): void {
    const name = nameOf(series);
    const known = this.#reasons.get(name) ?? new Map<number, HidingReason>();
    this.#reasons.set(name, known);
    if (known.has(ordinal)) return;
    known.set(ordinal, reason);
    this.#size += 1;
  }

  /** What is to be withheld in a series that shows it until now. Changes nothing. */
  hiddenIn(series: SeriesName & { readonly readings: ReadonlyMap<number, Reading> }): readonly HiddenReading[] {
    return [...(this.#reasons.get(nameOf(series)) ?? [])].flatMap(([ordinal, reason]) =>
      series.readings.get(ordinal)?.status === 'PUBLISHED' ? [{ ordinal, reason }] : [],
    );
  }
}

/** A series in which readings are withheld: a copy, or the series itself where there are none. Never throws. */
export function withoutHidden<S extends { readonly readings: ReadonlyMap<number, Reading> }>(
  series: S,
  hidden: readonly HiddenReading[],
): S {
  if (hidden.length === 0) return series;
  const readings = new Map(series.readings);
  for (const { ordinal } of hidden) {
    const reading = readings.get(ordinal);
    if (reading !== undefined) readings.set(ordinal, withholdReading(reading));
  }
  return { ...series, readings };
}

const nameOf = ({ table, indicator, place, dimensions }: SeriesName) =>
  `${table} ${indicator.id} ${place} ${dimensionKey(dimensions)}`;
