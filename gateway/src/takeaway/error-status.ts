import type { ErrorCode } from '@boroughgraph/schema/wire/error-codes.ts';
import type { GraphQLFormattedError } from 'graphql';

/** The status of an answer that is an error, by its code. What is not here is a fault of the request. */
const statuses: Partial<Readonly<Record<ErrorCode, number>>> = {
  AGENCY_UNAVAILABLE: 503,
  GATEWAY_BUSY: 503,
  AGENCY_BUSY: 503,
  BUDGET_SPENT: 429,
  INTERNAL_SERVER_ERROR: 500,
  OPERATION_NOT_LISTED: 403,
};

/**
 * The status with which a file is refused: that with which the operation was, or the gravest of its errors where it was not, since a
 * part of an answer is no file. Never below 400.
 */
export function statusOf(errors: readonly GraphQLFormattedError[], status: number | undefined): number {
  if (status !== undefined && status >= 400) return status;
  const each = errors.map(({ extensions }) => statuses[extensions?.['code'] as ErrorCode] ?? 400);
  return errors.length === 0 ? 500 : Math.max(...each);
}
