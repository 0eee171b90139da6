import { Worker } from 'node:worker_threads';
import { maxNewPlanningMb, maxPlanningMb } from '../limits.ts';
import type { PlanningAnswer, PlanningOrder } from './planning-messages.ts';

/** A thread that plans operations, one at a time. */
export interface PlanningThread {
  /** Resolves when it takes operations; rejects when it cannot be started, which a supergraph that is not valid may cause. */
  readonly ready: Promise<void>;
  /** Resolves with what became of one operation; rejects when the thread ends before. Call it when it has nothing else to do. */
  readonly plan: (operation: string) => Promise<PlanningAnswer>;
  /** How much processor time it has taken since it was started, in milliseconds; told whatever it does. Rejects when it has ended. */
  readonly cpuMs: () => Promise<number>;
  /** Ends it at once, whatever it does. Safe to call twice. */
  readonly stop: () => Promise<void>;
}

/** Starts a thread that plans by a supergraph. */
export type StartPlanningThread = (supergraphSdl: string) => PlanningThread;

/** Starts a thread that plans by `supergraphSdl`. */
export function startPlanningThread(supergraphSdl: string): PlanningThread {
  const worker = new Worker(new URL('./planning-worker.ts', import.meta.url), {
    workerData: { supergraphSdl } satisfies PlanningOrder,
    resourceLimits: { maxOldGenerationSizeMb: maxPlanningMb, maxYoungGenerationSizeMb: maxNewPlanningMb },
    // What is loaded before the gateway's own code, for example to profile it, is for its first thread.
    execArgv: [],
  });
  // The server keeps the process running, not this.
  worker.unref();
  let hasEnded = false;
  worker.once('exit', () => {
    hasEnded = true;
  });
  // Whoever waits is told; where nobody does, it must not end the process.
  worker.on('error', () => undefined);
  const next = (): Promise<PlanningAnswer> => waitForAnswer(worker);
  const ready = next().then(() => undefined);
  // Nobody may be waiting yet.
  ready.catch(() => undefined);
  return {
    ready,
    plan: async (operation) => {
      if (hasEnded) throw new Error(endedEarly);
      worker.postMessage(operation);
      return next();
    },
    cpuMs: async () => {
      const { user, system } = await worker.cpuUsage();
      return (user + system) / microsecondsPerMillisecond;
    },
    stop: async () => {
      await worker.terminate();
    },
  };
}

const microsecondsPerMillisecond = 1_000;

const endedEarly = 'The planning thread has ended';

function waitForAnswer(worker: Worker): Promise<PlanningAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<PlanningAnswer>();
  const onExit = (): void => {
    reject(new Error(endedEarly));
  };
  worker.once('message', resolve);
  worker.once('error', reject);
  worker.once('exit', onExit);
  return promise.finally(() => {
    worker.off('message', resolve);
    worker.off('error', reject);
    worker.off('exit', onExit);
  });
}
