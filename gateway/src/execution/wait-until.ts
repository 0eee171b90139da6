import { startPatience } from '@boroughgraph/schema/process/patience.ts';
import { type Deadline, remainingMs } from './deadline.ts';

/** When a fetch ends that has not been answered. */
export interface FetchEnds {
  readonly deadline: Deadline;
  /** Aborted when nobody waits for the answer any more; null where somebody does until the deadline. */
  readonly wanted: AbortSignal | null;
  /** Aborted when no answer is to be hoped for any more. @default there is hope until the deadline */
  readonly hopeless?: AbortSignal;
}

/**
 * What `fetch` fetches, whose signal is aborted at the deadline, or when nobody wants it any more.
 *
 * @throws what `fetch` does; once its signal is aborted, that is the signal's reason.
 */
export async function waitUntil<T>(
  { deadline, wanted, hopeless }: FetchEnds,
  fetch: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const signals = [wanted, hopeless].filter((signal) => signal != null);
  for (const signal of signals) signal.throwIfAborted();
  const controller = new AbortController();
  const waitMs = remainingMs(deadline);
  const patience = startPatience(waitMs, () => {
    controller.abort(new DOMException(`No answer within ${waitMs} ms`, 'TimeoutError'));
  });
  const giveUp = ({ target }: Event): void => {
    controller.abort(signals.find((signal) => signal === target)?.reason);
  };
  // Listeners that go with the fetch: a signal made of others stays with them for as long as they live.
  for (const signal of signals) signal.addEventListener('abort', giveUp, { once: true });
  try {
    return await fetch(controller.signal);
  } finally {
    patience.stop();
    for (const signal of signals) signal.removeEventListener('abort', giveUp);
  }
}
