import type { Subgraph } from '@boroughgraph/kit/series/subgraph.ts';

/** What each agency can load, by its slug. */
export type LoadingAgencies = ReadonlyMap<string, Pick<Subgraph, 'datasets' | 'databaseSchema'>>;
