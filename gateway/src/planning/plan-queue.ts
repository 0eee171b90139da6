/**
 * The lanes in which operations wait for their plans, those that go first before the others: operations that were registered, what
 * looks cheap to plan, and everything else.
 */
export type Lane = 'registered' | 'cheap' | 'other';

/** What waits: in which lane, and for whom. */
export interface Waiting {
  readonly lane: Lane;
  readonly client: string;
}

/** How much may wait. */
export interface QueueBounds {
  /** In each lane. */
  readonly maxWaiting: number;
  /** Of one client in each lane. */
  readonly maxWaitingOfClient: number;
}

/** What waits for plans. Whoever has much waiting takes turns with whoever has little: in each lane, clients come one after another. */
export class PlanQueue<Item extends Waiting> {
  readonly #bounds: QueueBounds;
  /** By client, the next one to be served first. */
  readonly #lanes: Readonly<Record<Lane, Map<string, Item[]>>> = {
    registered: new Map(),
    cheap: new Map(),
    other: new Map(),
  };

  constructor(bounds: QueueBounds) {
    this.#bounds = bounds;
  }

  /** Whether the item waits from now on: not where too many wait already, in its lane or of its client. */
  add(item: Item): boolean {
    const lane = this.#lanes[item.lane];
    const own = lane.get(item.client) ?? [];
    const { maxWaiting, maxWaitingOfClient } = this.#bounds;
    if (own.length >= maxWaitingOfClient || countAll(lane) >= maxWaiting) return false;
    own.push(item);
    lane.set(item.client, own);
    return true;
  }

  /** The next item of the first of these lanes that has one, which waits no longer; null where none has. */
  take(lanes: readonly Lane[]): Item | null {
    for (const name of lanes) {
      const lane = this.#lanes[name];
      const [first] = lane;
      if (first === undefined) continue;
      const [client, own] = first;
      const item = own.shift();
      // Its client comes after all others again.
      lane.delete(client);
      if (own.length > 0) lane.set(client, own);
      if (item !== undefined) return item;
    }
    return null;
  }

  /** Takes an item out; false where it did not wait. */
  remove(item: Item): boolean {
    const lane = this.#lanes[item.lane];
    const own = lane.get(item.client) ?? [];
    const rest = own.filter((other) => other !== item);
    if (rest.length > 0) lane.set(item.client, rest);
    else lane.delete(item.client);
    return rest.length < own.length;
  }

  /** Takes everything out. */
  clear(): readonly Item[] {
    const lanes = Object.values(this.#lanes);
    const items = lanes.flatMap((lane) => [...lane.values()].flat());
    for (const lane of lanes) lane.clear();
    return items;
  }
}

function countAll(lane: ReadonlyMap<string, readonly unknown[]>): number {
  let count = 0;
  for (const own of lane.values()) count += own.length;
  return count;
}
