import type { ApolloServerPlugin } from '@apollo/server';
import { CostLimit, type OperationToPrice } from '@boroughgraph/schema/cost/cost-limit.ts';
import { AnswerRoom } from '@boroughgraph/schema/process/answer-room.ts';
import { maxCostAtOnce, maxFetchCost, maxWaitingAnswers, minCostOfRoom } from '@boroughgraph/schema/wire/limits.ts';
import type { GraphQLSchema } from 'graphql';
import { coerceVariables } from '../execution/coerced-variables.ts';
import type { RequestContext } from '../series/context.ts';
import { tooMuchAtOnce } from '../series/errors.ts';

/** Lets the operation of a request in, once, however often it is asked to. */
export type AdmitOperation = (operation: OperationToPrice, context: RequestContext) => Promise<void>;

/**
 * Refuses operations that would cost more than a subgraph takes on, before any resolver runs, and lets large ones wait until there is
 * room for them; that an answer is written, `context.room` is told. The things that the gateway asks about count as what they are: one
 * list.
 */
export function createAdmission(schema: GraphQLSchema): AdmitOperation {
  const limit = new CostLimit(schema, maxFetchCost);
  const room = new AnswerRoom({
    maxCost: maxCostAtOnce,
    minCost: minCostOfRoom,
    maxWaiting: maxWaitingAnswers,
    // Gateways ask for all their clients.
    maxWaitingOfClient: maxWaitingAnswers,
  });
  const admit: AdmitOperation = async (operation, context) => {
    await enter(room, costOf(limit, operation), context);
  };
  return (operation, context) => (context.underway.room ??= admit(operation, context));
}

/** Has a server let operations in. */
export function limitCost(admit: AdmitOperation): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ document, operation, request: { variables = {} }, contextValue }) =>
          // Where there is no such operation, the executor says so.
          operation === undefined ? Promise.resolve() : admit({ document, operation, variables }, contextValue),
      }),
  };
}

/** @throws {GraphQLError} OPERATION_TOO_LARGE where it is more than the limit. */
function costOf(limit: CostLimit, { document, operation, variables }: OperationToPrice): number {
  const { coerced } = coerceVariables({ schema: limit.schema, operation, variables, maxErrors: 1 });
  // What is wrong with the variables, the executor says.
  return coerced === undefined ? 0 : limit.require({ document, operation, variables: coerced });
}

async function enter(room: AnswerRoom, cost: number, context: RequestContext): Promise<void> {
  const { agency, signal, waitMs } = context;
  context.room.isNeeded = cost >= minCostOfRoom;
  const leave = await room.enter({ cost, client: '', signal, waitMs });
  if (leave === null) throw tooMuchAtOnce(agency.name);
  context.room.leave = leave;
}
