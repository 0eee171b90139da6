import {
  type ApolloServerPlugin,
  type GraphQLRequestContextWillSendResponse,
  type GraphQLResponse,
  HeaderMap,
} from '@apollo/server';
import { actualCost } from '@boroughgraph/schema/cost/actual.ts';
import type { CostLimit } from '@boroughgraph/schema/cost/cost-limit.ts';
import { costHeader, costOnly } from '@boroughgraph/schema/wire/cost-header.ts';
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
 * its cost tells its estimate. Where the header says {@link costOnly}, nothing is executed, and there is no data. Comes after the plugin that writes the errors, which leaves nothing of the extensions.
 */
export function costPlugin(limit: CostLimit): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: ({ request }) => {
      const asked = request.http?.headers.get(costHeader);
      if (asked === undefined) return Promise.resolve();
      return Promise.resolve({
        responseForOperation: () => Promise.resolve(asked === costOnly ? answerNothing() : null),
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

/** An answer without data, of an operation that is not executed. */
function answerNothing(): GraphQLResponse {
  return {
    http: { headers: new HeaderMap() },
    body: { kind: 'single', singleResult: { data: null } },
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
