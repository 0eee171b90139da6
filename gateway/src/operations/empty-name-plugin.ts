import type { ApolloServerPlugin } from '@apollo/server';

/** An empty name of an operation, which some clients send for none, names none. */
export const emptyNamePlugin: ApolloServerPlugin = {
  requestDidStart: ({ request }) => {
    if (request.operationName === '') delete request.operationName;
    return Promise.resolve();
  },
};
