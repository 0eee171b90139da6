import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import { protectCount } from '@boroughgraph/kit/disclosure/protect.ts';
import type { ProtectedFigure, ProtectedReading, Reading } from '@boroughgraph/kit/statistics/observation.ts';

/** A reading under the policy that shows every figure. */
export function shown(reading: Reading): ProtectedReading {
  return protectCount(disclosurePolicies.none, reading);
}

/** Figures under the policy that shows every one; null stays. */
export function shownFigures(figures: readonly (number | null)[]): readonly (ProtectedFigure | null)[] {
  return figures.map((value) => shown({ value, status: 'PUBLISHED' }).value);
}
