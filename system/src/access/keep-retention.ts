import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync, writeFileSync } from 'node:fs';
import type { Environment } from '@boroughgraph/schema/process/environment.ts';
import { signalProcess } from '../processes/stop-process.ts';

/** How what is held for too long is looked for while the system runs. */
export interface RetentionKeeping {
  /** The file whose last change is when it was last done; made where there is none, so that the first time is `hours` later. */
  readonly mark: string;
  readonly hours: number;
  /** What Node is given to do it. */
  readonly program: readonly string[];
  readonly environment: Environment;
  /** Told each line that the program says. */
  readonly log: (line: string) => void;
  /** Milliseconds after which it is looked again whether it is time. @default ten minutes */
  readonly lookMs?: number;
}

const tenMinutesMs = 600_000;
const hourMs = 3_600_000;

/**
 * Runs the program of retention in a process of its own whenever it is due, for as long as the system runs. A machine that was off, or asleep,
 * catches up with the next look; a run that fails is tried again by the next. Disposing waits for a run that goes on, which is ended.
 */
export function keepRetention(keeping: RetentionKeeping): AsyncDisposable {
  const { mark, lookMs = tenMinutesMs } = keeping;
  if (lastChangeOf(mark) === null) writeFileSync(mark, '');
  const ending = new AbortController();
  let running: Promise<void> | null = null;
  const look = () => {
    if (running !== null || !isDue(keeping, Date.now())) return;
    running = runOnce(keeping, ending.signal).finally(() => (running = null));
  };
  const timer = setInterval(look, lookMs);
  timer.unref();
  look();
  return {
    [Symbol.asyncDispose]: async () => {
      clearInterval(timer);
      ending.abort();
      await running;
    },
  };
}

function isDue({ mark, hours }: RetentionKeeping, now: number): boolean {
  return now - (lastChangeOf(mark) ?? 0) >= hours * hourMs;
}

function lastChangeOf(mark: string): number | null {
  return statSync(mark, { throwIfNoEntry: false })?.mtimeMs ?? null;
}

/** Never rejects: what goes wrong is told, and the next look tries again. */
async function runOnce({ mark, program, environment, log }: RetentionKeeping, signal: AbortSignal): Promise<void> {
  // A group of its own: Ctrl-C reaches the supervisor alone.
  const child = spawn(process.execPath, program, {
    env: environment,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = () => {
    if (child.pid !== undefined) signalProcess(-child.pid, 'SIGTERM');
  };
  signal.addEventListener('abort', end, { once: true });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const exitCode = await once(child, 'close').then(
    ([code]) => code as number | null,
    (error: unknown) => String(error),
  );
  signal.removeEventListener('abort', end);
  if (signal.aborted) return;
  for (const line of said.split('\n').filter((each) => each !== '')) log(line);
  if (exitCode === 0) writeFileSync(mark, '');
  else log('What is held for too long could not be deleted whole; it is tried again.');
}
