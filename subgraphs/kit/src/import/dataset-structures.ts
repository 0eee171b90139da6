import { statisticsByDefault, structuresByDefault } from '../statistics/disclosure/structure-defaults.ts';
import type { Structure } from '../statistics/disclosure/structure.ts';
import type { DatasetDefinition } from './dataset.ts';

const known = new WeakMap<DatasetDefinition, readonly Structure[]>();

/**
 * What adds up in a dataset, and with what elsewhere: what it declares, or else what its indicators say by their additivity; and which
 * statistic rests on which count, as its indicators say of themselves, less what its author narrows. Never throws.
 */
export function structuresIn(dataset: DatasetDefinition): readonly Structure[] {
  const found = known.get(dataset);
  if (found !== undefined) return found;
  const declared = dataset.structures ?? structuresByDefault(dataset.indicators);
  const structures = [...declared, ...statisticsByDefault(dataset.indicators, declared, dataset.narrowed)];
  known.set(dataset, structures);
  return structures;
}
