import type { Scatter } from '@boroughgraph/schema/vocabulary/core.ts';
import type { ComparablePoint } from './comparable-points.ts';
import { confidence95, limitsOf, type Measure } from './intervals.ts';

/** Points in the test: the trend's five, which leave four degrees of freedom. */
const pointsOfScatter = 5;
/** A chance below this is none that anybody would reckon with: the level of the trend test. Source: Fingertips, trend markers. */
const improbable = 0.002;
/** A chance above this is ordinary: the level of every limit that is served. */
const ordinary = 0.05;

/**
 * Whether five points differ from one common level by more than chance, in whatever order.
 *
 * A chi-square test of homogeneity with four degrees of freedom: of counts against their mean, of rates and shares against that of
 * all their counts, of values with published limits against their weighted mean. WITHIN_CHANCE where chance exceeds it in more than
 * 5 of 100 times, BEYOND_CHANCE in fewer than 2 of 1,000, UNCLEAR between the two. Null for another number of points, and where a
 * standard error is not known of each. Never throws.
 *
 * Source: Armitage, Berry and Matthews, Statistical Methods in Medical Research, 4th edition, sections 8.5 and 8.10.
 */
export function scatterOf(points: readonly ComparablePoint[], measure: Measure): Scatter | null {
  if (points.length !== pointsOfScatter) return null;
  const isPublished = points.some((point) => limitsOf(measure, point)?.method === 'PUBLISHED');
  const square = (isPublished ? null : squareOfCounts(points, measure)) ?? squareOfLimits(points, measure);
  if (square === null) return null;
  const chance = chanceOfMore(square);
  return chance > ordinary ? 'WITHIN_CHANCE' : chance < improbable ? 'BEYOND_CHANCE' : 'UNCLEAR';
}

/** The chance that chi-square of four degrees of freedom is more than this. */
const chanceOfMore = (square: number): number => Math.exp(-square / 2) * (1 + square / 2);

/** A count, and of how many it is. */
interface Counted {
  readonly count: number;
  readonly of: number;
}

function squareOfCounts(points: readonly ComparablePoint[], measure: Measure): number | null {
  const counted = points.flatMap((point) => countedIn(point, measure) ?? []);
  if (counted.length < points.length) return null;
  const share = sum(counted.map(({ count }) => count)) / sum(counted.map((one) => one.of));
  const spread = measure.valueType === 'PROPORTION' ? 1 - share : 1;
  if (share === 0 || spread <= 0) return 0;
  return sum(counted.map((one) => (one.count - one.of * share) ** 2 / (one.of * share * spread)));
}

function countedIn(point: ComparablePoint, measure: Measure): Counted | null {
  // Without limits there is no chance to reckon with: what an employer has, or what was estimated.
  if (limitsOf(measure, point) === null) return null;
  if (measure.valueType === 'COUNT') return { count: point.value, of: 1 };
  const { numerator = null, denominator = null } = point;
  if (numerator === null || denominator === null || denominator <= 0) return null;
  return { count: numerator, of: denominator };
}

function squareOfLimits(points: readonly ComparablePoint[], measure: Measure): number | null {
  const weighed = points.flatMap((point) => {
    const limits = limitsOf(measure, point);
    const error = limits === null ? 0 : (limits.upper - limits.lower) / (2 * confidence95.z);
    return error > 0 ? [{ value: point.value, weight: 1 / error ** 2 }] : [];
  });
  if (weighed.length < points.length) return null;
  const mean = sum(weighed.map(({ value, weight }) => value * weight)) / sum(weighed.map(({ weight }) => weight));
  return sum(weighed.map(({ value, weight }) => weight * (value - mean) ** 2));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
