import { restrictedScopeOf } from '@boroughgraph/schema/wire/viewer.ts';
import { hasRestrictedPart, indicatorsOfOneGrid } from '../datasets/open-part.ts';
import { createReadings, type ReadingOptions, type StoreReadings } from '../store/reading/reading.ts';
import type { Subgraph } from './subgraph.ts';

/**
 * The readings of an agency's store under a guard, with what its datasets say of who may see them. Apart from the server, whose code a
 * command that reads a store does without.
 */
export function guardedReadings(
  { name, datasets }: Pick<Subgraph, 'name' | 'datasets'>,
  { database, guard, leasing = null }: Pick<ReadingOptions, 'database' | 'guard' | 'leasing'>,
): StoreReadings {
  const restricted = datasets.filter(({ accessTier }) => accessTier !== 'OPEN').map(({ id }) => id);
  return createReadings({
    database,
    restrictedDatasets: new Set(restricted),
    restrictedScope: restrictedScopeOf(name),
    partlyRestricted: new Set(datasets.filter(hasRestrictedPart).map(({ id }) => id)),
    ofOneGrid: new Map(datasets.filter(hasRestrictedPart).flatMap(indicatorsOfOneGrid)),
    guard,
    leasing,
  });
}
