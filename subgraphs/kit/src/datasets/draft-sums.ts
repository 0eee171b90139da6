import { areaByCode } from '../geography/areas.ts';
import { notWorkedOut, restingOn } from '../statistics/coverage.ts';
import { publicIdOf } from '../statistics/period-kinds.ts';
import { type GrowingSeries, tooLow } from './draft-series.ts';

/** The series of a draft that are sums, and what they lack. */
export class DraftSums {
  /** The series that several rows add up to. */
  readonly #summed = new Set<GrowingSeries>();
  /** The series that add up figures of parts. */
  readonly #ofParts = new Set<GrowingSeries>();
  /** The places that rejected rows are about; null where one does not say. */
  #incomplete: Set<string> | null = new Set();

  /** Takes note that several rows may add up to a series. */
  addUpRows(series: GrowingSeries): void {
    this.#summed.add(series);
  }

  /** Takes note that a series adds up figures of parts. */
  addUpParts(series: GrowingSeries): void {
    this.#ofParts.add(series);
  }

  /** Takes note that a row about some places was rejected; about none where it does not say. */
  lack(places: readonly string[]): void {
    if (places.length === 0) this.#incomplete = null;
    for (const place of places) this.#incomplete?.add(place);
  }

  /** Of a sum of too few parts there is no figure. Why, in sentences for the report, once for each place. */
  dropThin(): ReadonlySet<string> {
    const sentences = new Set<string>();
    for (const { indicator, place, readings } of this.#ofParts)
      for (const [ordinal, reading] of readings) {
        const kept = restingOn(indicator, reading, reading);
        if (kept.value !== null || reading.value === null) continue;
        readings.set(ordinal, kept);
        const name = areaByCode(place)?.name ?? place;
        sentences.add(`${publicIdOf(indicator)} of ${name} ${notWorkedOut(indicator, kept) ?? 'is not available'}`);
      }
    return sentences;
  }

  /** Sums in which a rejected row may be missing are too low, and say so. */
  markTooLow(): void {
    for (const series of this.#summed) {
      if (!this.#lacksPart(series)) continue;
      for (const [ordinal, reading] of series.readings)
        if (reading.value !== null) series.readings.set(ordinal, tooLow(reading));
    }
  }

  /** Whether a sum lacks a part. */
  isAnyTooLow(): boolean {
    return [...this.#summed].some((series) => this.#lacksPart(series));
  }

  #lacksPart({ place }: GrowingSeries): boolean {
    const incomplete = this.#incomplete;
    if (incomplete === null || incomplete.has(place)) return true;
    return areaByCode(place)?.members.some((member) => incomplete.has(member)) === true;
  }
}
