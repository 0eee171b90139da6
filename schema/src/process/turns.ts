/*
 * Who works on a thread in turns. What answers a request can be ten thousand resolvers, each a promise: run one after another
 * without a break, they let nobody else in for seconds, and nothing is heard of a client who has left.
 */

/** How long one stretch of work may be, in milliseconds. An innocent request waits for two or three of these at most. */
const stretchMs = 10;

let stretchStartedAt: number | null = null;
let isReleasing = false;
const waiting: (() => void)[] = [];

/**
 * Null where the work may go on; else a promise that resolves when others have had their turn. To be called between parts of a
 * work, each of some milliseconds at most.
 *
 * Those that wait go on in the order in which they came, a stretch of them in each turn of the event loop.
 */
export function takeTurn(): Promise<void> | null {
  if (waiting.length === 0 && isWithinStretch()) return null;
  const turn = new Promise<void>((resolve) => waiting.push(resolve));
  if (!isReleasing) {
    isReleasing = true;
    setImmediate(releaseStretch);
  }
  return turn;
}

function isWithinStretch(): boolean {
  const now = performance.now();
  if (stretchStartedAt === null) {
    stretchStartedAt = now;
    // Runs when all that is at work has stopped to wait for something.
    setImmediate(endStretch);
  }
  return now - stretchStartedAt < stretchMs;
}

function endStretch(): void {
  stretchStartedAt = null;
}

function releaseStretch(): void {
  const startedAt = performance.now();
  let released = 0;
  releaseNext();

  function releaseNext(): void {
    const next = waiting[released];
    if (next !== undefined && performance.now() - startedAt < stretchMs) {
      released += 1;
      next();
      // What it goes on with runs as microtasks; ticks that come of those run after the last of them.
      queueMicrotask(() => {
        process.nextTick(releaseNext);
      });
      return;
    }
    waiting.splice(0, released);
    isReleasing = waiting.length > 0;
    if (isReleasing) setImmediate(releaseStretch);
  }
}
