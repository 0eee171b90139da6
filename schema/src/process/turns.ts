/*
 * Who works on a thread in turns. What answers a request can be ten thousand resolvers, each a promise: run one after another
 * without a break, they let nobody else in for seconds, and nothing is heard of a client who has left.
 */

/**
 * How long one stretch of work may be, in milliseconds of the thread's own time. An innocent request waits for two or three of
 * these at most. By the clock, a machine that is busy with other things would cut work into more stretches, and so what is
 * fetched in batches into more statements, which makes it busier.
 */
const stretchMs = 10;

let stretch: Stretch | null = null;
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
  if (stretch === null) {
    stretch = new Stretch();
    // Runs when all that is at work has stopped to wait for something.
    setImmediate(endStretch);
  }
  return stretch.lasts();
}

function endStretch(): void {
  stretch = null;
}

function releaseStretch(): void {
  const own = new Stretch();
  let released = 0;
  releaseNext();

  function releaseNext(): void {
    const next = waiting[released];
    if (next !== undefined && own.lasts()) {
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

/** A stretch of work from now on, in the time that this thread has of the processor. */
class Stretch {
  readonly #endsAtThreadMs = threadTimeMs() + stretchMs;
  /** By the clock: before it, the stretch cannot have ended. The thread's own time costs a call of the system. */
  #mayEndAtMs = performance.now() + stretchMs;

  lasts(): boolean {
    const nowMs = performance.now();
    if (nowMs < this.#mayEndAtMs) return true;
    const leftMs = this.#endsAtThreadMs - threadTimeMs();
    this.#mayEndAtMs = nowMs + leftMs;
    return leftMs > 0;
  }
}

function threadTimeMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
