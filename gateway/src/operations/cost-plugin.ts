import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import { actualCost } from '@boroughgraph/schema/cost/actual.ts';
import type { CostLimit } from '@boroughgraph/schema/cost/cost-limit.ts';
import { costHeader } from '@boroughgraph/schema/wire/cost-header.ts';
import { getVariableValues } from 'graphql';
import type { GatewayContext } from '../http/gateway-context.ts';

/** What an operation costs, as whoever asks for it is told. */
export interface ToldCost {
  /** By the estimate; null where even that is too much to work out. */
  readonly estimate: number | null;
  /** Of the answer that came, by the same weights; null where none did. */
  readonly actual: number | null;
  /** The most that an estimate may be. */
  readonly limit: number;
}

/**
 * Tells a client that asks for it, by a header, what its operation costs: `extensions.cost`. An operation that is refused for
 * its cost tells its estimate. Comes after the plugin that writes the errors, which leaves nothing of the extensions.
 */
export function costPlugin(limit: CostLimit): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: ({ request }) => {
      if (request.http?.headers.has(costHeader) !== true) return Promise.resolve();
      return Promise.resolve({
        willSendResponse: (requestContext) => {
          const { body } = requestContext.response;
          const cost = findCost(limit, requestContext);
          if (body.kind === 'single' && cost !== null) body.singleResult.extensions = { cost };
          return Promise.resolve();
        },
      });
    },
  };
}

/** Null for a request whose operation cannot be read. */
function findCost(
  limit: CostLimit,
  { document, operation, request, response }: GraphQLRequestContextWillSendResponse<GatewayContext>,
): ToldCost | null {
  if (!document || !operation || response.body.kind !== 'single') return null;
  const { coerced } = getVariableValues(limit.schema, operation.variableDefinitions ?? [], request.variables ?? {}, {
    maxErrors: 1,
  });
  if (coerced === undefined) return null;
  const asked = { document, operation, variables: coerced };
  const { data } = response.body.singleResult;
  const actual = data ? actualCost({ schema: limit.schema, ...asked }, data) : null;
  return { estimate: limit.estimate(asked), actual, limit: limit.limit };
}
