import { ClientTurns } from '@boroughgraph/schema/process/client-turns.ts';

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

/** What waits for plans. In each lane, clients come one after another. */
export class PlanQueue<Item extends Waiting> {
  readonly #bounds: QueueBounds;
  readonly #lanes: Readonly<Record<Lane, ClientTurns<Item>>> = {
    registered: new ClientTurns(),
    cheap: new ClientTurns(),
    other: new ClientTurns(),
  };

  constructor(bounds: QueueBounds) {
    this.#bounds = bounds;
  }

  /** Whether the item waits from now on: not where too many wait already, in its lane or of its client. */
  add(item: Item): boolean {
    const lane = this.#lanes[item.lane];
    const { maxWaiting, maxWaitingOfClient } = this.#bounds;
    if (lane.sizeOf(item.client) >= maxWaitingOfClient || lane.size >= maxWaiting) return false;
    lane.add(item);
    return true;
  }

  /** The next item of the first of these lanes that has one, which waits no longer; null where none has. */
  take(lanes: readonly Lane[]): Item | null {
    for (const name of lanes) {
      const item = this.#lanes[name].take();
      if (item !== null) return item;
    }
    return null;
  }

  /** Takes an item out; false where it did not wait. */
  remove(item: Item): boolean {
    return this.#lanes[item.lane].remove(item);
  }

  /** Takes everything out. */
  clear(): readonly Item[] {
    const lanes = Object.values(this.#lanes);
    const items = lanes.flatMap((lane) => lane.all);
    for (const lane of lanes) lane.clear();
    return items;
  }
}
