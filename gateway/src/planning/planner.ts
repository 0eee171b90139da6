import type { QueryPlan } from '@apollo/query-planner';
import { planningMs as agreedPlanningMs } from '@boroughgraph/schema/wire/deadlines.ts';
import { GraphQLError } from 'graphql';
import { maxWaitingPlans } from '../limits.ts';
import type { PlanningAnswer } from './planning-messages.ts';
import { startPlanningThread } from './planning-thread.ts';
import type { PlanningThread } from './planning-thread.ts';

/** A query plan, and how many characters of JSON it is. */
export type WrittenPlan = {
  readonly plan: QueryPlan;
  readonly size: number;
};

/** How a planner is made. */
export type PlannerOptions = {
  readonly supergraphSdl: string;
  /** The longest that one operation is planned, in milliseconds. @default 5000 */
  readonly planningMs?: number | undefined;
};

/**
 * Plans operations away from the thread that serves everybody, one after another, in the order in which they come.
 *
 * One that takes too long, or too much memory, costs the thread that plans it, and another one is started: those that wait
 * are planned a little later, and whoever has a plan notices nothing.
 */
export class Planner {
  readonly #supergraphSdl: string;
  readonly #planningMs: number;
  #thread: PlanningThread;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #isStopped = false;

  constructor({ supergraphSdl, planningMs = agreedPlanningMs }: PlannerOptions) {
    this.#supergraphSdl = supergraphSdl;
    this.#planningMs = planningMs;
    this.#thread = startPlanningThread(supergraphSdl);
  }

  /** Resolves when operations are planned without delay; rejects when they cannot be. */
  get ready(): Promise<void> {
    return this.#thread.ready;
  }

  /**
   * The plan of an operation that is valid.
   *
   * @throws {GraphQLError} OPERATION_TOO_LARGE when planning it takes too long, GATEWAY_BUSY when too many wait already.
   * @throws {Error} when the planner fails.
   */
  async plan(operation: string): Promise<WrittenPlan> {
    if (this.#waiting >= maxWaitingPlans) throw refuseBusy();
    this.#waiting += 1;
    const planning = this.#last.then(() => this.#planNow(operation)).finally(() => (this.#waiting -= 1));
    this.#last = planning.catch(() => undefined);
    return planning;
  }

  /** Ends the thread; what waits fails. Safe to call twice. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#thread.stop();
  }

  async #planNow(operation: string): Promise<WrittenPlan> {
    if (this.#isStopped) throw new Error('The planner has been stopped');
    const thread = this.#thread;
    try {
      await thread.ready;
      return readPlan(await this.#inTime(thread.plan(operation)));
    } catch (error) {
      if (error instanceof PlanningFailure) throw error;
      // The thread has ended, or does not come back.
      await this.#replace(thread);
      throw isOutOfMemory(error) ? refuseIntricate() : error;
    }
  }

  async #replace(thread: PlanningThread): Promise<void> {
    await thread.stop();
    if (!this.#isStopped) this.#thread = startPlanningThread(this.#supergraphSdl);
  }

  async #inTime(answer: Promise<PlanningAnswer>): Promise<PlanningAnswer> {
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      late.reject(refuseIntricate());
    }, this.#planningMs);
    return Promise.race([answer, late.promise]).finally(() => {
      clearTimeout(timer);
      // Where it is late, its thread is about to be stopped, and nobody waits for it.
      answer.catch(() => undefined);
    });
  }
}

/** The planner has come back without a plan; the reason is for the log. */
class PlanningFailure extends Error {
  override readonly name = 'PlanningFailure';
}

function readPlan(answer: PlanningAnswer): WrittenPlan {
  // The planner has written it.
  if (answer.kind === 'planned') return { plan: JSON.parse(answer.plan) as QueryPlan, size: answer.plan.length };
  throw new PlanningFailure(answer.kind === 'failed' ? answer.reason : 'The planning thread has started twice');
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function refuseIntricate(): GraphQLError {
  const message =
    'The operation is too intricate: which agency to ask for what could not be found out in time. Ask for less at once, with fewer fragments within fragments, and each field with arguments of its own under a name of its own.';
  return new GraphQLError(message, { extensions: { code: 'OPERATION_TOO_LARGE', http: { status: 400 } } });
}

function refuseBusy(): GraphQLError {
  const message = 'More new operations come than can be planned. Ask again in some seconds.';
  return new GraphQLError(message, { extensions: { code: 'GATEWAY_BUSY', http: { status: 503 } } });
}
