import '../telemetry-off.ts';
import type { executeQueryPlan as ExecuteQueryPlan } from '@apollo/gateway';
import type { Schema } from '@apollo/federation-internals';
import type { QueryPlan } from '@apollo/query-planner';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import type { FetchSource } from '../agencies/agency-source.ts';
import type { Execution, Executor } from './executor.ts';
import type { ResultObject } from './result-object.ts';

/** What an executor needs to know of a supergraph. */
export interface ExecutorParts {
  /** All of it. */
  readonly supergraphSchema: GraphQLSchema;
  /** What clients see. */
  readonly apiSchema: GraphQLSchema;
  /** The same, as Apollo's executor has it; made when it is first asked for. */
  readonly clientSchema: () => Schema;
  /** One for each subgraph, by its name. */
  readonly sources: Readonly<Record<string, FetchSource>>;
}

type RequestContext = Parameters<typeof ExecuteQueryPlan>[2];
type Sources = Parameters<typeof ExecuteQueryPlan>[1];

/** A plan by which everything is there already. */
const fetched: QueryPlan = {
  kind: 'QueryPlan',
  node: {
    kind: 'Fetch',
    serviceName: 'fetched',
    operation: '',
    operationName: undefined,
    operationKind: 'query' as never,
  },
};

/** The executor of `@apollo/gateway`: slower than ours, and what ours is compared with. */
export class ApolloExecutor implements Executor {
  readonly #parts: ExecutorParts;

  constructor(parts: ExecutorParts) {
    this.#parts = parts;
  }

  execute(execution: Execution): Promise<ExecutionResult> {
    return this.#run(execution, execution.prepared.plan, this.#parts.sources);
  }

  /** What a client gets of `data`, in which everything is that its plan has brought. */
  complete(execution: Execution, data: ResultObject): Promise<ExecutionResult> {
    return this.#run(execution, fetched, { fetched: { process: () => Promise.resolve({ data }) } });
  }

  async #run({ prepared, variables, context }: Execution, plan: QueryPlan, sources: Sources): Promise<ExecutionResult> {
    // Five hundred modules, a fifth of the processor time in which a gateway starts, and most never come so far.
    const { executeQueryPlan } = await import('@apollo/gateway');
    const { supergraphSchema, apiSchema, clientSchema } = this.#parts;
    const { answered, fragments } = prepared;
    const asked = { schema: apiSchema, operation: answered, fragments };
    // It reads no more of what its server knows of a request.
    const request: Partial<RequestContext> = { request: { variables }, context, logger: context.log, metrics: {} };
    return executeQueryPlan(plan, sources, request as RequestContext, asked, supergraphSchema, clientSchema());
  }
}
