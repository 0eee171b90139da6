/*
 * Loaded into a server before its own code: notes how long each pass of its event loop works, in the thread's own time of the processor, so that
 * a busy machine makes none longer. Whoever has started it asks with a message, and is told of what was since the last one.
 */

/** What one thread did between two questions. */
export interface Holds {
  /** Passes of the event loop that worked longer than these milliseconds, by them. */
  readonly longerThan: Readonly<Record<number, number>>;
  /** The longest pass, in milliseconds. */
  readonly longestMs: number;
}

/** Milliseconds beyond which passes are counted. */
const bounds = [4, 8, 16];
/** A timer that is due runs once in each pass; while there is nothing to do, this is how often it is looked. */
const lookEveryMs = 1;

let lengths: number[] = [];
let lastMs = threadTimeMs();

process.on('message', (message) => {
  if (message !== 'holds') return;
  const longerThan = Object.fromEntries(bounds.map((bound) => [bound, lengths.filter((ms) => ms > bound).length]));
  const holds: Holds = { longerThan, longestMs: Math.max(0, ...lengths) };
  lengths = [];
  process.send?.(holds);
});
process.channel?.unref();
look();

function look(): void {
  const nowMs = threadTimeMs();
  if (nowMs - lastMs > Math.min(...bounds)) lengths.push(nowMs - lastMs);
  lastMs = nowMs;
  setTimeout(look, lookEveryMs).unref();
}

function threadTimeMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
