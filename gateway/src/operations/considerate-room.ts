import { AnswerRoom, type AnswerToMake, type LeaveRoom } from '@boroughgraph/schema/process/answer-room.ts';
import { maxWaitingAnswers, maxWaitingAnswersOfClient, minCostOfRoom } from '@boroughgraph/schema/wire/limits.ts';
import { dearCost, maxGatewayCostAtOnce } from '../limits.ts';

/** How long dear answers are made one at a time after the last of the others, in milliseconds: who reads a page asks again and again. */
const considerateMs = 100;

/** Where an answer finds room to be made: see {@link AnswerRoom.enter}. */
export type Room = Pick<AnswerRoom, 'enter'>;

/**
 * Where a gateway makes its answers. Dear ones, of which each keeps agencies at work for a tenth of a second or longer, are made one at a time
 * while others are made: two at once would have all cores of a small machine, and leave none to who asks for a page. Where only dear ones are
 * asked for, as many of them are made at once as have room.
 */
export class ConsiderateRoom implements Room {
  readonly #room: AnswerRoom;
  readonly #dear: AnswerRoom;
  readonly #now: () => number;
  #others = 0;
  #lastOtherMs = -Infinity;

  /** @param now - Milliseconds since any moment. @default since this process began */
  constructor(now = (): number => performance.now()) {
    const waiting = { maxWaiting: maxWaitingAnswers, maxWaitingOfClient: maxWaitingAnswersOfClient };
    this.#room = new AnswerRoom({ maxCost: maxGatewayCostAtOnce, minCost: minCostOfRoom, ...waiting });
    // Each by itself is more than this has room for, so that each is alone in it.
    this.#dear = new AnswerRoom({ maxCost: 0, minCost: 0, ...waiting });
    this.#now = now;
  }

  /** As {@link AnswerRoom.enter} does. */
  async enter(answer: AnswerToMake): Promise<LeaveRoom | null> {
    if (answer.cost < dearCost) return this.#enterAsOther(answer);
    const isAlone = this.#others === 0 && this.#now() - this.#lastOtherMs > considerateMs;
    const leaveTurn = isAlone ? leaveNothing : await this.#dear.enter(answer);
    if (leaveTurn === null) return null;
    return this.#enterThen(answer, leaveTurn);
  }

  async #enterAsOther(answer: AnswerToMake): Promise<LeaveRoom | null> {
    this.#others += 1;
    return this.#enterThen(answer, () => {
      this.#others -= 1;
      this.#lastOtherMs = this.#now();
    });
  }

  /** Enters where all have room, and calls `onLeft` once: when it has left, or has found none. */
  async #enterThen(answer: AnswerToMake, onLeft: () => void): Promise<LeaveRoom | null> {
    let leave: LeaveRoom | null = null;
    try {
      leave = await this.#room.enter(answer);
    } finally {
      if (leave === null) onLeft();
    }
    if (leave === null) return null;
    const leaveRoom = leave;
    let hasLeft = false;
    return () => {
      if (hasLeft) return;
      hasLeft = true;
      leaveRoom();
      onLeft();
    };
  }
}

const leaveNothing: LeaveRoom = () => undefined;
