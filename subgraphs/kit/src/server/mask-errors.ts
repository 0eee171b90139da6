import type { ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { refusalStatus } from '@boroughgraph/schema/http/refusal-status.ts';
import { withoutSuggestions } from '@boroughgraph/schema/operation-limits/hidden-schema.ts';
import { isAgencyCode } from '@boroughgraph/schema/wire/error-codes.ts';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { FastifyBaseLogger } from 'fastify';
import type { RequestContext } from '../series/context.ts';
import { agencyUnavailable, ClientGone, StoreUnavailable, relayedCodeOf } from '../series/errors.ts';

/** Where what is masked is logged, and whether errors may name what the schema has. */
export interface MaskOptions {
  readonly log: FastifyBaseLogger;
  readonly hidesSchema: boolean;
}

/** Lets through errors that were written for clients, turns a failing store into AGENCY_UNAVAILABLE, and masks and logs all else. */
export function maskErrors({ log, hidesSchema }: MaskOptions): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ request, response, errors = [], contextValue }) => {
          if (response.body.kind !== 'single') return Promise.resolve();
          // Faults of arguments stand beside values that are there: the executor knows nothing of them.
          const all = [...(response.body.singleResult.errors === undefined ? [] : errors), ...contextValue.faults];
          if (all.length === 0) return Promise.resolve();
          const told = all
            .map((error) => masked(error, contextValue, log))
            .map((error) => (hidesSchema ? { ...error, message: withoutSuggestions(error.message) } : error));
          response.body.singleResult.errors = told;
          const codes = told.map(({ extensions }) => extensions?.['code']);
          if (response.http.status === 400)
            response.http.status = refusalStatus(request.http?.headers.get('accept'), codes);
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
  const { agency, argument, instead } = extensions;
  const given = Object.entries({ agency, argument, instead }).filter(([, value]) => value !== undefined);
  return { code, ...Object.fromEntries(given) };
}
