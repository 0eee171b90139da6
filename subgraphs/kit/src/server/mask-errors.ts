import type { ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { isAgencyCode } from '@boroughgraph/schema/wire/error-codes.ts';
import { maxFetchSelections } from '@boroughgraph/schema/wire/limits.ts';
import { describeTooManySelections, hasTooManySelections } from '@boroughgraph/schema/wire/selection-limit.ts';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { FastifyBaseLogger } from 'fastify';
import type { RequestContext } from './context.ts';
import { agencyUnavailable, ClientGone, StoreUnavailable, relayedCodeOf } from './errors.ts';

/** Lets through errors that were written for clients, turns a failing store into AGENCY_UNAVAILABLE, and masks and logs all else. */
export function maskErrors(log: FastifyBaseLogger): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ response, errors = [], contextValue }) => {
          if (response.body.kind === 'single' && response.body.singleResult.errors !== undefined)
            response.body.singleResult.errors = errors.map((error) => masked(error, contextValue, log));
          return Promise.resolve();
        },
      }),
  };
}

function masked(error: GraphQLError, context: RequestContext, log: FastifyBaseLogger): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  const place = {
    ...(error.path === undefined ? {} : { path: error.path }),
    ...(error.locations === undefined ? {} : { locations: error.locations }),
  };
  if (cause instanceof StoreUnavailable) {
    log.error({ requestId: context.requestId, path: error.path, err: cause }, 'the store did not answer');
    const { message, extensions } = agencyUnavailable(context.agency.name, cause);
    return { message, extensions, ...place };
  }
  // Nobody reads it, and nothing failed.
  if (cause instanceof ClientGone) return { message: cause.message };
  if (hasTooManySelections(error)) {
    const message = describeTooManySelections(maxFetchSelections);
    return { message, extensions: { code: 'OPERATION_TOO_LARGE' }, ...place };
  }
  const code = relayedCodeOf(error) ?? error.extensions['code'];
  if (isAgencyCode(code)) return { message: error.message, extensions: publicExtensions(code, error), ...place };
  log.error({ requestId: context.requestId, path: error.path, err: cause }, 'a resolver failed');
  return {
    message: `${context.agency.name} failed to answer this; its log has the reason under the request id`,
    extensions: { code: 'INTERNAL_SERVER_ERROR', agency: context.agency.name, requestId: context.requestId },
    ...place,
  };
}

function publicExtensions(code: string, { extensions }: GraphQLError): Record<string, unknown> {
  const { agency } = extensions;
  return agency === undefined ? { code } : { code, agency };
}
