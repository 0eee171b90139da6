import { startPatience } from '@boroughgraph/schema/process/patience.ts';
import { type Deadline, remainingMs } from './deadline.ts';

/** When a fetch ends that has not been answered. */
export interface FetchEnds {
  readonly deadline: Deadline;
  /** Aborted when nobody waits for the answer any more; null where somebody does until the deadline. */
  readonly wanted: AbortSignal | null;
}

/**
 * What `fetch` fetches, whose signal is aborted at the deadline, or when nobody wants it any more.
 *
 * @throws what `fetch` does; once its signal is aborted, that is the signal's reason.
 */
export async function waitUntil<T>(
  { deadline, wanted }: FetchEnds,
  fetch: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  wanted?.throwIfAborted();
  const controller = new AbortController();
  const waitMs = remainingMs(deadline);
  const patience = startPatience(waitMs, () => {
    controller.abort(new DOMException(`No answer within ${waitMs} ms`, 'TimeoutError'));
  });
  const giveUp = (): void => {
    controller.abort(wanted?.reason);
  };
  // One listener that goes with the fetch: a signal made of others stays with them for as long as they live.
  wanted?.addEventListener('abort', giveUp, { once: true });
  try {
    return await fetch(controller.signal);
  } finally {
    patience.stop();
    wanted?.removeEventListener('abort', giveUp);
  }
}
