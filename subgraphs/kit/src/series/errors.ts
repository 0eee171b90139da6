import { type ErrorCode, isRelayedCode } from '@boroughgraph/schema/wire/error-codes.ts';
import { GraphQLError } from 'graphql';

/**
 * What went wrong with a caller's argument: quotes what was given and says what would be accepted.
 *
 * @param argument - Its name, where the field takes several. @default the only one that it takes
 */
export function badUserInput(message: string, argument?: string): GraphQLError {
  return new GraphQLError(message, {
    extensions: { code: 'BAD_USER_INPUT', ...(argument !== undefined && { argument }) },
  });
}

/** Several arguments of one field are wrong: an error for each. */
export class WrongArguments extends Error {
  override readonly name = 'WrongArguments';
  readonly faults: readonly GraphQLError[];

  constructor(faults: readonly GraphQLError[]) {
    super(faults.map(({ message }) => message).join('; '));
    this.faults = faults;
  }
}

/** What an error says of arguments; null for one that is not about them. */
export function faultsOf(error: unknown): readonly GraphQLError[] | null {
  if (error instanceof WrongArguments) return error.faults;
  return error instanceof GraphQLError && error.extensions['code'] === 'BAD_USER_INPUT' ? [error] : null;
}

/** The argument that an error is about; undefined where it does not say. */
export function argumentOf({ extensions }: GraphQLError): string | undefined {
  const { argument } = extensions;
  return typeof argument === 'string' ? argument : undefined;
}

/**
 * The code with which an error was written for clients, where the gateway passes it on; null for other errors. Its own code
 * does not always tell: the server puts GRAPHQL_VALIDATION_FAILED in place of that of whatever is found while an operation is
 * validated, such as a value that is written out in it.
 */
export function relayedCodeOf(error: GraphQLError): ErrorCode | null {
  const cause = error.originalError instanceof GraphQLError ? error.originalError : error;
  const { code } = cause.extensions;
  if (isRelayedCode(code)) return code;
  // A variable that may be null, and is, where an argument may not: nobody knows before the field is to be answered.
  return nullArgument.test(cause.message) ? 'BAD_USER_INPUT' : null;
}

/** What graphql says of it; a resolver's errors do not speak so. */
const nullArgument = /^Argument "\w+" of (non-null|required) type "[^"]+" /;

/** An agency that cannot reach its own figures. The client learns which agency, never why. */
export function agencyUnavailable(agency: string, cause: unknown): GraphQLError {
  return new GraphQLError(`${agency} cannot reach its figures at the moment`, {
    extensions: { code: 'AGENCY_UNAVAILABLE', agency },
    originalError: cause instanceof Error ? cause : new Error(String(cause)),
  });
}

/** The store of an agency failed or did not answer in time. Its cause is for the log alone. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** Nobody waits for the answer any more: whoever asked has gone. Nothing failed, and there is nobody to be told. */
export class ClientGone extends Error {
  override readonly name = 'ClientGone';
  constructor() {
    super('whoever asked has closed the connection');
  }
}

/** An answer that was not put together by its deadline, although the store had given its figures: it is too much at once. */
export function answerTakesTooLong(deadlineMs: number): GraphQLError {
  const message = `The answer could not be put together within ${deadlineMs} ms, in which it has to be. Ask for less at once: fewer series (first), fewer periods (during, last), or values in columns (periodIds, values, statuses) in place of observations.`;
  return new GraphQLError(message, { extensions: { code: 'OPERATION_TOO_LARGE' } });
}

/** More large answers are asked for at once than are made, and this one has waited for its turn as long as it may. */
export function tooMuchAtOnce(agency: string): GraphQLError {
  const message = `${agency} is asked for more large answers at once than it makes. Ask again in some seconds, or for less at once.`;
  return new GraphQLError(message, { extensions: { code: 'AGENCY_BUSY', agency } });
}
