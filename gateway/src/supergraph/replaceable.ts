/** What is in use until it is closed. */
export interface Closable {
  close(): Promise<void>;
}

/** A value that somebody uses, and that is not closed before it is released. */
export interface Lease<Value> {
  readonly value: Value;
  /** Safe to call twice. */
  readonly release: () => void;
}

interface Held<Value> {
  readonly value: Value;
  readonly ended: PromiseWithResolvers<void>;
  leases: number;
}

/**
 * One value that many use at once, and that can be replaced while they do: whoever has begun with one ends with it, and it
 * is closed when its last user has.
 */
export class Replaceable<Value extends Closable> {
  #held: Held<Value>;
  /** Those replaced that are still in use. */
  readonly #ending = new Set<Promise<void>>();

  constructor(value: Value) {
    this.#held = hold(value);
  }

  /** The value as it is now, for somebody who is done with it at once. */
  get current(): Value {
    return this.#held.value;
  }

  /** The value as it is now, for somebody who will release it. */
  lease(): Lease<Value> {
    const held = this.#held;
    held.leases += 1;
    let isReleased = false;
    const release = (): void => {
      if (isReleased) return;
      isReleased = true;
      held.leases -= 1;
      this.#endIfUnused(held);
    };
    return { value: held.value, release };
  }

  /** Puts `next` in the place of the value. Resolves when the old one is closed, after its last lease is released. */
  async replace(next: Value): Promise<void> {
    const old = this.#held;
    this.#held = hold(next);
    const ending = old.ended.promise.then(() => old.value.close()).finally(() => this.#ending.delete(ending));
    this.#ending.add(ending);
    this.#endIfUnused(old);
    await ending;
  }

  /** Closes the value, whoever has a lease, and waits for those replaced before. */
  async close(): Promise<void> {
    await Promise.all([this.#held.value.close(), ...this.#ending]);
  }

  #endIfUnused(held: Held<Value>): void {
    if (held.leases === 0 && held !== this.#held) held.ended.resolve();
  }
}

function hold<Value>(value: Value): Held<Value> {
  return { value, ended: Promise.withResolvers(), leases: 0 };
}
