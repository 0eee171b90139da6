import type { IndicatorDefinition } from '../statistics/indicator.ts';
import type { DatasetDefinition } from './dataset.ts';

/**
 * The indicator of a dataset that has an id.
 *
 * @throws where the dataset has none: a mistake in the code of its agency, which stops its start.
 */
export function indicatorIn({ id: dataset, indicators }: DatasetDefinition, id: string): IndicatorDefinition {
  const found = indicators.find((indicator) => indicator.id === id);
  if (found !== undefined) return found;
  throw new Error(`${dataset} has no indicator "${id}": expected one of ${indicators.map((one) => one.id).join(', ')}`);
}
