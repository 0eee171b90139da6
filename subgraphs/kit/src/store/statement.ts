/** PostgreSQL's code for a statement that was cancelled, by whomever. */
const cancelledCode = '57014';

/**
 * How often what was cancelled in place of another's is sent anew. PostgreSQL cancels whatever a connection runs at the moment, and
 * by the time that it is told to, that may be the statement behind the one that was meant.
 */
const sentAgain = 3;

/** How long it takes at most to find that a statement has been sent that nobody wants any more. */
const untilSentMs = 10;

/** What `postgres` knows of a query that is under way, and leaves out of its types. Its own `cancel` drops the promise: where the store is away, that would end the process. */
interface SentQuery {
  /** Null until it is sent. */
  readonly state: object | null;
  readonly canceller: (query: unknown) => Promise<void>;
}

/**
 * The result of what `send` sends, which changes nothing and so may be sent again where another's statement was to be cancelled.
 *
 * @throws what `send` does.
 */
export async function againIfCancelled<T>(send: () => PromiseLike<T>, signal: AbortSignal | null = null): Promise<T> {
  for (let again = 0; ; again += 1)
    try {
      return await send();
    } catch (error) {
      if (signal?.aborted === true || again === sentAgain || !isCancelled(error)) throw error;
    }
}

/**
 * The result of a query that PostgreSQL is told to stop when `signal` is aborted.
 *
 * One that waits for a connection cannot be taken back: `postgres` 3.4.9 would lose the connection that is being made for it. It is
 * stopped as soon as it is sent.
 */
export async function stopWhenAborted<T>(query: PromiseLike<T>, signal: AbortSignal): Promise<T> {
  let isSettled = false;
  const stop = (): void => {
    cancelOnceSent(query, () => isSettled);
  };
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await query;
  } finally {
    isSettled = true;
    signal.removeEventListener('abort', stop);
  }
}

function cancelOnceSent(query: object, isSettled: () => boolean): void {
  if (isSettled()) return;
  if (!isSent(query)) {
    setTimeout(cancelOnceSent, untilSentMs, query, isSettled).unref();
    return;
  }
  // A store that is away cannot be told, and runs nothing.
  query.canceller(query).catch(() => undefined);
}

function isSent(query: object): query is SentQuery {
  return 'state' in query && query.state !== null && 'canceller' in query && typeof query.canceller === 'function';
}

/** Whether PostgreSQL cancelled it, however deep the layers between wrapped its error. */
function isCancelled(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && error.code === cancelledCode) || isCancelled(error.cause);
}
