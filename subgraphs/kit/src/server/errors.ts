import { GraphQLError } from 'graphql';

/** What went wrong with a caller's argument: quotes what was given and says what would be accepted. */
export function badUserInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
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

/**
 * Milliseconds for which a request waits for the store. Less than the gateway waits for an agency, so that what the
 * agency knows without its store still arrives.
 */
const storeDeadlineMs = 5_000;

/** The result of a read from the store, or a StoreUnavailable when it fails or takes longer than `storeDeadlineMs`. */
export async function fromStore<T>(read: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new StoreUnavailable(`no answer within ${storeDeadlineMs} ms`));
    }, storeDeadlineMs);
  });
  try {
    return await Promise.race([read, late]);
  } catch (cause) {
    throw cause instanceof StoreUnavailable ? cause : new StoreUnavailable('the store failed', { cause });
  } finally {
    clearTimeout(timer);
  }
}
