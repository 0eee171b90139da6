import { medianOf } from '@boroughgraph/kit/statistics/median.ts';

/** The median distance from zero as a standard deviation: of normal values, 1.4826 times as far as half of them lie. */
export function spreadOf(residuals: readonly number[]): number {
  return 1.4826 * medianOf(residuals.map((residual) => Math.abs(residual)));
}
