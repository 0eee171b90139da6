import { ClientTurns } from './client-turns.ts';
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
  readonly #waiting = new ClientTurns<Waiting>();
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
    if (this.#waiting.size === 0 && this.#fits(cost)) return this.#take(cost);
    const { maxWaiting, maxWaitingOfClient } = this.#bounds;
    if (this.#waiting.size >= maxWaiting || this.#waiting.sizeOf(client) >= maxWaitingOfClient) return null;
    const leave = await this.#waitIn({ cost, client, signal, waitMs });
    if (signal.aborted) leave?.();
    signal.throwIfAborted();
    return leave;
  }

  /** Null where it has waited too long, or nobody waits for it any more. */
  async #waitIn({ cost, client, signal, waitMs }: AnswerToMake): Promise<LeaveRoom | null> {
    const { promise, resolve } = Promise.withResolvers<LeaveRoom | null>();
    const own: Waiting = { cost, client, admit: resolve };
    this.#waiting.add(own);
    const giveUp = (): void => {
      if (!this.#waiting.remove(own)) return;
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
    const { next } = this.#waiting;
    if (next === null || !this.#fits(next.cost)) return;
    this.#waiting.take();
    next.admit(this.#take(next.cost));
    this.#admitNext();
  }
}

const leaveNothing: LeaveRoom = () => undefined;
