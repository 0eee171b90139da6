import type { SeriesPoint } from './comparable-points.ts';
import { confidence95, limitsOf, type Measure } from './intervals.ts';
import { type Direction } from './judgement.ts';

/** Whether two figures differ, and by which test. */
export interface Difference {
  /** On which side of the other the first lies beyond what chance explains; null where on neither. */
  readonly side: Direction | null;
  readonly test: string;
}

/** A figure that is there. */
export type KnownPoint = SeriesPoint & { readonly value: number };

/** Fewer events together are tested exactly: the normal distribution is too coarse for them. */
const exactBelow = 20;

/**
 * Whether two uncertain figures differ at 95%: the test of their difference, not whether their intervals overlap, which two
 * figures may do that differ.
 *
 * Of counts and rates, whether the first has more or fewer of the events of both than its part of what they are of; of shares,
 * whether they could be parts of one; of others, by the standard errors of their limits. What counts are rounded by is taken off
 * the difference first. Null where no such thing is known of both. Never throws.
 *
 * Source: Armitage, Berry and Matthews, Statistical Methods in Medical Research, 4th edition, sections 4.5, 5.2 and 8.2.
 */
export function differenceOf(own: KnownPoint, other: KnownPoint, measure: Measure): Difference | null {
  const [ownLimits, otherLimits] = [limitsOf(measure, own), limitsOf(measure, other)];
  if (ownLimits === null || otherLimits === null || ownLimits.method !== otherLimits.method) return null;
  if (ownLimits.method === 'BYAR') return ofEvents(own, other, measure);
  if (ownLimits.method === 'WILSON') return ofShares(own, other);
  const error = Math.hypot(errorOf(ownLimits), errorOf(otherLimits));
  return { side: sideOf(own.value - other.value, error), test: 'standard errors from published limits' };
}

const errorOf = ({ lower, upper }: { readonly lower: number; readonly upper: number }) =>
  (upper - lower) / (2 * confidence95.z);

function sideOf(difference: number, error: number): Direction | null {
  if (Math.abs(difference) <= confidence95.z * error) return null;
  return difference > 0 ? 'UP' : 'DOWN';
}

function ofEvents(own: KnownPoint, other: KnownPoint, measure: Measure): Difference | null {
  const [first, second] = [eventsOf(own, measure), eventsOf(other, measure)];
  if (first === null || second === null) return null;
  const total = first.count + second.count;
  const part = first.of / (first.of + second.of);
  if (total < exactBelow && Number.isInteger(first.count) && Number.isInteger(total))
    return { side: exactSide(first.count, total, part), test: 'exact test of two counts' };
  const slack = (stepOf(own, measure) + stepOf(other, measure)) / 2;
  const excess = towardsZero(first.count - total * part, slack);
  return { side: sideOf(excess, Math.sqrt(total * part * (1 - part))), test: 'test of two counts by their total' };
}

/** The events of a figure and what they are of; the residents of a rate follow from it where they are not at hand. */
function eventsOf(
  { value, numerator = null, denominator = null }: KnownPoint,
  { valueType, multiplier }: Measure,
): { readonly count: number; readonly of: number } | null {
  if (valueType === 'COUNT') return { count: value, of: 1 };
  if (numerator === null) return null;
  if (denominator !== null) return denominator > 0 ? { count: numerator, of: denominator } : null;
  return value > 0 && numerator > 0 ? { count: numerator, of: (numerator / value) * multiplier } : null;
}

function ofShares(own: KnownPoint, other: KnownPoint): Difference | null {
  const [a, n, b, m] = [own.numerator, own.denominator, other.numerator, other.denominator];
  if (a == null || n == null || b == null || m == null) return null;
  const share = (a + b) / (n + m);
  const error = Math.sqrt(share * (1 - share) * (1 / n + 1 / m));
  return { side: sideOf(a / n - b / m, error), test: 'test of two shares by their common one' };
}

/** Beyond which tail of the binomial distribution a part of the events lies, with 2.5% in each. */
function exactSide(count: number, total: number, part: number): Direction | null {
  if (chanceOfAtMost(total - count, total, 1 - part) < confidence95.tail) return 'UP';
  return chanceOfAtMost(count, total, part) < confidence95.tail ? 'DOWN' : null;
}

function chanceOfAtMost(count: number, total: number, part: number): number {
  let term = (1 - part) ** total;
  let sum = term;
  for (let events = 1; events <= count; events += 1) {
    term *= ((total - events + 1) / events) * (part / (1 - part));
    sum += term;
  }
  return sum;
}

/** By how much a count was rounded, where it says that it was: ten or five, as what is left of it by ten says. */
function stepOf({ value, flags = [] }: KnownPoint, { valueType }: Measure): number {
  if (valueType !== 'COUNT' || !flags.includes('ROUNDED')) return 0;
  return value % 10 === 0 ? 10 : value % 5 === 0 ? 5 : 1;
}

const towardsZero = (difference: number, by: number): number =>
  Math.sign(difference) * Math.max(0, Math.abs(difference) - by);
