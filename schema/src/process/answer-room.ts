import { startPatience } from './patience.ts';

/** How much is made at once. */
export interface RoomBounds {
  /** The most that all answers in the making may cost together. Whatever costs more is made alone. */
  readonly maxCost: number;
  /** What costs less takes no room: it is made at once, whatever else is. */
  readonly minCost: number;
  /** The most answers that wait until there is room. */
  readonly maxWaiting: number;
  /** The most of these that wait for one client. */
  readonly maxWaitingOfClient: number;
}

/** An answer that is to be made. */
export interface AnswerToMake {
  readonly cost: number;
  /** For whom: those who ask for much take turns with those who ask for little. */
  readonly client: string;
  /** Aborted when nobody waits for it any more. */
  readonly signal: AbortSignal;
  /** The longest that it waits for room, in milliseconds. */
  readonly waitMs: number;
}

/** Gives back the room of an answer. Safe to call twice. */
export type LeaveRoom = () => void;

interface Waiting extends Pick<AnswerToMake, 'cost' | 'client'> {
  readonly admit: (leave: LeaveRoom) => void;
}

/**
 * How many large answers a process makes at once. Each has its figures in memory until it is written, and so many of them together that
 * each by itself may be asked for ended a process that has half a gigabyte.
 *
 * Those that wait come in as they came, one of each client after another; a small one that came later does not pass by a large one.
 */
export class AnswerRoom {
  readonly #bounds: RoomBounds;
  /** By client, the one that comes in next first. */
  readonly #waiting = new Map<string, Waiting[]>();
  #waitingCount = 0;
  #taken = 0;

  constructor(bounds: RoomBounds) {
    this.#bounds = bounds;
  }

  /**
   * Takes room for an answer, as soon as there is some. Null where too many wait already, or it has waited too long.
   *
   * @throws the signal's reason, when nobody waits for it any more.
   */
  async enter({ cost, client, signal, waitMs }: AnswerToMake): Promise<LeaveRoom | null> {
    signal.throwIfAborted();
    if (cost < this.#bounds.minCost) return leaveNothing;
    if (this.#waitingCount === 0 && this.#fits(cost)) return this.#take(cost);
    const own = this.#waiting.get(client)?.length ?? 0;
    if (this.#waitingCount >= this.#bounds.maxWaiting || own >= this.#bounds.maxWaitingOfClient) return null;
    const leave = await this.#waitIn({ cost, client, signal, waitMs });
    if (signal.aborted) leave?.();
    signal.throwIfAborted();
    return leave;
  }

  /** Null where it has waited too long, or nobody waits for it any more. */
  async #waitIn({ cost, client, signal, waitMs }: AnswerToMake): Promise<LeaveRoom | null> {
    const { promise, resolve } = Promise.withResolvers<LeaveRoom | null>();
    const own: Waiting = { cost, client, admit: resolve };
    this.#add(own);
    const giveUp = (): void => {
      if (!this.#remove(own)) return;
      resolve(null);
      // What waits behind it may fit where it did not.
      this.#admitNext();
    };
    signal.addEventListener('abort', giveUp, { once: true });
    const patience = startPatience(waitMs, giveUp);
    return promise.finally(() => {
      patience.stop();
      signal.removeEventListener('abort', giveUp);
    });
  }

  #fits(cost: number): boolean {
    return this.#taken === 0 || this.#taken + cost <= this.#bounds.maxCost;
  }

  #take(cost: number): LeaveRoom {
    this.#taken += cost;
    let hasLeft = false;
    return () => {
      if (hasLeft) return;
      hasLeft = true;
      this.#taken -= cost;
      this.#admitNext();
    };
  }

  #admitNext(): void {
    for (let next = this.#next(); next !== null && this.#fits(next.cost); next = this.#next()) {
      this.#remove(next);
      // Its client comes after all others again.
      const rest = this.#waiting.get(next.client);
      this.#waiting.delete(next.client);
      if (rest !== undefined) this.#waiting.set(next.client, rest);
      next.admit(this.#take(next.cost));
    }
  }

  #next(): Waiting | null {
    const [first] = this.#waiting.values();
    return first?.[0] ?? null;
  }

  #add(own: Waiting): void {
    this.#waiting.set(own.client, [...(this.#waiting.get(own.client) ?? []), own]);
    this.#waitingCount += 1;
  }

  /** False where it did not wait. */
  #remove(own: Waiting): boolean {
    const before = this.#waiting.get(own.client) ?? [];
    const rest = before.filter((other) => other !== own);
    if (rest.length === before.length) return false;
    if (rest.length > 0) this.#waiting.set(own.client, rest);
    else this.#waiting.delete(own.client);
    this.#waitingCount -= 1;
    return true;
  }
}

const leaveNothing: LeaveRoom = () => undefined;
