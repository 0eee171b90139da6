/** What waits in turn by client: whoever has much waiting takes turns with whoever has little, one of each client after another. */
export class ClientTurns<Item extends { readonly client: string }> {
  /** By client, the next one to be served first. */
  readonly #waiting = new Map<string, readonly Item[]>();

  /** All that waits, in no order. */
  get all(): readonly Item[] {
    return [...this.#waiting.values()].flat();
  }

  /** How many wait, of all clients. */
  get size(): number {
    let count = 0;
    for (const own of this.#waiting.values()) count += own.length;
    return count;
  }

  /** How many wait of one client. */
  sizeOf(client: string): number {
    return this.#waiting.get(client)?.length ?? 0;
  }

  add(item: Item): void {
    this.#waiting.set(item.client, [...(this.#waiting.get(item.client) ?? []), item]);
  }

  /** The one whose turn is next, which goes on waiting; null where none waits. */
  get next(): Item | null {
    const [own] = this.#waiting.values();
    return own?.[0] ?? null;
  }

  /** The one whose turn it is, which waits no longer; null where none waits. */
  take(): Item | null {
    const { next } = this;
    if (next === null) return null;
    const [, ...rest] = this.#waiting.get(next.client) ?? [];
    // Its client comes after all others again.
    this.#waiting.delete(next.client);
    if (rest.length > 0) this.#waiting.set(next.client, rest);
    return next;
  }

  /** Takes one out of turn; false where it did not wait. */
  remove(item: Item): boolean {
    const own = this.#waiting.get(item.client) ?? [];
    const rest = own.filter((other) => other !== item);
    if (rest.length > 0) this.#waiting.set(item.client, rest);
    else this.#waiting.delete(item.client);
    return rest.length < own.length;
  }

  /** Takes everything out. */
  clear(): void {
    this.#waiting.clear();
  }
}
