import type { GraphQLRequest, GraphQLResponse } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import type { GatewayContext } from '../http/gateway-context.ts';

/** What executes an operation by all the rules of `/graphql`. */
export interface TableExecutor {
  readonly schema: GraphQLSchema;
  readonly execute: (request: GraphQLRequest, context: GatewayContext) => Promise<GraphQLResponse>;
}
