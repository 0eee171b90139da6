import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from '../http/gateway-context.ts';

/**
 * Tells a client that asks for it, by a header, which agency was asked for what, and how long each took: `extensions.steps`. Comes after
 * the plugins that write extensions of their own.
 */
export const stepsPlugin: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ contextValue: { steps }, response: { body } }) => {
        if (body.kind === 'single' && steps !== undefined)
          body.singleResult.extensions = { ...body.singleResult.extensions, steps: steps.list() };
        return Promise.resolve();
      },
    }),
};
