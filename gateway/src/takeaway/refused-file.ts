import type { ErrorCode } from '@boroughgraph/schema/wire/error-codes.ts';
import type { GraphQLFormattedError } from 'graphql';

/** What is wrong with what was asked for as a file, in the form of a GraphQL answer. */
export interface RefusedFile {
  readonly kind: 'errors';
  readonly status: number;
  readonly errors: readonly GraphQLFormattedError[];
}

/** A file that could not be written to its end. What is refused is said in its place, as long as nothing of it is sent. */
export class BrokenFile extends Error {
  override readonly name = 'BrokenFile';
  readonly refused: RefusedFile;

  constructor(refused: RefusedFile) {
    super(refused.errors[0]?.message ?? 'nothing was answered');
    this.refused = refused;
  }
}

/** Refuses a file by one sentence. */
export function refuseFile(status: number, code: ErrorCode, message: string): RefusedFile {
  return { kind: 'errors', status, errors: [{ message, extensions: { code } }] };
}

/** For a file of several pages whose figures may have changed between two of them. */
export const changedInBetween = refuseFile(
  503,
  'AGENCY_UNAVAILABLE',
  'The figures changed while the file was made, or an agency does not say by which state of them it answers: rows of two states are not one file. Ask again.',
);
