import type { ApolloServerPlugin } from '@apollo/server';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import type { GatewayContext } from '../http/gateway-context.ts';
import { type OperationUse, useOf } from './operation-use.ts';

/**
 * Says in the record of a request what its operation uses, once that is known to be valid. What an operation uses is looked up once: documents
 * that are asked again are kept by the server.
 */
export function usagePlugin(): ApolloServerPlugin<GatewayContext> {
  const known = new WeakMap<DocumentNode, Map<OperationDefinitionNode, OperationUse>>();
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ document, operation, schema, contextValue: { record } }) => {
          if (operation === undefined) return Promise.resolve();
          const uses = known.get(document) ?? new Map<OperationDefinitionNode, OperationUse>();
          const use = uses.get(operation) ?? useOf(schema, document, operation);
          known.set(document, uses.set(operation, use));
          record.use = use;
          return Promise.resolve();
        },
      }),
  };
}
