import { startPatience } from '@boroughgraph/schema/process/patience.ts';
import type { Wanted } from '../store/reading/store-source.ts';
import { badUserInput, ClientGone, StoreUnavailable } from './errors.ts';

/** PostgreSQL's code for text that it cannot hold. What is stored never has such text, so that it came with an argument. */
const untranslatableCharacter = '22021';

/**
 * What `read` reads from the store, which is told by a signal when nobody waits for it any more: the request is over, or the answer
 * is late.
 *
 * @throws {StoreUnavailable} when it fails, or is waited for longer than `storeMs` or the request may take.
 * @throws {ClientGone} when whoever asked has gone.
 * @throws a BAD_USER_INPUT when an argument holds a character that no id has.
 */
export async function fromStore<T>(read: (signal: AbortSignal) => Promise<T>, { signal, storeMs }: Wanted): Promise<T> {
  signal.throwIfAborted();
  const reading = new AbortController();
  const over = Promise.withResolvers<never>();
  const end = (reason: unknown): void => {
    reading.abort(reason);
    over.reject(reason instanceof Error ? reason : new Error(String(reason)));
  };
  const patience = startPatience(storeMs, () => {
    end(new StoreUnavailable(`no answer within ${storeMs} ms`));
  });
  const onOver = (): void => {
    const reason: unknown = signal.reason;
    // Whatever else is slow, here the store is waited for.
    end(reason instanceof ClientGone ? reason : new StoreUnavailable('no answer by the deadline', { cause: reason }));
  };
  signal.addEventListener('abort', onOver, { once: true });
  try {
    return await Promise.race([read(reading.signal), over.promise]);
  } catch (cause) {
    // Whatever the layers between have made of it.
    reading.signal.throwIfAborted();
    if (codeOf(cause) === untranslatableCharacter)
      throw badUserInput('an argument holds the character U+0000: expected text without it');
    throw new StoreUnavailable('the store failed', { cause });
  } finally {
    patience.stop();
    signal.removeEventListener('abort', onOver);
  }
}

/** The code with which PostgreSQL failed, however deep the layers between wrapped it; null for another failure. */
function codeOf(failure: unknown): string | null {
  if (!(failure instanceof Error)) return null;
  return 'code' in failure && typeof failure.code === 'string' ? failure.code : codeOf(failure.cause);
}
