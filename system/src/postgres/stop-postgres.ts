import { setTimeout as delay } from 'node:timers/promises';
import { readPostmaster } from './postmaster-file.ts';
import { Problem } from '../problem.ts';
import { identifyProcess } from '../processes/process-identity.ts';
import { signalProcess, stopInSteps, type StopStep } from '../processes/stop-process.ts';

/**
 * PostgreSQL's own ways to stop: SIGINT ends sessions and writes everything out, SIGQUIT stops at once and recovers at the
 * next start. Source: PostgreSQL 18 documentation, 18.5 Shutting Down the Server.
 */
export const postgresStopSteps: readonly StopStep[] = [
  { signal: 'SIGINT', waitMs: 20_000 },
  { signal: 'SIGQUIT', waitMs: 5_000 },
  { signal: 'SIGKILL', waitMs: 5_000 },
];

/** How often to look whether a process that is not our child has ended, in milliseconds. */
const lookEveryMs = 50;

/**
 * Stops a PostgreSQL that a killed supervisor left running on the data in `folder`. Does nothing when none runs.
 *
 * Call it only with the lock of the data folder in hand: whatever runs there then has lost its supervisor.
 *
 * @throws {Problem} when it cannot be stopped.
 */
export async function stopOrphanedPostgres(folder: string): Promise<void> {
  const postmaster = readPostmaster(folder);
  if (postmaster === null) return;
  const { pid } = postmaster;
  const hasStopped = await stopInSteps({
    send: (signal) => {
      signalProcess(pid, signal);
    },
    ended: waitForEnd(pid),
    steps: postgresStopSteps,
  });
  if (!hasStopped)
    throw new Problem(`A PostgreSQL left by an earlier start (process ${pid}) does not stop. Stop it first.`);
}

/** Gives up with the last of the stop steps, so that a process that cannot be killed does not keep this one alive. */
async function waitForEnd(pid: number): Promise<void> {
  const identity = identifyProcess(pid);
  const looks = postgresStopSteps.reduce((total, step) => total + step.waitMs, 0) / lookEveryMs;
  for (let look = 0; look < looks && identity !== null && identifyProcess(pid) === identity; look += 1)
    await delay(lookEveryMs);
}
