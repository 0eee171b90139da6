/** The codes of errors that are about the operation: the HTTP request that brought it was in order. */
const aboutOperations: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'OPERATION_TOO_LARGE',
  'BAD_USER_INPUT',
]);

/**
 * The status with which an operation is refused for these codes. 200 to clients that ask for `application/json` by name:
 * GraphQL over HTTP has it for them, who read the status as one of the transport alone (audits 572B, FDE2 and 7B9B of
 * graphql-http). 400 for all others. Never throws.
 */
export function refusalStatus(accept: string | undefined, codes: readonly unknown[]): 200 | 400 {
  const types = (accept ?? '').toLowerCase();
  const readsStatus = types.includes('application/graphql-response+json') || !types.includes('application/json');
  return readsStatus || !codes.every((code) => aboutOperations.has(code)) ? 400 : 200;
}
