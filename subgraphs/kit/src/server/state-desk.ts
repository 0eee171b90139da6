import { setTimeout as wait } from 'node:timers/promises';

/** A gateway that holds the state. */
interface Holder {
  readonly acknowledged: number;
  readonly untilMs: number;
}

/** The most gateways that hold the state at once: some bytes each, and nobody has more. */
const mostHolders = 100;
/** Between two looks whether all have let go, in milliseconds. */
const lookEveryMs = 5;

/**
 * Lends gateways what an agency has leased of its database itself, and for no longer: as `lease_state` does in the store. An agency lets go of
 * a state towards the store when no gateway holds it any more.
 */
export class StateDesk {
  readonly #holders = new Map<string, Holder>();
  readonly #waiting = new Set<() => void>();
  #change = 1;
  #isClosed = false;

  /** Whether nothing more is told. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** The number of the last change. */
  get change(): number {
    return this.#change;
  }

  /**
   * Takes note of that a gateway has come as far as a change, by which it has let go of all that it held: it waits for nobody else. One that
   * has not come further since may hold what it was lent. Never throws.
   */
  acknowledge(holder: string, acknowledged: number): void {
    const known = this.#holders.get(holder);
    if (known !== undefined && known.acknowledged < Math.min(acknowledged, this.#change)) this.#holders.delete(holder);
  }

  /**
   * For how long a gateway may hold what is held here for `leftMs` yet, in milliseconds: nothing where it has not let go of all that was before
   * the last change. Never throws.
   */
  lend(holder: string, acknowledged: number, leftMs: number): number {
    const nowMs = performance.now();
    for (const [id, { untilMs }] of this.#holders) if (untilMs < nowMs) this.#holders.delete(id);
    if (acknowledged < this.#change) return 0;
    if (this.#holders.size >= mostHolders && !this.#holders.has(holder)) return 0;
    this.#holders.set(holder, { acknowledged: this.#change, untilMs: nowMs + leftMs });
    return leftMs;
  }

  /** Tells all of a change, and resolves when no gateway holds any more what was before. Never rejects. */
  async forget(): Promise<void> {
    this.#change += 1;
    const change = this.#change;
    for (const tell of [...this.#waiting]) tell();
    while (this.#isHeldBefore(change)) await wait(lookEveryMs);
  }

  /** Resolves at a change after the given one, and after `waitMs` milliseconds without any. Never rejects. */
  async changeAfter(acknowledged: number, waitMs: number, signal: AbortSignal): Promise<void> {
    if (acknowledged < this.#change || signal.aborted || this.#isClosed) return;
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const tell = (): void => {
      resolve(undefined);
    };
    const timer = setTimeout(tell, waitMs);
    this.#waiting.add(tell);
    signal.addEventListener('abort', tell, { once: true });
    await promise;
    clearTimeout(timer);
    this.#waiting.delete(tell);
    signal.removeEventListener('abort', tell);
  }

  /** Tells all who wait that nothing more is told, and lets nobody wait from then on. */
  close(): void {
    this.#isClosed = true;
    for (const tell of [...this.#waiting]) tell();
  }

  #isHeldBefore(change: number): boolean {
    const nowMs = performance.now();
    return [...this.#holders.values()].some(({ acknowledged, untilMs }) => untilMs > nowMs && acknowledged < change);
  }
}
