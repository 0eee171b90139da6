/**
 * Every code that a client can find in `extensions.code`, with what it means. Codes are the public contract; the
 * sentences of the errors may change.
 */
export const errorCatalogue = {
  GRAPHQL_PARSE_FAILED: 'The operation is not GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'The operation asks for something that the schema does not have.',
  OPERATION_RESOLUTION_FAILURE: 'The document does not have the one operation that was to be run.',
  OPERATION_TOO_LARGE: 'The request or what it asks for is larger than the gateway takes on.',
  BAD_USER_INPUT: 'A variable or an argument has a value that cannot be used.',
  BAD_REQUEST: 'The HTTP request is not one that GraphQL over HTTP allows.',
  PERSISTED_QUERY_NOT_FOUND:
    'The gateway does not have the query of this hash, or not any more; send it with its text.',
  PERSISTED_QUERY_NOT_SUPPORTED: 'An agency by itself keeps no queries; send the whole operation.',
  NOT_ONE_TABLE:
    'A table was asked for, and the operation has no list or several; the message names those that it has.',
  NO_ROWS: 'A table was asked for, and the answer has nothing where its rows would be; the message says where.',
  NUMBER_GONE:
    'The number of this address was recalled, is withheld or is replaced; extensions.instead is the address of what stands in its place.',
  NO_SUCH_NUMBER:
    'There is no number at this address; extensions.instead is the address of one that answers there now, if any does.',
  UNAUTHENTICATED: 'The token or key of the caller is not one that is accepted; without one the open part is answered.',
  FORBIDDEN: 'The caller is known, and may not do this: ask for this purpose, or be let in any more.',
  UNAUTHORIZED_FIELD_OR_TYPE: 'The caller may not see what stands at this place; the rest is answered.',
  DIRECTORY_UNAVAILABLE:
    'Who may be named cannot be asked at present; ask again in some seconds, or without a token or key for open figures.',
  ISSUER_UNAVAILABLE: 'Who vouches for the caller cannot be asked for its keys at present; ask again in some seconds.',
  AUDIT_UNAVAILABLE:
    'Who reads restricted figures cannot be written down at present, so that they are not answered; open ones are.',
  OPERATION_NOT_LISTED: 'This gateway answers only operations that were published for it; the message names them.',
  BUDGET_SPENT: 'More was asked for from one address or organisation than it may ask for within a minute.',
  GATEWAY_BUSY: 'More comes at once than the gateway can plan or answer; ask again in some seconds.',
  AGENCY_BUSY: 'More large answers are asked of an agency at once than it makes; ask again in some seconds.',
  AGENCY_UNAVAILABLE: 'An agency does not answer; extensions.agency names it, extensions.paths what is lost.',
  INTERNAL_SERVER_ERROR: 'Something failed on our side; extensions.requestId finds it in the log.',
} as const;

/** A code of the catalogue. */
export type ErrorCode = keyof typeof errorCatalogue;

/** Whether an error's code is one that clients know. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errorCatalogue, code);
}

/**
 * The codes with which an agency speaks to the client: the sentence that comes with one is passed on. With every other
 * code, or none, it speaks of its own troubles, which the gateway logs and masks.
 */
const relayedCodes = ['BAD_USER_INPUT', 'OPERATION_TOO_LARGE', 'AGENCY_BUSY'] as const satisfies readonly ErrorCode[];

/** Whether the gateway passes on the sentence of an agency's error with this code. */
export function isRelayedCode(code: unknown): code is (typeof relayedCodes)[number] {
  return relayedCodes.some((relayed) => relayed === code);
}

/**
 * The codes with which an agency answers whoever asks it, each with a sentence that was written for that: those that are
 * relayed, those of a caller who uses it without the gateway, and that its store is away. Whatever else fails in it, it masks.
 */
const agencyCodes = [
  ...relayedCodes,
  'AGENCY_UNAVAILABLE',
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
] as const satisfies readonly ErrorCode[];

/** Whether an agency lets an error with this code out as it is. */
export function isAgencyCode(code: unknown): code is (typeof agencyCodes)[number] {
  return agencyCodes.some((known) => known === code);
}
