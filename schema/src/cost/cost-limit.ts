import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { costVariables, writeCostKey } from './cost-variables.ts';
import { TooIntricateError, estimateCost } from './estimate.ts';
import type { Estimate } from './estimate.ts';
import { refuseCost, refuseIntricate } from './refusal.ts';

/** What is to be run. */
export type OperationToPrice = {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Of the types that the operation says, defaults included. */
  readonly variables: Readonly<Record<string, unknown>>;
};

/** What is known of one operation of a document. */
type Known = { readonly names: readonly string[]; readonly totals: Map<string, number> };

/** How many estimates are kept of one document: those of a dashboard's windows. */
const maxKnownTotals = 200;

/** Estimates what operations cost by one schema, each once while its document is kept, and refuses those that cost too much. */
export class CostLimit {
  /** The most that an operation may cost. */
  readonly limit: number;
  /** With the directives by which agencies say how long lists are. */
  readonly schema: GraphQLSchema;
  readonly #known = new WeakMap<OperationDefinitionNode, Known>();

  constructor(schema: GraphQLSchema, limit: number) {
    this.schema = schema;
    this.limit = limit;
  }

  /**
   * What the operation costs at most.
   *
   * @throws {GraphQLError} OPERATION_TOO_LARGE, for whoever asks, where that is more than the limit.
   */
  require(asked: OperationToPrice): number {
    const { names, totals } = this.#knownOf(asked);
    const key = writeCostKey(names, asked.variables);
    const known = totals.get(key);
    if (known !== undefined) return known;
    const estimate = this.#estimate(asked);
    if (estimate.total > this.limit) throw refuseCost(estimate, this.limit, asked.variables);
    if (totals.size >= maxKnownTotals) totals.clear();
    totals.set(key, estimate.total);
    return estimate.total;
  }

  #knownOf({ document, operation }: OperationToPrice): Known {
    const known = this.#known.get(operation) ?? { names: costVariables(document, operation), totals: new Map() };
    this.#known.set(operation, known);
    return known;
  }

  #estimate(asked: OperationToPrice): Estimate {
    try {
      return estimateCost({ schema: this.schema, ...asked }, new Date().toISOString().slice(0, 10));
    } catch (error) {
      throw error instanceof TooIntricateError ? refuseIntricate() : error;
    }
  }
}
