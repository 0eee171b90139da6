/** The middle of some measurements, with the lowest and the highest of them. */
export interface Spread {
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
}

/**
 * The value that `share` of the numbers do not exceed, by the nearest rank: 0.5 is the median, 0.99 the 99th percentile.
 * It is always one of the numbers. Null of no numbers.
 */
export function percentile(numbers: Iterable<number>, share: number): number | null {
  const sorted = Float64Array.from(numbers).sort();
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;
}

/** Median, lowest and highest of some numbers; the median of an even count lies half-way between two. Null of no numbers. */
export function spreadOf(numbers: readonly number[]): Spread | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [lowest] = sorted;
  const highest = sorted.at(-1);
  if (lowest === undefined || highest === undefined) return null;
  const above = sorted[Math.floor(sorted.length / 2)] ?? highest;
  const below = sorted[Math.floor((sorted.length - 1) / 2)] ?? lowest;
  return { median: (above + below) / 2, lowest, highest };
}

/** Each number over the one of the same place in `base`, which was measured beside it; pairs without a divisor are left out. */
export function ratios(numbers: readonly (number | null)[], base: readonly (number | null)[]): readonly number[] {
  return numbers.flatMap((number, index) => {
    const divisor = base[index] ?? null;
    return number === null || divisor === null || divisor === 0 ? [] : [number / divisor];
  });
}
