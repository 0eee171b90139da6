import type { DocumentNode } from 'graphql';
import type { DatasetDefinition } from '../import/dataset.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';

/** All that the rest of the project may know of an agency's subgraph. */
export interface Subgraph {
  /** Its name in the supergraph and in errors: `criminal-justice`. */
  readonly name: string;
  /** Its PostgreSQL schema, and the end of its role: `criminal_justice`. */
  readonly databaseSchema: string;
  /** The beginning of the names of its variables: `CRIMINAL_JUSTICE`. */
  readonly variablePrefix: string;
  /** The name of the agency for people. */
  readonly title: string;
  readonly description: string;
  /** Where to ask about its numbers; null where nobody has said. */
  readonly contact: string | null;
  readonly typeDefs: DocumentNode;
  /** Checked against the SDL where they are written, by the types that are generated from it. */
  readonly resolvers: object;
  readonly indicators: readonly IndicatorDefinition[];
  readonly datasets: readonly DatasetDefinition[];
}
