import {
  type NarrowedRelation,
  statisticsByDefault,
  structuresByDefault,
  sumsByDefault,
} from '../disclosure/structure-defaults.ts';
import type { DatasetDefinition } from './dataset.ts';

/**
 * What to say of each relation that the author of a dataset narrows, as sentences without a full stop: what is not checked for it and
 * why, or that it narrows nothing. Never throws.
 */
export function describeNarrowed(dataset: DatasetDefinition): readonly string[] {
  const { narrowed = [] } = dataset;
  return narrowed.map((relation) => {
    const { statistic, isNot, reason } = relation;
    if (reason.trim() === '') return `${statistic} is narrowed without a reason, and so is checked as before: give one`;
    if (!hasEffect(dataset, relation))
      return `${statistic} is narrowed in vain, as no such relation is derived: ${reason}`;
    return `${statistic} is not checked against ${againstWhat[isNot]}, as the author of ${dataset.id} says: ${reason}`;
  });
}

const againstWhat: Readonly<Record<NarrowedRelation['isNot'], string>> = {
  COUNT: 'the count that its id names',
  BASE: 'those whom its base counts',
  SUM: 'the other values of its dimensions',
};

/** Whether fewer relations are derived with it. */
function hasEffect({ indicators, structures }: DatasetDefinition, relation: NarrowedRelation): boolean {
  const declared = structures ?? structuresByDefault(indicators);
  const derived = (narrowed: readonly NarrowedRelation[]) =>
    JSON.stringify([
      statisticsByDefault(indicators, declared, narrowed),
      sumsByDefault(indicators, declared, narrowed),
    ]);
  return derived([]) !== derived([relation]);
}
