/** How long a run may take, and what it consists of. */
export interface PaceOptions {
  /** When it must be over, in milliseconds of `now`. */
  readonly deadlineMs: number;
  /** Groups of slices that are of one length, because they are compared with each other. */
  readonly blocks: number;
  /** A slice is never shorter or longer than this, in milliseconds. */
  readonly leastMs: number;
  readonly mostMs: number;
  /** @default milliseconds since the process began */
  readonly now?: () => number;
}

/** Deals out the time that is left, so that a run ends when it should whatever its parts turn out to take. */
export class Pace {
  readonly #options: PaceOptions;
  readonly #now: () => number;
  /** What the last slices of one kind took beyond their length: answers that were waited for, and reading /proc. */
  readonly #overrunMs = new Map<string, number>();
  #blocks: number;

  constructor(options: PaceOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
    this.#blocks = options.blocks;
  }

  /** The length of the slices of the next block, of which there are so many, in milliseconds. */
  nextSliceMs(kind: string, slices: number): number {
    const leftMs = this.#options.deadlineMs - this.#now();
    const shareMs = leftMs / Math.max(1, this.#blocks) / Math.max(1, slices);
    this.#blocks -= 1;
    const lengthMs = shareMs - (this.#overrunMs.get(kind) ?? 0);
    return Math.round(Math.min(this.#options.mostMs, Math.max(this.#options.leastMs, lengthMs)));
  }

  /** Takes note of what the slices of a block took together beyond their lengths. */
  noteOverrun(kind: string, slices: number, overrunMs: number): void {
    this.#overrunMs.set(kind, overrunMs / Math.max(1, slices));
  }
}
