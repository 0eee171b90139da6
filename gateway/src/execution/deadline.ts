/** The moment by which a request is to be answered: whatever is asked for it is waited for no longer. */
export interface Deadline {
  /** On the clock of `performance.now()`, which nobody can set back. */
  readonly atMs: number;
}

/** The deadline of what begins now and may take `durationMs` milliseconds. */
export function deadlineIn(durationMs: number): Deadline {
  return { atMs: performance.now() + durationMs };
}

/** How long may still be waited, in whole milliseconds; 0 when the deadline has passed. */
export function remainingMs({ atMs }: Deadline): number {
  return Math.max(0, Math.ceil(atMs - performance.now()));
}
