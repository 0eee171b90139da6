import type { ApolloServerPlugin } from '@apollo/server';
import { CostLimit, type OperationToPrice } from '@boroughgraph/schema/cost/cost-limit.ts';
import { maxFetchCost } from '@boroughgraph/schema/wire/limits.ts';
import { getVariableValues, GraphQLError, type GraphQLSchema } from 'graphql';
import type { RequestContext } from '../series/context.ts';

/**
 * Refuses operations that would cost more than a subgraph takes on, before any resolver runs. The things that the gateway
 * asks about count as what they are: one list.
 */
export function limitCost(schema: GraphQLSchema): ApolloServerPlugin<RequestContext> {
  const limit = new CostLimit(schema, maxFetchCost);
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ document, operation, request: { variables = {} } }) => {
          const refusal = operation && findRefusal(limit, { document, operation, variables });
          return refusal ? Promise.reject(refusal) : Promise.resolve();
        },
      }),
  };
}

function findRefusal(limit: CostLimit, asked: OperationToPrice): GraphQLError | null {
  const { document, operation, variables } = asked;
  const { coerced } = getVariableValues(limit.schema, operation.variableDefinitions ?? [], variables, { maxErrors: 1 });
  // What is wrong with the variables, the executor says.
  if (coerced === undefined) return null;
  try {
    limit.require({ document, operation, variables: coerced });
    return null;
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}
