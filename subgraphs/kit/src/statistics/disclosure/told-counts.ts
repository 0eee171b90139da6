import { shareLimits } from '../intervals.ts';

/** Whole numbers from `low` to `high`, both included. */
export interface CountRange {
  readonly low: number;
  readonly high: number;
}

/** A printed rate or share, and what it is of. */
export interface PrintedRatio {
  readonly value: number;
  /** Between which numbers its denominator lies. */
  readonly denominator: CountRange;
  readonly multiplier: number;
  /** Half a unit of the last decimal to which it is rounded. */
  readonly half: number;
}

/** What is lost in the last digit of a division. */
const lost = 1e-6;

/** The counts that a rate or share may be worked out of, by all that rounding leaves possible; null where none is. Never throws. */
export function countsBehind({ value, denominator, multiplier, half }: PrintedRatio): CountRange | null {
  const low = Math.max(0, Math.ceil(((value - half) * denominator.low) / multiplier - lost));
  const high = Math.floor(((value + half) * denominator.high) / multiplier + lost);
  return low > high ? null : { low, high };
}

/** Half a unit of the last decimal of a number, or of the decimals that it is known to have. Never throws. */
export function halfUnitOf(value: number, leastDecimals = 0): number {
  return 0.5 * 10 ** -Math.max(leastDecimals, decimalsOf(value));
}

/** Decimals with which a number is written. Never throws. */
export const decimalsOf = (value: number) => (String(value).split('.')[1] ?? '').length;

/** A share as it is printed with its limits. */
export interface PrintedShare {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  readonly multiplier: number;
}

/** A part, and what it is a part of. */
export interface SharedCounts {
  readonly numerator: number;
  readonly denominator: number;
}

/** The largest whole that is tried: of more, limits to two decimals leave many parts and wholes. */
const mostTried = 2_000;

/**
 * The parts and wholes that a share with such limits by Wilson's method may be of, all those of at most 2,000: limits are the wider the
 * fewer it is of. Empty where none fits, as by another method. Never throws.
 */
export function countsWithShareLimits({ value, lower, upper, multiplier }: PrintedShare): readonly SharedCounts[] {
  const found: SharedCounts[] = [];
  const half = halfUnitOf(value) + lost;
  const halfOfLimits = halfUnitOf(lower, decimalsOf(upper)) + lost;
  const isPrinted = (limit: number, printed: number) => Math.abs(limit - printed) <= halfOfLimits;
  for (let denominator = 1; denominator <= mostTried; denominator += 1) {
    const first = Math.max(0, Math.ceil(((value - half) * denominator) / multiplier));
    const last = Math.min(denominator, Math.floor(((value + half) * denominator) / multiplier));
    for (let numerator = first; numerator <= last; numerator += 1) {
      const limits = shareLimits({ numerator, denominator, multiplier });
      if (limits !== null && isPrinted(limits.lower, lower) && isPrinted(limits.upper, upper))
        found.push({ numerator, denominator });
    }
  }
  return found;
}
