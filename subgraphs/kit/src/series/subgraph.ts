import type { Agency } from '@boroughgraph/schema/agency.ts';
import type { DocumentNode } from 'graphql';
import type { DatasetDefinition } from '../datasets/dataset.ts';
import type { DeclaredEvent } from '../statistics/series-event.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';

/** All that the rest of the project may know of an agency's subgraph: its description, and its code. */
export interface Subgraph extends Agency {
  readonly typeDefs: DocumentNode;
  /** Checked against the SDL where they are written, by the types that are generated from it. */
  readonly resolvers: object;
  readonly indicators: readonly IndicatorDefinition[];
  readonly datasets: readonly DatasetDefinition[];
  /** What happened while its figures were counted. @default nothing is known */
  readonly events?: readonly DeclaredEvent[];
}
