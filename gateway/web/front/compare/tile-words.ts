import { type ComparisonOutcome } from '@boroughgraph/schema/vocabulary/core.ts';
import { type Figure } from './answer.ts';

/** A figure, or in a word or two why there is none: the table has the whole. */
export function describeShortly({ status, displayValue }: Pick<Figure, 'status' | 'displayValue'>): string {
  if (status === 'PUBLISHED') return displayValue;
  return status === 'CONFIDENTIAL' || status === 'WITHHELD_BY_TIER' ? 'withheld' : 'no figure';
}

/** Which way a borough differs from London, for whoever sees no colours. */
export function signOf(outcome: ComparisonOutcome, difference: number | null): string {
  if (outcome === 'NOT_COMPARED' || outcome === 'SIMILAR' || difference === null) return '';
  return difference > 0 ? '▲ ' : '▼ ';
}
