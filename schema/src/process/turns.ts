/*
 * Who works on a thread in turns. What answers a request can be ten thousand resolvers, each a promise: run one after another
 * without a break, they let nobody else in for seconds, and nothing is heard of a client who has left.
 *
 * All that is done in turns in one pass of the event loop is one stretch of work: what comes meanwhile waits for the rest of it.
 */

/**
 * How long a stretch may be, in milliseconds of the thread's own time, besides the part of a work that is begun last. What a small request
 * needs crosses the event loops of gateway and agencies ten times, and may wait for a stretch each time. By the clock, a machine that is busy
 * with other things would cut work into more stretches.
 */
const stretchMs = 3;

/**
 * The same before work that asks the store or other agencies: what is asked within one stretch is fetched together, in one statement, so that
 * short stretches would make more of them.
 */
const askingStretchMs = 5;

/** A work of which others are to have a turn. */
export interface Work {
  /** Whether all of it takes some milliseconds at most: it passes by all that is long. @default false */
  readonly isShort?: boolean;
  /** Whether the next part asks for what is fetched in batches. @default false */
  readonly isAsking?: boolean;
  /**
   * Whether many parts come at the same moment. Each is let in and goes on to its end before the next one is: if all began at once, none could
   * be stopped before all of them had. @default false
   */
  readonly isOneOfMany?: boolean;
}

interface Waiting {
  readonly goOn: () => void;
  readonly lengthMs: number;
}

/** Those that wait, in the order in which they came. */
const waiting = { short: new Set<Waiting>(), long: new Set<Waiting>() };
/** What is done in turns in this pass of the event loop; null where nothing is. */
let stretch: Stretch | null = null;
let isReleasing = false;

/**
 * Null where the work may go on; else a promise that resolves when others have had their turn. To be called between parts of a
 * work, each of a millisecond or two at most.
 *
 * Those that wait go on in the order in which they came, a stretch of them in each pass of the event loop: those with short work first, and at
 * least one of those with long work.
 */
export function takeTurn({ isShort = false, isAsking = false, isOneOfMany = false }: Work = {}): Promise<void> | null {
  const lengthMs = isAsking ? askingStretchMs : stretchMs;
  const isPassed = waiting.short.size > 0 || (!isShort && waiting.long.size > 0);
  if (!isOneOfMany && !isPassed && isWithinStretch(lengthMs)) return null;
  const turn = new Promise<void>((resolve) => {
    waiting[isShort ? 'short' : 'long'].add({ goOn: resolve, lengthMs });
  });
  if (!isReleasing) {
    isReleasing = true;
    setImmediate(releaseStretch);
  }
  return turn;
}

function isWithinStretch(lengthMs: number): boolean {
  if (stretch === null) {
    stretch = new Stretch();
    // Runs when all that is at work has stopped to wait for something.
    setImmediate(endStretch);
  }
  return stretch.lasts(lengthMs);
}

/** Where others wait, the stretch ends with those of them that are let in. */
function endStretch(): void {
  if (!isReleasing) stretch = null;
}

/** Lets those in that wait: a stretch of the short ones, whatever was done in this pass, and of the long ones what is left of its stretch. */
function releaseStretch(): void {
  const ofPass = (stretch ??= new Stretch());
  const ofShort = new Stretch();
  let isLongLetIn = false;
  releaseNext();

  function releaseNext(): void {
    const next = takeFirst(waiting.short, (lengthMs) => ofShort.lasts(lengthMs)) ?? takeLong();
    if (next !== null) {
      next.goOn();
      // What it goes on with runs as microtasks; ticks that come of those run after the last of them.
      queueMicrotask(() => {
        process.nextTick(releaseNext);
      });
      return;
    }
    stretch = null;
    isReleasing = waiting.short.size + waiting.long.size > 0;
    if (isReleasing) setImmediate(releaseStretch);
  }

  function takeLong(): Waiting | null {
    const next = takeFirst(waiting.long, (lengthMs) => !isLongLetIn || ofPass.lasts(lengthMs));
    isLongLetIn = true;
    return next;
  }
}

/** The first of those that wait, which waits no longer; null where none does, or there is no time left for it. */
function takeFirst(from: Set<Waiting>, isTimeFor: (lengthMs: number) => boolean): Waiting | null {
  for (const first of from) {
    if (!isTimeFor(first.lengthMs)) return null;
    from.delete(first);
    return first;
  }
  return null;
}

/** By the clock: how soon the thread's own time is looked at again, in milliseconds. On a busy machine it hardly moves meanwhile. */
const lookEveryMs = 0.5;

/** A stretch of work from now on, in the time that this thread has of the processor. */
class Stretch {
  readonly #beganAtThreadMs = threadTimeMs();
  /** By the clock: until it is looked at next, it has not worked longer than `#workedMs` and the time since. To look costs a call of the system. */
  #lookedAtMs = performance.now();
  #workedMs = 0;

  lasts(lengthMs: number): boolean {
    const sinceMs = performance.now() - this.#lookedAtMs;
    if (this.#workedMs >= lengthMs) return false;
    if (this.#workedMs + sinceMs < lengthMs || sinceMs < lookEveryMs) return true;
    this.#workedMs = threadTimeMs() - this.#beganAtThreadMs;
    this.#lookedAtMs += sinceMs;
    return this.#workedMs < lengthMs;
  }
}

function threadTimeMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
