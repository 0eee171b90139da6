import type { ApolloServerPlugin } from '@apollo/server';
import { catalogueExtension, catalogueHeader, writeCatalogueState } from '@boroughgraph/schema/wire/catalogue-state.ts';
import type { RequestContext } from '../series/context.ts';

/**
 * Says in `extensions.catalogue` by which state of its catalogue an agency has answered whoever asks for that, so that its gateway need not ask again for
 * what has not changed.
 *
 * @param server - What the states of this server begin with.
 */
export function tellCatalogue(server: string): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ contextValue: { catalogue }, request, response: { body } }) => {
          if (request.http?.headers.has(catalogueHeader) !== true) return Promise.resolve();
          const state = writeCatalogueState(server, catalogue.state);
          if (body.kind === 'single')
            body.singleResult.extensions = { ...body.singleResult.extensions, [catalogueExtension]: state };
          return Promise.resolve();
        },
      }),
  };
}
