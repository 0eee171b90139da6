import { GraphQLError } from 'graphql';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { maxKnownPlans, maxRefusedOperations } from '../limits.ts';
import { writePlannable } from './plannable-operation.ts';
import type { PlannableSchema } from './plannable-operation.ts';
import type { Planner } from './planner.ts';
import type { PreparedOperation } from './prepared-operation.ts';

/** An operation that is to be planned. */
export type OperationToPlan = {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** The same for the same text. */
  readonly documentHash: string;
};

/** Prepares the operations that are asked of one supergraph: each once, while it is remembered. */
export class QueryPlans {
  readonly #schema: PlannableSchema;
  readonly #planner: Pick<Planner, 'plan'>;
  readonly #known = new LRUCache<string, PreparedOperation>({ maxSize: maxKnownPlans });
  /** Operations that are not tried again. */
  readonly #refused = new LRUCache<string, GraphQLError>({ max: maxRefusedOperations });
  readonly #beingMade = new Map<string, Promise<PreparedOperation>>();

  constructor(schema: PlannableSchema, planner: Pick<Planner, 'plan'>) {
    this.#schema = schema;
    this.#planner = planner;
  }

  /**
   * An operation with its plan.
   *
   * @throws {GraphQLError} OPERATION_TOO_LARGE or GATEWAY_BUSY, for the client.
   * @throws {Error} when the planner fails.
   */
  async prepare(asked: OperationToPlan): Promise<PreparedOperation> {
    const key = `${asked.documentHash} ${asked.operation.name?.value ?? ''}`;
    const known = this.#known.get(key);
    if (known) return known;
    const refusal = this.#refused.get(key);
    if (refusal) throw refusal;
    return this.#beingMade.get(key) ?? this.#make(key, asked);
  }

  #make(key: string, asked: OperationToPlan): Promise<PreparedOperation> {
    const making = this.#plan(key, asked).finally(() => this.#beingMade.delete(key));
    this.#beingMade.set(key, making);
    return making;
  }

  async #plan(key: string, { document, operation }: OperationToPlan): Promise<PreparedOperation> {
    try {
      const { planned, answered, fragments } = writePlannable(this.#schema, document, operation);
      const { plan, size } = await this.#planner.plan(planned);
      const made = { plan, answered, fragments };
      // The operation takes room, too, and is as large as what of it is planned.
      this.#known.set(key, made, { size: size + planned.length });
      return made;
    } catch (error) {
      if (isTooLarge(error)) this.#refused.set(key, error);
      throw error;
    }
  }
}

function isTooLarge(error: unknown): error is GraphQLError {
  return error instanceof GraphQLError && error.extensions['code'] === 'OPERATION_TOO_LARGE';
}
