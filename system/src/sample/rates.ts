import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import type { Reading } from '@boroughgraph/kit/statistics/observation.ts';
import type { SampleCounts } from './counts.ts';
import { drawOnce } from './draws.ts';
import { typicalRangeOf } from './levels.ts';
import type { SamplePlace } from './places.ts';
import { ratio } from './statistics.ts';

const suffix = '-rate';

/**
 * The indicator of which a rate is the rate: `referrals` for `referrals-rate`, where one dataset publishes both on one grid,
 * so that the sample of the two agrees. Null where there is none, and for a rate that is broken down. Never throws.
 */
export function countOfRate(dataset: DatasetDefinition, rate: IndicatorDefinition): IndicatorDefinition | null {
  const isRate = rate.id.endsWith(suffix) && rate.valueType === 'CRUDE_RATE' && rate.dimensions.length === 0;
  const counted = dataset.indicators.find(({ id }) => isRate && id === rate.id.slice(0, -suffix.length));
  const isCount =
    counted !== undefined && counted.additivity !== 'NON_ADDITIVE' && counted.grid.type === rate.grid.type;
  return isCount ? counted : null;
}

/** A borough's usual rate lies between these parts of its typical range, so that its counts may move it. */
const [lowestUsual, highestUsual] = [0.3, 0.7];

/** Rates of what is counted: residents are chosen so that each borough's rate stays near a usual one. */
export class SampleRates {
  readonly #rate: IndicatorDefinition;
  readonly #counts: SampleCounts;

  constructor(rate: IndicatorDefinition, counts: SampleCounts) {
    this.#rate = rate;
    this.#counts = counts;
  }

  /** The rates of a place from its published counts; a rate whose count is withheld is withheld too. Never throws. */
  of(place: SamplePlace, totals: readonly Reading[]): readonly Reading[] {
    const residents = place.parts.reduce((sum, part) => sum + this.#residentsOf(part), 0) * place.factor;
    return totals.map((total) => {
      if (total.value === null) return total;
      const reading = ratio(this.#rate, total.value, residents);
      return total.flags === undefined ? reading : { ...reading, flags: total.flags };
    });
  }

  #residentsOf(part: string): number {
    const [low, high] = typicalRangeOf(this.#rate);
    const usual = lowestUsual + (highestUsual - lowestUsual) * drawOnce(`${this.#rate.id} ${part} usual`);
    const counts = this.#counts.of({ id: part, siteName: null, parts: [part], factor: 1 }).get('')?.counts ?? [];
    const mean = counts.reduce((sum, count) => sum + count, 0) / Math.max(1, counts.length);
    return Math.max(1, Math.round((mean * this.#rate.multiplier) / (low + usual * (high - low))));
  }
}
