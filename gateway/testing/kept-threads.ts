import { type PlanningThread, startPlanningThread } from '../src/planning/planning-thread.ts';

interface KeptThread {
  readonly supergraphSdl: string;
  readonly thread: PlanningThread;
}

/** Those that nobody uses at the moment; the one that was used last comes last. */
const idle: KeptThread[] = [];
/** A gateway uses two, and test files go to and fro between the whole graph and one of fixtures. */
const mostIdle = 4;

/**
 * A planning thread as `startPlanningThread` starts it, or one with which another gateway of this process has ended: what it loads and
 * works out before its first plan is the dearest part of a gateway's start. One that is stopped at work ends; every other waits
 * for the next gateway over the same supergraph, and ends with the process.
 */
export function startKeptThread(supergraphSdl: string): PlanningThread {
  const at = idle.findIndex((kept) => kept.supergraphSdl === supergraphSdl);
  const [found] = at === -1 ? [] : idle.splice(at, 1);
  return lend(found ?? { supergraphSdl, thread: startPlanningThread(supergraphSdl) });
}

function lend(kept: KeptThread): PlanningThread {
  const { thread } = kept;
  let [isAtRest, isGivenBack] = [true, false];
  thread.ready.catch(() => {
    isAtRest = false;
  });
  return {
    ready: thread.ready,
    cpuMs: thread.cpuMs,
    plan: async (operation) => {
      if (isGivenBack) throw new Error('The planning thread has ended');
      isAtRest = false;
      const answer = await thread.plan(operation);
      isAtRest = true;
      return answer;
    },
    stop: async () => {
      if (isGivenBack) return;
      isGivenBack = true;
      await (isAtRest ? keep(kept) : thread.stop());
    },
  };
}

async function keep(kept: KeptThread): Promise<void> {
  idle.push(kept);
  if (idle.length > mostIdle) await idle.shift()?.thread.stop();
}
