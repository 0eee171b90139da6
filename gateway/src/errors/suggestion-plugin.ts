import type { ApolloServerPlugin } from '@apollo/server';
import { withoutSuggestions } from '@boroughgraph/schema/operation-limits/hidden-schema.ts';
import type { GatewayContext } from '../http/gateway-context.ts';

/** Takes the names that GraphQL offers out of every error, where the schema is hidden. Comes after what writes the errors. */
export const suggestionPlugin: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response: { body } }) => {
        if (body.kind !== 'single' || body.singleResult.errors === undefined) return Promise.resolve();
        body.singleResult.errors = body.singleResult.errors.map((error) => ({
          ...error,
          message: withoutSuggestions(error.message),
        }));
        return Promise.resolve();
      },
    }),
};
