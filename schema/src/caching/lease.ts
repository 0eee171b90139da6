/** What whoever grants a lease says. */
export interface Granted<Value> {
  /** For how long the value may be taken for true, from when it was asked for on, in milliseconds; 0 where it may not. */
  readonly heldMs: number;
  /** The number of the last change that has been told to anybody. */
  readonly change: number;
  /** What may be held; it has to be read after the lease was granted. */
  readonly value: Value;
}

/** By what a lease is held. */
export interface LeaseOptions<Value> {
  /**
   * Asks for a lease, and says up to which change nothing is taken for true any more that was read before it. Whoever grants it
   * grants none to a holder that has not come as far as the last change, and lets nobody who makes a change end before each holder has
   * come as far, or its lease has run out.
   */
  readonly ask: (acknowledged: number) => Promise<Granted<Value>>;
  /** Resolves when nobody else holds any more what he has got from here. @default at once */
  readonly onForget?: (() => Promise<void>) | undefined;
  /** Told when nothing can be held, which is tried again later. @default nobody is told */
  readonly onFailure?: ((error: unknown) => void) | undefined;
}

/** The first wait after a lease could not be had, and the longest, in milliseconds. */
const shortestRestMs = 1_000;
const longestRestMs = 15_000;
/** How often it is asked again at once where something has changed meanwhile. */
const mostAttempts = 3;

/** A value that may be taken for true until one of two clocks says otherwise: of them, one stands still while a machine sleeps. */
interface Held<Value> {
  readonly value: Value;
  readonly untilMs: number;
  readonly untilDateMs: number;
  /** From then on it is asked for again while it is used. */
  readonly renewFromMs: number;
}

/**
 * Something that others change, and that is not asked for each time it is used: it is held for a few seconds at a time, and whoever
 * changes it waits until it is let go. So nothing hangs on a message that comes in time: one that is late, or lost with its connection,
 * costs those who wait and nobody who reads. Asked for only while it is used.
 */
export class Lease<Value> {
  readonly #options: LeaseOptions<Value>;
  #held: Held<Value> | null = null;
  /** Changes with everything after which what was read before may not be held. */
  #epoch = 0;
  #acknowledged = 0;
  #renewing: Promise<void> | null = null;
  #restUntilMs = 0;
  #restMs = shortestRestMs;
  #isClosed = false;

  constructor(options: LeaseOptions<Value>) {
    this.#options = options;
  }

  /** The value as long as it is known to be true; null where it has to be asked for. It is asked for again in time. Never throws. */
  get current(): Value | null {
    const nowMs = performance.now();
    const held = this.#held;
    const isHeld = held !== null && nowMs < held.untilMs && Date.now() < held.untilDateMs;
    if (!isHeld || nowMs >= held.renewFromMs) this.#renewSoon(nowMs);
    return isHeld ? held.value : null;
  }

  /** The number of the last change before which everything is let go of. */
  get acknowledged(): number {
    return this.#acknowledged;
  }

  /** Milliseconds for which it may be held yet; 0 where it is not held. */
  get leftMs(): number {
    const held = this.#held;
    return held === null ? 0 : Math.max(0, Math.min(held.untilMs - performance.now(), held.untilDateMs - Date.now()));
  }

  /** Lets go of the value, because a change was told, and says so. Never rejects. */
  async acknowledge(change: number): Promise<void> {
    this.drop();
    await this.#options.onForget?.();
    this.#acknowledged = Math.max(this.#acknowledged, change);
    await this.settleAnew();
  }

  /** Lets go of the value: it is asked for when it is used again. */
  drop(): void {
    this.#epoch += 1;
    this.#held = null;
  }

  /** Lets go of the value because whoever grants it may be another, who counts changes anew. */
  reset(): void {
    this.drop();
    this.#acknowledged = 0;
  }

  /** Asks for it, whether or not it is held. Never rejects. */
  renew(): Promise<void> {
    return this.#renew();
  }

  /** Lets go of the value, because something has changed, has others let go of it, and asks for it anew. Never rejects. */
  async forget(): Promise<void> {
    this.drop();
    await this.#options.onForget?.();
    await this.settleAnew();
  }

  /** Lets go of the value, and asks for it anew. Never rejects. */
  async settleAnew(): Promise<void> {
    this.drop();
    // What is under way may say less.
    await this.#renewing;
    await this.#renew();
  }

  /** Holds nothing from now on. Safe to call twice. */
  close(): void {
    this.#isClosed = true;
    this.drop();
  }

  #renewSoon(nowMs: number): void {
    if (this.#renewing === null && nowMs >= this.#restUntilMs && !this.#isClosed) void this.#renew();
  }

  #renew(): Promise<void> {
    if (this.#isClosed) return Promise.resolve();
    this.#renewing ??= this.#tryRenew().finally(() => {
      this.#renewing = null;
    });
    return this.#renewing;
  }

  async #tryRenew(): Promise<void> {
    try {
      for (let attempt = 0; attempt < mostAttempts; attempt += 1) if (await this.#ask()) break;
      this.#restMs = shortestRestMs;
    } catch (error) {
      this.#restUntilMs = performance.now() + this.#restMs;
      this.#restMs = Math.min(longestRestMs, this.#restMs * 2);
      if (!this.#isClosed) this.#options.onFailure?.(error);
    }
  }

  /** Tells whether nothing has been let go of since. */
  #watchEpoch(): () => boolean {
    const epoch = this.#epoch;
    return () => epoch === this.#epoch;
  }

  /** Whether that was the last word: false where something has changed since it was asked. */
  async #ask(): Promise<boolean> {
    const isStill = this.#watchEpoch();
    const [askedAtMs, askedAtDateMs] = [performance.now(), Date.now()];
    const { heldMs, change, value } = await this.#options.ask(this.#acknowledged);
    if (change > this.#acknowledged) {
      // It was told, and has not come.
      this.drop();
      await this.#options.onForget?.();
      this.#acknowledged = Math.max(this.#acknowledged, change);
      return false;
    }
    if (!isStill()) return false;
    if (this.#isClosed || heldMs <= 0) return true;
    const renewFromMs = askedAtMs + heldMs / 2;
    this.#held = { value, untilMs: askedAtMs + heldMs, untilDateMs: askedAtDateMs + heldMs, renewFromMs };
    return true;
  }
}
