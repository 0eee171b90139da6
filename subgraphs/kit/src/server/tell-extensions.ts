import type { ApolloServerPlugin } from '@apollo/server';
import type { RequestContext } from '../series/context.ts';

/** What is said in the extensions of an answer that is made; null where nothing is. `isWanted` says whether the request has a header. */
export type Teller = (
  context: RequestContext,
  isWanted: (header: string) => boolean,
) => Readonly<Record<string, unknown>> | null;

/** All that tellers say beside what is there; undefined where that is nothing. */
export function extensionsOf(
  tellers: readonly Teller[],
  ...[context, isWanted]: Parameters<Teller>
): Readonly<Record<string, unknown>> | undefined {
  const told = tellers.flatMap((tell) => Object.entries(tell(context, isWanted) ?? {}));
  return told.length === 0 ? undefined : Object.fromEntries(told);
}

/** Has a server say in the extensions of each answer what tellers say. */
export function tellExtensions(tellers: readonly Teller[]): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ contextValue, request, response: { body } }) => {
          const told = extensionsOf(tellers, contextValue, (header) => request.http?.headers.has(header) === true);
          if (body.kind === 'single' && told !== undefined)
            body.singleResult.extensions = { ...body.singleResult.extensions, ...told };
          return Promise.resolve();
        },
      }),
  };
}
