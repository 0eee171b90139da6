import type { ApolloServerPlugin } from '@apollo/server';
import type { RequestContext } from '../series/context.ts';

/** Names in `extensions.synthetic` the datasets of which an answer has made-up figures; an answer without any has no such key. */
export function nameSamples(): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ contextValue, response: { body } }) => {
          const synthetic = [...contextValue.samples].toSorted();
          if (body.kind === 'single' && synthetic.length > 0)
            body.singleResult.extensions = { ...body.singleResult.extensions, synthetic };
          return Promise.resolve();
        },
      }),
  };
}
