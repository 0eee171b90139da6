import type { PeriodType } from '@boroughgraph/schema/vocabulary/core.ts';

/**
 * The steps on a grid to the periods that a figure is likely to be near to: those beside it and, where there are seasons, the same time of
 * the years beside it. Never throws.
 */
export function stepsApart(type: PeriodType): readonly number[] {
  const near = [-2, -1, 1, 2];
  if (type === 'MONTH') return [...near, -12, 12];
  // Windows of twelve months begin every month, and are published by month or by quarter.
  if (type === 'ROLLING_12_MONTHS') return [-6, -3, ...near, 3, 6];
  return type === 'QUARTER' ? [...near, -4, 4] : near;
}
