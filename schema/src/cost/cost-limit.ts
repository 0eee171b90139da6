import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { ProvenCache } from '../caching/proven-cache.ts';
import { costVariables, writeCostKey } from './cost-variables.ts';
import { type Estimate, estimateCost, TooIntricateError } from './estimate.ts';
import { refuseCost, refuseIntricate } from './refusal.ts';

/** What is to be run. */
export interface OperationToPrice {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Of the types that the operation says, defaults included. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What is known of one operation of a document. */
interface Known {
  readonly names: readonly string[];
  readonly id: number;
}

/** How many bytes the estimates that are kept may take: some ten thousand, of dashboards' windows of time. */
const maxKnownBytes = 2_000_000;

/** Estimates what operations cost by one schema, each once while its document is kept, and refuses those that cost too much. */
export class CostLimit {
  /** The most that an operation may cost. */
  readonly limit: number;
  /** With the directives by which agencies say how long lists are. */
  readonly schema: GraphQLSchema;
  readonly #known = new WeakMap<OperationDefinitionNode, Known>();
  readonly #totals = new ProvenCache<{ readonly total: number | null }>({ maxBytes: maxKnownBytes });
  #lastId = 0;

  constructor(schema: GraphQLSchema, limit: number) {
    this.schema = schema;
    this.limit = limit;
  }

  /**
   * What the operation costs at most, where that is no more than the limit.
   *
   * @throws {GraphQLError} OPERATION_TOO_LARGE, for whoever asks, where it is more.
   */
  require(asked: OperationToPrice): number {
    const total = this.estimate(asked);
    if (total === null) throw refuseIntricate();
    if (total > this.limit) throw refuseCost(this.#price(asked), this.limit, asked.variables);
    return total;
  }

  /** What the operation costs at most; null where that is too much to work out. Never throws. */
  estimate(asked: OperationToPrice): number | null {
    const { names, id } = this.#knownOf(asked);
    const key = `${id} ${writeCostKey(names, asked.variables)}`;
    const known = this.#totals.get(key);
    if (known !== undefined) return known.total;
    const total = this.#total(asked);
    this.#totals.set(key, { total });
    return total;
  }

  #total(asked: OperationToPrice): number | null {
    try {
      return this.#price(asked).total;
    } catch (error) {
      if (error instanceof TooIntricateError) return null;
      throw error;
    }
  }

  #price(asked: OperationToPrice): Estimate {
    return estimateCost({ schema: this.schema, ...asked }, new Date().toISOString().slice(0, 10));
  }

  #knownOf({ document, operation }: OperationToPrice): Known {
    const known = this.#known.get(operation);
    if (known !== undefined) return known;
    const added = { names: costVariables(document, operation), id: (this.#lastId += 1) };
    this.#known.set(operation, added);
    return added;
  }
}
