import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from '../http/gateway-context.ts';

/**
 * Tells a client that asks for it, by a header, what became of each agency's part: `extensions.completeness`. Comes after the plugins that
 * write extensions of their own.
 */
export const completenessPlugin: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ contextValue: { completeness }, response: { body } }) => {
        if (body.kind === 'single' && completeness !== undefined)
          body.singleResult.extensions = { ...body.singleResult.extensions, completeness: completeness.list() };
        return Promise.resolve();
      },
    }),
};
