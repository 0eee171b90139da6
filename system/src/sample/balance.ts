import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';

/**
 * The indicators of a dataset that one adds up by a balance: what there was at any point is what ended and what is there at the
 * end. Empty for one that no balance of one period makes up. Never throws.
 */
export function addendsOf(
  { indicators, structures = [] }: DatasetDefinition,
  { id }: IndicatorDefinition,
): readonly IndicatorDefinition[] {
  for (const structure of structures) {
    if (structure.kind !== 'balance' || structure.terms.some(({ monthsBefore = 0 }) => monthsBefore !== 0)) continue;
    const [whole, ...others] = structure.terms.filter(({ sign }) => sign === 1);
    if (whole?.indicator !== id || others.length > 0) continue;
    const added = structure.terms.filter(({ sign }) => sign === -1).map(({ indicator }) => indicator);
    return indicators.filter((indicator) => added.includes(indicator.id));
  }
  return [];
}
