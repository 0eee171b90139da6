import { statisticsByDefault, structuresByDefault, sumsByDefault } from '../disclosure/structure-defaults.ts';
import { structuresBetweenKinds } from '../disclosure/structure-kinds.ts';
import type { Structure } from '../disclosure/structure.ts';
import type { DatasetDefinition } from './dataset.ts';

const known = new WeakMap<DatasetDefinition, readonly Structure[]>();

/**
 * What adds up in a dataset, and with what elsewhere: what it declares, or else what its indicators say by their additivity; and which
 * statistic rests on which count and what adds up behind them, as its indicators say of themselves, less what its author narrows. Never throws.
 */
export function structuresIn(dataset: DatasetDefinition): readonly Structure[] {
  const found = known.get(dataset);
  if (found !== undefined) return found;
  const { indicators, narrowed } = dataset;
  const declared = dataset.structures ?? structuresByDefault(indicators);
  const ofFirstKinds = [
    ...declared,
    ...statisticsByDefault(indicators, declared, narrowed),
    ...sumsByDefault(indicators, declared, narrowed),
  ];
  const structures = [...ofFirstKinds, ...structuresBetweenKinds(indicators, ofFirstKinds)];
  known.set(dataset, structures);
  return structures;
}
