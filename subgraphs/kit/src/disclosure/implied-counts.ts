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
