/** The middle value, or the mean of the two in the middle; NaN of none. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  if (sorted.length % 2 === 1) return sorted[middle] ?? NaN;
  return ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

/** The median distance from zero as a standard deviation: of normal values, 1.4826 times as far as half of them lie. */
export function spreadOf(residuals: readonly number[]): number {
  return 1.4826 * medianOf(residuals.map(Math.abs));
}
