import type { GraphQLError, GraphQLSchema } from 'graphql';
import type { FetchSource } from '../../agencies/agency-source.ts';
import type { ExecutionContext } from '../../operations/operation-context.ts';
import type { JointFetches } from './joint-fetches.ts';
import type { ResultObject } from '../result-object.ts';

/** What plans are compiled with. */
export interface PlanParts {
  /** All of the supergraph: representations have what clients do not see. */
  readonly schema: GraphQLSchema;
  /** One for each subgraph, by its name. */
  readonly sources: Readonly<Record<string, FetchSource>>;
}

/** One execution of a plan. */
export interface PlanRun {
  /** As the client has sent them. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: ExecutionContext;
  /** All that has been brought so far. */
  readonly root: ResultObject;
  /** Sends those of its fetches together that ask the same. */
  readonly joint: JointFetches;
  /** What went wrong so far, in the order in which it was noticed. */
  readonly errors: GraphQLError[];
}

/** A part of a plan. Rejects only where something is wrong on our side. */
export type Step = (run: PlanRun) => Promise<void>;
