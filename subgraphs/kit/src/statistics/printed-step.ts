/** More decimals than any table prints: such a number was worked out, not printed. */
const mostDecimals = 12;

/**
 * The step in which numbers of one table were printed: 1 where none has a decimal, 0.1 where the longest has one.
 *
 * Each lies within half a step of what it was rounded from. 0 where there is no number. Never throws.
 */
export function printedStepOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : 10 ** -Math.max(...values.map(decimalsOf));
}

function decimalsOf(value: number): number {
  const text = String(value);
  return text.includes('e') ? mostDecimals : Math.min(mostDecimals, text.split('.')[1]?.length ?? 0);
}
