import { dimensionKey } from '../statistics/dimensions.ts';
import { withholdReading } from '../statistics/disclosure/protect.ts';
import type { PlacedReading, PublishedSeries } from '../statistics/disclosure/structure-figures.ts';
import type { Reading } from '../statistics/observation.ts';

type SeriesName = Pick<PublishedSeries, 'table' | 'indicator' | 'place' | 'dimensions'>;

/** Readings that are withheld wherever they stand: what is withheld in one release is so in all of them. */
export class WithheldReadings {
  readonly #ordinals = new Map<string, Set<number>>();
  #size = 0;

  /** How many there are. */
  get size(): number {
    return this.#size;
  }

  has(series: SeriesName, ordinal: number): boolean {
    return this.#ordinals.get(nameOf(series))?.has(ordinal) === true;
  }

  /** Withholds one more; none that is withheld already. */
  add({ series, ordinal }: Pick<PlacedReading, 'ordinal'> & { readonly series: SeriesName }): void {
    const name = nameOf(series);
    const known = this.#ordinals.get(name) ?? new Set();
    this.#ordinals.set(name, known);
    this.#size += known.has(ordinal) ? 0 : 1;
    known.add(ordinal);
  }

  /** Withholds in a series what is withheld of it here, and gives the ordinals at which something was shown until now. */
  hideIn(series: SeriesName & { readonly readings: Map<number, Reading> }): readonly number[] {
    const hidden: number[] = [];
    for (const ordinal of this.#ordinals.get(nameOf(series)) ?? []) {
      const reading = series.readings.get(ordinal);
      if (reading?.status !== 'PUBLISHED') continue;
      series.readings.set(ordinal, withholdReading(reading));
      hidden.push(ordinal);
    }
    return hidden;
  }
}

const nameOf = ({ table, indicator, place, dimensions }: SeriesName) =>
  `${table} ${indicator.id} ${place} ${dimensionKey(dimensions)}`;
