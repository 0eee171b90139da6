import { measureBytes } from '@boroughgraph/schema/caching/memory-size.ts';
import { ProvenCache } from '@boroughgraph/schema/caching/proven-cache.ts';
import type { GraphQLSchema } from 'graphql';
import { describeFetch, type FetchShape } from './fetch-shape.ts';
import { maxKnownShapeBytes } from '../limits.ts';

/** The shapes of answers to what agencies are asked, each worked out once while it is remembered. */
export class FetchShapes {
  readonly #schema: GraphQLSchema;
  // The planner writes the same text for the same operation, so that shapes are worth keeping.
  readonly #known = new ProvenCache<FetchShape>({ maxBytes: maxKnownShapeBytes, sizeOf: measureBytes });

  /** @param schema - The supergraph's, from which the right shape of an answer follows. */
  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  /** @throws {GraphQLError} when `operation` is not GraphQL. */
  of(operation: string): FetchShape {
    const known = this.#known.get(operation);
    if (known) return known;
    const shape = describeFetch(this.#schema, operation);
    this.#known.set(operation, shape);
    return shape;
  }
}
