import type { ApolloServerPlugin, GraphQLRequestContext, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import { readAsked } from './asked-places.ts';
import { refusalStatus } from '@boroughgraph/schema/http/refusal-status.ts';
import { GraphQLError } from 'graphql';
import { AgencyError } from '../agencies/agency-error.ts';
import { isMasked } from './error-finding.ts';
import { withInputExample } from './input-example.ts';
import type { GatewayContext } from '../http/gateway-context.ts';
import { writePublicErrors } from './public-errors.ts';

// A client chooses an operation's name, and with it how much is logged and told.
const maxLoggedName = 100;

/**
 * Writes the errors of every response that has come as far as an operation, and logs what they hide.
 *
 * The gateway leaves a value that the schema promises and no agency sent as null, with a remark in the response's
 * extensions that no client reads: here it becomes an error like others. What else the gateway puts into the extensions
 * goes.
 */
export const errorPlugin: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: (requestContext) => {
        // Left to the gateway, this would look like a failure of ours.
        const problem = describeUnresolved(requestContext);
        return problem === null ? Promise.resolve() : Promise.reject(problem);
      },
      willSendResponse: (requestContext) => {
        rewriteResponse(requestContext);
        return Promise.resolve();
      },
    }),
};

function describeUnresolved({
  request,
  operation,
  schema,
}: GraphQLRequestContext<GatewayContext>): GraphQLError | null {
  if (operation && schema.getRootType(operation.operation)) return null;
  const several = 'The document has several operations: operationName has to say which one to run.';
  const unknown = `The document has no operation called "${(request.operationName ?? '').slice(0, maxLoggedName)}".`;
  const message = operation ? 'The graph answers queries only.' : request.operationName ? unknown : several;
  // The status that GraphQL over HTTP has for a request that cannot be run.
  return new GraphQLError(message, { extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } } });
}

function rewriteResponse(requestContext: GraphQLRequestContextWillSendResponse<GatewayContext>): void {
  const { response, contextValue } = requestContext;
  if (response.body.kind !== 'single') return;
  const { data, extensions } = response.body.singleResult;
  const broken = readBrokenPromises(extensions?.['valueCompletion']);
  const errors = [...(requestContext.errors ?? []), ...broken];
  logMasked(errors, contextValue);
  const publicErrors = writePublicErrors(errors, {
    data,
    broken: broken.map(({ path = [] }) => path),
    asks: readAsked(requestContext.document, requestContext.operation ?? null),
    requestId: contextValue.requestId,
  }).map((error) => ({ ...error, message: withInputExample(error.message, requestContext.schema) }));
  response.body.singleResult = {
    ...(data !== undefined && { data }),
    ...(publicErrors.length > 0 && { errors: publicErrors }),
  };
  const codes = publicErrors.map((error) => String(error.extensions?.['code']));
  // Without data, the server takes every error for a mistake in the variables and answers 400.
  if (data === undefined && codes.includes('INTERNAL_SERVER_ERROR')) response.http.status = 500;
  if (response.http.status === 400)
    response.http.status = refusalStatus(requestContext.request.http?.headers.get('accept'), codes);
  contextValue.record.operationName = requestContext.operationName?.slice(0, maxLoggedName) ?? null;
  contextValue.record.errorCodes = codes;
}

/** The gateway's remarks on values that were promised and did not come, as errors. */
function readBrokenPromises(remarks: unknown): readonly GraphQLError[] {
  return Array.isArray(remarks) ? remarks.filter((remark) => remark instanceof GraphQLError) : [];
}

function logMasked(errors: readonly unknown[], { log }: GatewayContext): void {
  // What an agency reported is in the log already, without the gateway's wrapping.
  const masked = errors.filter((error) => isMasked(error) && !isReportedByAgency(error));
  const [first] = masked;
  if (first === undefined) return;
  const { message: cause, stack } =
    first instanceof Error ? first : new Error('Something that is not an error was thrown');
  const path = first instanceof GraphQLError ? first.path : undefined;
  log.error({ errors: masked.length, path, cause, stack }, 'an operation failed on our side');
}

function isReportedByAgency(error: unknown): boolean {
  const original: unknown = error instanceof GraphQLError ? error.originalError : undefined;
  return original instanceof AgencyError;
}
