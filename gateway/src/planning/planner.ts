import { planningMs as agreedPlanningMs } from '@boroughgraph/schema/wire/deadlines.ts';
import { GraphQLError } from 'graphql';
import { maxWaitingPlans, maxWaitingPlansOfClient, quickPlanningMs } from '../limits.ts';
import { type Lane, PlanQueue, type Waiting } from './plan-queue.ts';
import type { StartPlanningThread } from './planning-thread.ts';
import { PlanningDesk, type PlanningJob, type WrittenPlan } from './planning-desk.ts';

/** How a planner is made. */
export interface PlannerOptions {
  readonly supergraphSdl: string;
  /** The processor time that planning one operation may take, in milliseconds. @default 5000 */
  readonly planningMs?: number | undefined;
  /** @default a thread of this process, which ends with the planner */
  readonly startPlanningThread?: StartPlanningThread | undefined;
}

/** An operation that is to be planned. */
export interface PlanRequest {
  /** Valid, as text. */
  readonly operation: string;
  readonly lane: Lane;
  /** For whom: those who ask for many plans take turns with those who ask for few. */
  readonly client: string;
  /** Aborted when nobody waits for the plan any more. */
  readonly signal: AbortSignal;
}

type Job = PlanningJob & Waiting & { lane: Lane };

const quickLanes: readonly Lane[] = ['registered', 'cheap'];

/**
 * Plans operations away from the thread that serves everybody, on two threads, each started when it is first needed: one for what is
 * registered or looks cheap, one for everything else. So nobody waits for what is intricate but those who ask for such.
 *
 * What looked cheap and is not goes to the other thread. One that takes too long there, or too much memory, costs that thread, and
 * another one is started: whoever has a plan notices nothing.
 */
export class Planner {
  readonly #options: Pick<PlannerOptions, 'supergraphSdl' | 'startPlanningThread'> & { readonly planningMs: number };
  readonly #queue = new PlanQueue<Job>({
    maxWaiting: maxWaitingPlans,
    maxWaitingOfClient: maxWaitingPlansOfClient,
  });
  readonly #quick: PlanningDesk<Job>;
  #thorough: PlanningDesk<Job> | null = null;
  #isStopped = false;

  constructor({ supergraphSdl, planningMs = agreedPlanningMs, startPlanningThread }: PlannerOptions) {
    this.#options = { supergraphSdl, planningMs, startPlanningThread };
    this.#quick = new PlanningDesk({
      supergraphSdl,
      startThread: startPlanningThread,
      limitMs: Math.min(quickPlanningMs, this.#options.planningMs),
      next: () => this.#queue.take(quickLanes),
      onTooMuch: (job) => {
        job.lane = 'other';
        this.#enqueue(job);
      },
    });
  }

  /** Resolves when operations are planned without delay; rejects when they cannot be. Whoever asks for it has the first thread started. */
  get ready(): Promise<void> {
    return this.#isStopped ? Promise.reject(new Error(stopped)) : this.#quick.ready;
  }

  /**
   * The plan of an operation that is valid.
   *
   * @throws {GraphQLError} OPERATION_TOO_LARGE when planning it takes too much, GATEWAY_BUSY when too many wait already.
   * @throws {Error} when the planner fails, and when nobody waits any more.
   */
  async plan({ operation, lane, client, signal }: PlanRequest): Promise<WrittenPlan> {
    signal.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers<WrittenPlan>();
    const job: Job = { operation, lane, client, signal, resolve, reject };
    const leave = (): void => {
      // What is being planned is nearly done, or soon given up.
      if (this.#queue.remove(job)) reject(new Error(unwanted));
    };
    signal.addEventListener('abort', leave, { once: true });
    this.#enqueue(job);
    return promise.finally(() => {
      signal.removeEventListener('abort', leave);
    });
  }

  /** Ends the threads; what waits fails. Safe to call twice. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    for (const job of this.#queue.clear()) job.reject(new Error(stopped));
    await Promise.all([this.#quick.stop(), this.#thorough?.stop()]);
  }

  #enqueue(job: Job): void {
    if (this.#isStopped) job.reject(new Error(stopped));
    else if (job.signal.aborted) job.reject(new Error(unwanted));
    else if (!this.#queue.add(job)) job.reject(refuseBusy());
    else if (job.lane === 'other') (this.#thorough ??= this.#openThorough()).wake();
    else this.#quick.wake();
  }

  #openThorough(): PlanningDesk<Job> {
    const { supergraphSdl, planningMs, startPlanningThread } = this.#options;
    return new PlanningDesk({
      supergraphSdl,
      startThread: startPlanningThread,
      limitMs: planningMs,
      next: () => this.#queue.take(['other']),
      onTooMuch: (job) => {
        job.reject(job.signal.aborted ? new Error(unwanted) : refuseIntricate());
      },
    });
  }
}

const stopped = 'The planner has been stopped';
const unwanted = 'Nobody waits for the plan any more';

function refuseIntricate(): GraphQLError {
  const message =
    'The operation is too intricate: which agency to ask for what could not be found out in time. Ask for less at once, with fewer fragments within fragments, and each field with arguments of its own under a name of its own.';
  return new GraphQLError(message, { extensions: { code: 'OPERATION_TOO_LARGE', http: { status: 400 } } });
}

/** What is answered where an operation is not planned because of others. */
export function refuseBusy(): GraphQLError {
  const message = 'More new operations come than can be planned. Ask again in some seconds.';
  return new GraphQLError(message, { extensions: { code: 'GATEWAY_BUSY', http: { status: 503 } } });
}

/** What is answered where an operation that is new is not planned by the deadline of who asks. */
export function refuseUnplanned(): GraphQLError {
  const message =
    'The operation is new to the gateway and could not be planned by the deadline of the request. Ask again, or allow more time.';
  return new GraphQLError(message, { extensions: { code: 'GATEWAY_BUSY', http: { status: 503 } } });
}
