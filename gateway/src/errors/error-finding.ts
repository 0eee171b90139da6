import { type ErrorCode, isErrorCode } from '@boroughgraph/schema/wire/error-codes.ts';
import { describeInternal } from '@boroughgraph/schema/wire/internal-error.ts';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { AgencyError, type AgencyFailure } from '../agencies/agency-error.ts';
import type { ArgumentFault } from '../agencies/subgraph-answer.ts';
import { findVisible, locateLost, type LossyResponse, type ResponsePath } from './response-path.ts';

/** The response in which an error stands. */
export type ResponseOf = LossyResponse & {
  /** Null where the request failed before it had one. */
  readonly requestId: string | null;
};

/** What a client may know of one error: the code and the sentence, the agency if it is an agency's, the places. */
export interface Finding {
  readonly code: ErrorCode;
  readonly message: string;
  readonly agency: string | null;
  readonly paths: readonly ResponsePath[];
  readonly locations: GraphQLFormattedError['locations'];
  /** What is said of an argument that is wrong; null for every other error. */
  readonly fault: ArgumentFault | null;
}

/**
 * What a client may know of `error`, which can be anything that was thrown.
 *
 * A client's own mistake keeps its message, an agency's failure says what is known of it, and everything else is masked.
 */
export function findPublic(error: unknown, response: ResponseOf): Finding {
  if (!(error instanceof GraphQLError)) return describeMasked([], response);
  const paths = error.path ? [error.path] : [];
  const original: unknown = error.originalError;
  if (original instanceof AgencyError) return describeFailure(original.failure, paths, response);
  const code = readClientCode(error);
  if (code === null) return describeMasked(paths, response);
  return { code, message: error.message, agency: null, paths, locations: error.locations, fault: null };
}

/** Whether the error is one that is masked for clients, so that the log has to say what it was. */
export function isMasked(error: unknown): boolean {
  return findPublic(error, { data: undefined, broken: [], requestId: null }).code === 'INTERNAL_SERVER_ERROR';
}

function describeFailure(failure: AgencyFailure, paths: readonly ResponsePath[], response: ResponseOf): Finding {
  const { code, message, lost, fault = null } = failure;
  const isAgencys = code === 'AGENCY_UNAVAILABLE' || code === 'INTERNAL_SERVER_ERROR';
  // What the client has not asked for may fail, too: the key of an entity, or what another agency needs.
  const places = paths.map((path) => {
    const visible = findVisible(response.data, path);
    // A mistake of the client's keeps its place, also where that is not in the answer.
    return isAgencys || visible.length === path.length ? visible : path;
  });
  return {
    code,
    message,
    agency: isAgencys ? failure.agency : null,
    paths: failure.path === null ? locateLost(response, lost) : places,
    locations: undefined,
    fault,
  };
}

function describeMasked(paths: readonly ResponsePath[], { requestId }: ResponseOf): Finding {
  const message = describeInternal(requestId);
  return { code: 'INTERNAL_SERVER_ERROR', message, agency: null, paths, locations: undefined, fault: null };
}

/** The code of an error that is the client's own mistake, as the catalogue has it; null for every other error. */
function readClientCode(error: GraphQLError): ErrorCode | null {
  if (isRefusedAsTooLarge(error)) return 'OPERATION_TOO_LARGE';
  const { code } = error.extensions;
  // These two are for us to say.
  if (code === 'AGENCY_UNAVAILABLE' || code === 'INTERNAL_SERVER_ERROR') return null;
  return isErrorCode(code) ? code : null;
}

/** Whether a rule of ours found it: the server writes another code over that of whatever validation finds. */
function isRefusedAsTooLarge({ originalError }: GraphQLError): boolean {
  return originalError instanceof GraphQLError && originalError.extensions['code'] === 'OPERATION_TOO_LARGE';
}
