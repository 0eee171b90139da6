import type { ErrorCode } from '../wire/error-codes.ts';

/** What is said of a request that failed before GraphQL saw it. */
export interface HttpProblem {
  readonly status: number;
  readonly code: ErrorCode;
  readonly message: string;
}

/** A request that is not to be answered otherwise than with what is wrong with it. */
export class HttpError extends Error {
  override readonly name = 'HttpError';
  readonly problem: HttpProblem;
  readonly statusCode: number;

  constructor(problem: HttpProblem) {
    super(problem.message);
    this.problem = problem;
    this.statusCode = problem.status;
  }
}

const sentences: ReadonlyMap<number, string> = new Map([
  [400, 'The request body is not JSON that can be used.'],
  [408, 'The request did not arrive in time. Send it again, whole.'],
  [415, 'The request body has to be application/json in UTF-8, not compressed.'],
  [417, 'What the request expects is not done here. Send it without the header "expect".'],
  [431, 'The headers and the address are larger than 16 KiB, the most that is read. Send the operation with POST.'],
]);

/** The sentence for each status with which a server refuses a request by itself; `maxBodyBytes` is the most that it reads. */
export function describeStatus(status: number, maxBodyBytes: number): HttpProblem {
  if (status === 413) {
    const message = `The request body is larger than ${maxBodyBytes / 1024} KiB.`;
    return { status, code: 'OPERATION_TOO_LARGE', message };
  }
  const message = sentences.get(status) ?? 'The request is not one that can be answered.';
  return { status, code: 'BAD_REQUEST', message };
}
