import { dimensionKey, type Dimensions } from '@boroughgraph/kit/statistics/dimensions.ts';
import type { DisclosurePolicy } from '@boroughgraph/kit/disclosure/policy.ts';
import { protectReading } from '@boroughgraph/kit/disclosure/protect.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import type { Reading } from '@boroughgraph/kit/statistics/observation.ts';
import { drawOnce } from './draws.ts';
import { levelsOf, scaleOf, sizeOf, typicalRangeOf } from './levels.ts';
import type { SamplePlace } from './places.ts';

/** A number that does not add up, for one place and narrowing. */
export interface Statistic {
  readonly indicator: IndicatorDefinition;
  readonly place: SamplePlace;
  readonly dimensions: Dimensions;
  readonly policy: DisclosurePolicy;
}

/** Half of a confidence interval, as a part of the value: what a rate on some thousand cases has. */
const halfInterval = 0.03;
/** The cases of a typical proportion or rate in a borough: enough that most are shown. */
const typicalNumerator = 100;

/**
 * A rate, median or the like in each period, oldest first, within the indicator's typical range and rounded to its decimals.
 *
 * Proportions and crude rates come with numerator and denominator, standardised rates with limits. Never throws.
 */
export function statisticReadings(of: Statistic): readonly Reading[] {
  const { indicator, policy } = of;
  const levels = levelsOfPlace(of);
  switch (indicator.valueType) {
    case 'PROPORTION':
    case 'CRUDE_RATE': {
      const denominator = denominatorOf(of);
      return levels.map((level) =>
        protectReading(
          policy,
          indicator,
          ratio(indicator, Math.round((level * denominator) / indicator.multiplier), denominator),
        ),
      );
    }
    case 'STANDARDISED_RATE':
      return levels.map((level) => withLimits(indicator, level));
    case 'COUNT':
      return levels.map((level) =>
        protectReading(policy, indicator, { value: Math.round(level), status: 'PUBLISHED' }),
      );
    case 'MEAN':
    case 'MEDIAN':
    case 'INDEX':
    case 'MONEY':
    case 'PERCENTAGE_POINT_GAP':
      return levels.map((level) => ({ value: toDecimals(level, indicator.decimals), status: 'PUBLISHED' }));
    default:
      throw new Error(`no sample for ${String(indicator.valueType satisfies never)}`);
  }
}

/** The rate of a numerator over a denominator, with both, rounded to the indicator's decimals. Never throws. */
export function ratio({ multiplier, decimals }: IndicatorDefinition, numerator: number, denominator: number): Reading {
  return {
    value: toDecimals((numerator / denominator) * multiplier, decimals),
    status: 'PUBLISHED',
    numerator,
    denominator,
  };
}

function withLimits({ decimals }: IndicatorDefinition, level: number): Reading {
  const [value, lower, upper] = [level, level * (1 - halfInterval), level * (1 + halfInterval)].map((number) =>
    toDecimals(number, decimals),
  );
  return { value: value ?? null, lower: lower ?? null, upper: upper ?? null, status: 'PUBLISHED' };
}

/** Where boroughs are measured, what they add up to lies at their mean; otherwise an area has a level of its own, as a country has. */
function levelsOfPlace({ indicator, place, dimensions }: Statistic): readonly number[] {
  const key = dimensionKey(dimensions);
  const isMean = indicator.areaTypes.includes('BOROUGH') && place.factor === 1;
  const levels = (isMean ? place.parts : [place.id]).map((part) => levelsOf(indicator, { place: part, key }));
  return (levels[0] ?? []).map(
    (_, index) => levels.reduce((sum, ofPart) => sum + (ofPart[index] ?? 0), 0) / levels.length,
  );
}

/** The same in all periods: larger for larger places, and so large that the numerators are some hundred. */
function denominatorOf({ indicator, place: { parts, factor } }: Statistic): number {
  const { id, multiplier } = indicator;
  const [low, high] = typicalRangeOf(indicator);
  const middle = (low + high) / 2;
  const sizes = parts.map((part) => scaleOf(part) * (0.5 + sizeOf(part) + 0.1 * drawOnce(`${id} ${part} denominator`)));
  const residents = sizes.map((size) => Math.max(1, Math.round((size * typicalNumerator * multiplier) / middle)));
  return factor * residents.reduce((sum, number) => sum + number, 0);
}

function toDecimals(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
