import type { ApolloServerPlugin, GraphQLResponse } from '@apollo/server';

/** What lets answers go once they are text. */
export interface LetGo {
  /** To be the last of a server's plugins. */
  readonly plugin: ApolloServerPlugin;
  /** Writes the body of an answer, of which Apollo Server holds nothing from then on. Rejects as `write` does. */
  readonly stringifyResult: (result: GraphQLBody) => Promise<string>;
}

interface GraphQLBody {
  readonly data?: unknown;
}

/**
 * Has Apollo Server hold no answer that `write` has made a text of.
 *
 * It gives a gateway an object with accessors for each request, which hold all of the request, the answer included. V8 makes a hidden class
 * for each such object, and keeps hidden classes until its next major collection: without this, minor collections would copy every value of every
 * answer twice, and major ones, which read the whole heap, would come ten times as often. That took a third of a wide answer's time.
 */
export function letGo(write: (result: GraphQLBody) => Promise<string>): LetGo {
  const holders = new WeakMap<object, GraphQLResponse>();
  return {
    plugin: {
      requestDidStart: () =>
        Promise.resolve({
          willSendResponse: ({ response }) => {
            if (response.body.kind === 'single' && response.body.singleResult.data)
              holders.set(response.body.singleResult.data, response);
            return Promise.resolve();
          },
        }),
    },
    stringifyResult: async (result) => {
      const text = await write(result);
      const holder = typeof result.data === 'object' && result.data !== null ? holders.get(result.data) : undefined;
      if (holder !== undefined) holder.body = { kind: 'single', singleResult: {} };
      return text;
    },
  };
}
