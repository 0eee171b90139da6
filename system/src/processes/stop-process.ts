import { setTimeout as delay } from 'node:timers/promises';

/** A signal and how long it is given to work before the next, in milliseconds. */
export interface StopStep {
  readonly signal: NodeJS.Signals;
  readonly waitMs: number;
}

/** What is to be stopped, and how. */
export interface StopRequest {
  /** Sends a signal; must not throw when the process has ended. */
  readonly send: (signal: NodeJS.Signals) => void;
  /** Resolves when the process has ended. */
  readonly ended: Promise<unknown>;
  readonly steps: readonly StopStep[];
  /** When it aborts, only the last step remains. @default never */
  readonly hurry?: AbortSignal | undefined;
}

/** Sends one signal after the other until the process has ended. False when it outlived the last one. Never rejects. */
export async function stopInSteps({ send, ended, steps, hurry }: StopRequest): Promise<boolean> {
  for (const [index, { signal, waitMs }] of steps.entries()) {
    const isLast = index === steps.length - 1;
    if (!isLast && hurry?.aborted === true) continue;
    send(signal);
    if (await endsWithin(ended, waitMs, isLast ? undefined : hurry)) return true;
  }
  return false;
}

/** Sends a signal to a process that may have ended already. Never throws for that. */
export function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended, which is what the signal was for.
  }
}

async function endsWithin(ended: Promise<unknown>, waitMs: number, hurry?: AbortSignal): Promise<boolean> {
  const timer = new AbortController();
  const signal = hurry === undefined ? timer.signal : AbortSignal.any([timer.signal, hurry]);
  const timeout = delay(waitMs, false, { signal }).catch(() => false);
  const hasEnded = await Promise.race([ended.then(() => true), timeout]);
  timer.abort();
  return hasEnded;
}
