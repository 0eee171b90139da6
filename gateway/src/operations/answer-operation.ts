import { codeVariableErrors } from '@boroughgraph/schema/operation-limits/variable-errors.ts';
import { maxValidationErrors } from '@boroughgraph/schema/wire/limits.ts';
import type { LeaveRoom } from '@boroughgraph/schema/process/answer-room.ts';
import { type ExecutionResult, getVariableValues, GraphQLError } from 'graphql';
import { remainingMs } from '../execution/deadline.ts';
import { maxRoomWaitMs } from '../limits.ts';
import type { OperationToPlan } from '../planning/query-plans.ts';
import { takeOut } from '../access/take-out.ts';
import type { Generation } from '../supergraph/generation.ts';
import type { OperationContext } from './operation-context.ts';

/** What is asked. The document is valid by the API schema of the generation that is to answer, and has the operation. */
export type AskedOperation = OperationToPlan & { readonly variables: Readonly<Record<string, unknown>> };

/**
 * The answer of one generation to one operation: its variables are checked, then what it would cost; what its caller may not see is taken out;
 * the rest is prepared unless it is known, and executed.
 * Whether it has come over HTTP does not matter.
 *
 * Errors are as an {@link Executor} gives them, and not yet for clients. Without data where variables have values that
 * they cannot have.
 *
 * @throws {GraphQLError} OPERATION_TOO_LARGE when it would cost more than an operation may, and that or GATEWAY_BUSY when it
 * cannot be planned or made, for the client; BUDGET_SPENT when it costs more than is left of a budget.
 * @throws {Error} when the planner fails.
 */
export async function answerOperation(
  generation: Generation,
  asked: AskedOperation,
  context: OperationContext,
): Promise<ExecutionResult> {
  const { document, operation, variables } = asked;
  const read = getVariableValues(generation.apiSchema, operation.variableDefinitions ?? [], variables, {
    maxErrors: maxValidationErrors,
  });
  if (read.errors) return { errors: codeVariableErrors(read.errors) };
  // Before the planner sees it: what costs too much to answer may cost too much to plan.
  const estimate = generation.costLimit.require({ document, operation, variables: read.coerced });
  await context.spend?.(estimate);
  const left = takeOut(generation, asked, context);
  // Over HTTP there is always some time left here.
  const asker = { ...context, waitMs: remainingMs(context.deadline) || undefined };
  const prepared = await generation.plans.prepare(left?.operation ?? asked, asker);
  const leaveRoom = await enterRoom(context, estimate);
  try {
    const result = await generation.executor.execute({ prepared, variables, context: { ...context, estimate } });
    return left === null ? result : left.complete(result, read.coerced);
  } finally {
    leaveRoom?.();
  }
}

/** Waits until an answer of so much may be made. @throws {GraphQLError} GATEWAY_BUSY when it has waited too long. */
async function enterRoom(
  { room, client, signal, deadline }: OperationContext,
  cost: number,
): Promise<LeaveRoom | null> {
  if (room === undefined) return null;
  const waitMs = Math.min(maxRoomWaitMs, remainingMs(deadline));
  const leave = await room.enter({ cost, client, signal, waitMs });
  if (leave !== null) return leave;
  const message =
    'More large answers are asked for at once than can be made. Ask again in some seconds, or for less at once.';
  throw new GraphQLError(message, { extensions: { code: 'GATEWAY_BUSY', http: { status: 503 } } });
}
