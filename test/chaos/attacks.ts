import { setTimeout as delay } from 'node:timers/promises';
import type { SystemProcess } from './system-processes.ts';

/** One way to harm a process. */
export interface Attack {
  readonly name: string;
  /** Does it, and resolves when the process is let alone again: it may have to be started anew then. */
  readonly harm: (target: SystemProcess) => Promise<void>;
}

/** For how long a process is stopped or slow, in milliseconds: longer than its absence is hidden by patience. */
const harmMs = 3_000;
/** A slow process runs for this share of the time. */
const slowRunMs = 10;
const slowStopMs = 90;

export const attacks: readonly Attack[] = [
  { name: 'killed', harm: (target) => end(target, 'SIGKILL') },
  { name: 'paused', harm: pause },
  { name: 'slowed', harm: slow },
  { name: 'restarted', harm: (target) => end(target, target.name === 'postgres' ? 'SIGINT' : 'SIGTERM') },
];

async function end({ pid }: SystemProcess, signal: NodeJS.Signals): Promise<void> {
  const before = pid();
  send(before, signal);
  // The same number, or none, until it has ended and another has been started.
  while (pid() === before || pid() === null) await delay(20);
}

async function pause(target: SystemProcess): Promise<void> {
  const paused = target.allPids();
  sendAll(paused, 'SIGSTOP');
  await delay(harmMs);
  sendAll(paused, 'SIGCONT');
}

async function slow(target: SystemProcess): Promise<void> {
  for (const end = performance.now() + harmMs; performance.now() < end;) {
    const slowed = target.allPids();
    sendAll(slowed, 'SIGSTOP');
    await delay(slowStopMs);
    sendAll(slowed, 'SIGCONT');
    await delay(slowRunMs);
  }
}

function sendAll(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids) send(pid, signal);
}

function send(pid: number | null, signal: NodeJS.Signals): void {
  if (pid === null) return;
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended already.
  }
}
