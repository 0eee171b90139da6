import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from '../http/gateway-context.ts';

/**
 * Names in `extensions.synthetic` the datasets of which an answer has made-up figures, whichever agency they come from; an answer
 * without any has no such key. Comes after the plugins that write extensions of their own.
 */
export const samplePlugin: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ contextValue: { samples }, response: { body } }) => {
        if (body.kind === 'single' && samples !== undefined && samples.size > 0)
          body.singleResult.extensions = { ...body.singleResult.extensions, synthetic: [...samples].toSorted() };
        return Promise.resolve();
      },
    }),
};
