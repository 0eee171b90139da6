import { type ErrorCode, isRelayedCode } from '@boroughgraph/schema/wire/error-codes.ts';
import { storeAnswerMs } from '@boroughgraph/schema/wire/deadlines.ts';
import { GraphQLError } from 'graphql';

/** What went wrong with a caller's argument: quotes what was given and says what would be accepted. */
export function badUserInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}

/**
 * The code with which an error was written for clients, where the gateway passes it on; null for other errors. Its own code
 * does not always tell: the server puts GRAPHQL_VALIDATION_FAILED in place of that of whatever is found while an operation is
 * validated, such as a value that is written out in it.
 */
export function relayedCodeOf(error: GraphQLError): ErrorCode | null {
  const cause = error.originalError instanceof GraphQLError ? error.originalError : error;
  const { code } = cause.extensions;
  return isRelayedCode(code) ? code : null;
}

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

/** PostgreSQL's code for text that it cannot hold. What is stored never has such text, so that it came with an argument. */
const untranslatableCharacter = '22021';

/**
 * The result of a read from the store.
 *
 * @throws {StoreUnavailable} when it fails or takes longer than `storeAnswerMs`.
 * @throws a BAD_USER_INPUT when an argument holds a character that no id has.
 */
export async function fromStore<T>(read: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new StoreUnavailable(`no answer within ${storeAnswerMs} ms`));
    }, storeAnswerMs);
  });
  try {
    return await Promise.race([read, late]);
  } catch (cause) {
    if (cause instanceof StoreUnavailable) throw cause;
    if (codeOf(cause) === untranslatableCharacter)
      throw badUserInput('an argument holds the character U+0000: expected text without it');
    throw new StoreUnavailable('the store failed', { cause });
  } finally {
    clearTimeout(timer);
  }
}

/** The code with which PostgreSQL failed, however deep the layers between wrapped it; null for another failure. */
function codeOf(failure: unknown): string | null {
  if (!(failure instanceof Error)) return null;
  return 'code' in failure && typeof failure.code === 'string' ? failure.code : codeOf(failure.cause);
}
