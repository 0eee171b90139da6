import type { QueryPlan } from '@apollo/query-planner';
import { unwantedPlanningMs } from '../limits.ts';
import type { PlanningAnswer } from './planning-messages.ts';
import { type PlanningThread, startPlanningThread, type StartPlanningThread } from './planning-thread.ts';

/** A query plan as a planner gives it. */
export interface WrittenPlan {
  readonly plan: QueryPlan;
}

/** An operation on its way to its plan. */
export interface PlanningJob {
  readonly operation: string;
  /** Aborted when nobody waits for the plan any more. */
  readonly signal: AbortSignal;
  readonly resolve: (plan: WrittenPlan) => void;
  readonly reject: (error: unknown) => void;
}

/** What a desk works by. */
export interface PlanningDeskOptions<Job> {
  readonly supergraphSdl: string;
  /** How much processor time one operation may take, in milliseconds. */
  readonly limitMs: number;
  /** What is to be planned next; null where nothing is. */
  readonly next: () => Job | null;
  /** Called with an operation that took more time, or more memory, than it may. */
  readonly onTooMuch: (job: Job) => void;
  /** @default a thread of this process */
  readonly startThread?: StartPlanningThread | undefined;
}

// Most operations are planned by then, and nobody has looked at how long it took.
const firstLookMs = 100;

/**
 * A thread with what it is to plan, one operation after another. One that takes too much costs the thread, and another is started.
 *
 * How much it takes is told by the processor time of the thread: by the clock alone, a machine that was busy with something else, or
 * a process that was stopped for a minute, would make every operation too intricate.
 */
export class PlanningDesk<Job extends PlanningJob> {
  readonly #options: PlanningDeskOptions<Job>;
  /** Null until it is first needed. */
  #thread: PlanningThread | null = null;
  #isAtWork = false;
  #isStopped = false;

  constructor(options: PlanningDeskOptions<Job>) {
    this.#options = options;
  }

  /** Resolves when operations are planned without delay; rejects when they cannot be. Whoever asks for it has the thread started. */
  get ready(): Promise<void> {
    return this.#open().ready;
  }

  /** To be called when there may be something to be planned. */
  wake(): void {
    if (!this.#isAtWork) void this.#work();
  }

  /** Ends the thread; what it plans fails. Safe to call twice. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#thread?.stop();
  }

  #open(): PlanningThread {
    return (this.#thread ??= this.#start());
  }

  #start(): PlanningThread {
    const { supergraphSdl, startThread = startPlanningThread } = this.#options;
    return startThread(supergraphSdl);
  }

  async #work(): Promise<void> {
    this.#isAtWork = true;
    for (let job = this.#next(); job !== null; job = this.#next()) await this.#plan(job);
    this.#isAtWork = false;
  }

  #next(): Job | null {
    return this.#isStopped ? null : this.#options.next();
  }

  /** Never rejects: whoever waits for the job is told. */
  async #plan(job: Job): Promise<void> {
    const thread = this.#open();
    try {
      await thread.ready;
      job.resolve(readPlan(await this.#watched(thread, job)));
    } catch (error) {
      if (error instanceof PlanningFailure) {
        job.reject(error);
        return;
      }
      // The thread has ended, or does not come back.
      await thread.stop();
      if (!this.#isStopped) this.#thread = this.#start();
      if (isTooMuch(error)) this.#options.onTooMuch(job);
      else job.reject(error);
    }
  }

  async #watched(thread: PlanningThread, { operation, signal }: Job): Promise<PlanningAnswer> {
    const before = await thread.cpuMs();
    const answer = thread.plan(operation);
    const given = Promise.withResolvers<never>();
    const { limitMs } = this.#options;
    let isOver = false;
    let timer = setTimeout(look, Math.min(firstLookMs, limitMs));
    return Promise.race([answer, given.promise]).finally(() => {
      isOver = true;
      clearTimeout(timer);
      // Where it took too much, its thread is about to be stopped, and nobody waits for it.
      answer.catch(() => undefined);
    });

    function look(): void {
      const limit = signal.aborted ? Math.min(unwantedPlanningMs, limitMs) : limitMs;
      thread.cpuMs().then((used) => {
        // The answer may have come while the thread was looked at.
        if (isOver) return;
        if (used - before >= limit) given.reject(new TooMuchPlanning());
        else timer = setTimeout(look, Math.min(firstLookMs, Math.max(1, limit - (used - before))));
      }, given.reject);
    }
  }
}

/** The planner has come back without a plan; the reason is for the log. */
class PlanningFailure extends Error {
  override readonly name = 'PlanningFailure';
}

/** An operation has taken more time than it may. */
class TooMuchPlanning extends Error {
  override readonly name = 'TooMuchPlanning';
}

function readPlan(answer: PlanningAnswer): WrittenPlan {
  // The planner has written it.
  if (answer.kind === 'planned') return { plan: JSON.parse(answer.plan) as QueryPlan };
  throw new PlanningFailure(answer.kind === 'failed' ? answer.reason : 'The planning thread has started twice');
}

function isTooMuch(error: unknown): boolean {
  if (error instanceof TooMuchPlanning) return true;
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
