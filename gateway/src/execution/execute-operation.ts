import { executeQueryPlan } from '@apollo/gateway';
import type { ExecutionResult } from 'graphql';
import type { ExecutionContext } from '../operations/operation-context.ts';
import type { PreparedOperation } from '../planning/prepared-operation.ts';
import type { Generation } from '../supergraph/generation.ts';

/** One execution of a prepared operation. */
export interface Execution {
  readonly prepared: PreparedOperation;
  /** Of the types that the operation says. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: ExecutionContext;
}

type RequestContext = Parameters<typeof executeQueryPlan>[2];

/**
 * The answer of the agencies of `generation` to a prepared operation.
 *
 * What an agency does not bring is null and an error, which has an {@link AgencyError} as its original: the sentences of
 * others are for the log. A value that the schema promises and nobody sent is in `extensions.valueCompletion`. Does not reject
 * because of anything that an agency does.
 */
export function executeOperation(
  { supergraphSchema, clientSchema, apiSchema, sources }: Generation,
  { prepared, variables, context }: Execution,
): Promise<ExecutionResult> {
  const { plan, answered, fragments } = prepared;
  const asked = { schema: apiSchema, operation: answered, fragments };
  // Apollo's executor reads no more of what its server knows of a request.
  const request: Partial<RequestContext> = { request: { variables }, context, logger: context.log, metrics: {} };
  return executeQueryPlan(plan, sources, request as RequestContext, asked, supergraphSchema, clientSchema);
}
