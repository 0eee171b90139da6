import type { ErrorCode } from '@boroughgraph/schema/wire/error-codes.ts';
import type { ArgumentFault } from './subgraph-answer.ts';
import type { PathPattern, ResponsePath } from '../errors/response-path.ts';

/** What is known about a failure when one agency was asked for its part of an answer. */
export interface AgencyFailure {
  readonly agency: string;
  readonly code: ErrorCode;
  /** For the client: nothing in it may come from inside an agency unless the code says that it is meant for clients. */
  readonly message: string;
  /** Where in the fetch's own answer, as the agency reported it; null when the whole fetch failed. */
  readonly path: ResponsePath | null;
  /** What the response lacks when `path` is null. */
  readonly lost: readonly PathPattern[];
  /** What the agency says of an argument that is wrong. @default nothing */
  readonly fault?: ArgumentFault | null;
}

/**
 * A failure on its way through the query executor, which wraps it in an error of its own: still there as that error's
 * `originalError`, so that the response can be written from what was known, not from what the executor made of it.
 *
 * Not an `Error`: nobody throws it, and recording a stack for each would be wasted.
 */
export class AgencyError {
  readonly failure: AgencyFailure;
  readonly message: string;
  readonly path?: ResponsePath;
  /** The executor keeps an error as it is when it has a code. */
  readonly extensions: Readonly<Record<string, unknown>>;

  constructor(failure: AgencyFailure) {
    this.failure = failure;
    this.message = failure.message;
    if (failure.path !== null) this.path = failure.path;
    this.extensions = { code: failure.code };
  }
}
