import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import type { Structure } from '@boroughgraph/kit/disclosure/structure.ts';

/** A change of a dataset so that it does not say that such sums hold. */
export const withoutStructures =
  (...kinds: readonly Structure['kind'][]) =>
  (dataset: DatasetDefinition): DatasetDefinition => ({
    ...dataset,
    structures: (dataset.structures ?? []).filter(({ kind }) => !kinds.includes(kind)),
  });
