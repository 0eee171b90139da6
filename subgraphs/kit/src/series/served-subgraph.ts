import type { FindableReader } from './context.ts';
import type { Subgraph } from './subgraph.ts';

/** A subgraph as its server takes it: with what answers from the context of a request, beside the resolvers. */
export interface ServedSubgraph extends Subgraph {
  /** What of it is found by words beside what every agency has. @default nothing */
  readonly findable?: FindableReader;
}
