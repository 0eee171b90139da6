import type { ApolloServerPlugin } from '@apollo/server';
import { catalogueExtension, writeCatalogueState } from '@boroughgraph/schema/wire/catalogue-state.ts';
import type { RequestContext } from '../series/context.ts';

/**
 * Says in `extensions.catalogue` by which state of its catalogue an agency has answered, so that its gateway need not ask again for
 * what has not changed.
 *
 * @param server - What the states of this server begin with.
 */
export function tellCatalogue(server: string): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ contextValue: { catalogue }, response: { body } }) => {
          const state = writeCatalogueState(server, catalogue.state);
          if (body.kind === 'single')
            body.singleResult.extensions = { ...body.singleResult.extensions, [catalogueExtension]: state };
          return Promise.resolve();
        },
      }),
  };
}
