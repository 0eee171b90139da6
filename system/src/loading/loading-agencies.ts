import type { Subgraph } from '@boroughgraph/kit/server/subgraph.ts';

/** What each agency can load, by its slug. */
export type LoadingAgencies = ReadonlyMap<string, Pick<Subgraph, 'datasets'>>;
