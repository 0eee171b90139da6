import { complain, onReaderGone } from '../terminal.ts';

/** When to stop, and when to hurry about it. */
export interface Shutdown {
  /** Aborts when the system is to stop. */
  readonly stop: AbortSignal;
  /** Aborts when a person asks a second time and wants no more patience. */
  readonly hurry: AbortSignal;
}

/** How often to look whether npm still runs, in milliseconds. */
const lookEveryMs = 500;
/**
 * Milliseconds in which a second signal counts as the same request: one Ctrl-C reaches a script of npm twice, from the
 * terminal and forwarded by npm.
 */
const sameRequestMs = 1_000;

/**
 * Listens for every way in which a person or a machine ends this process, and keeps the process from ending by them.
 *
 * These are SIGINT, SIGTERM and SIGHUP, a terminal or pipe that nobody reads any more, and the end of the npm that
 * started this process: a shell between the two need not pass signals on. An error that nobody caught ends it in the same
 * order, with exit code 1.
 */
export function listenForShutdown(): Shutdown {
  const stop = new AbortController();
  const hurry = new AbortController();
  let askedAt = 0;
  const ask = (): void => {
    const now = Date.now();
    if (askedAt === 0) askedAt = now;
    else if (now - askedAt > sameRequestMs) hurry.abort();
    stop.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask);
  const stopOnce = (): void => {
    stop.abort();
  };
  onReaderGone(stopOnce);
  process.on('uncaughtException', (error) => {
    complain(error.stack ?? error.message);
    process.exitCode = 1;
    stop.abort();
  });
  watchNpm(stopOnce);
  return { stop: stop.signal, hurry: hurry.signal };
}

/** Resolves when the signal has aborted. Never rejects. */
export function waitForAbort(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else
      signal.addEventListener(
        'abort',
        () => {
          resolve();
        },
        { once: true },
      );
  });
}

function watchNpm(onGone: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) onGone();
  }, lookEveryMs).unref();
}

/**
 * What `work` comes to, unless `signal` aborts before.
 *
 * @throws the reason of the signal; `work` is then left to itself, its failure included.
 */
export async function throwOnAbort<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  signal.throwIfAborted();
  const aborted = waitForAbort(signal).then(() => {
    signal.throwIfAborted();
    throw new Error('aborted');
  });
  return Promise.race([work, aborted]);
}
