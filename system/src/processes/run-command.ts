import { spawn } from 'node:child_process';
import { signalProcess } from './stop-process.ts';

/** A program to run, and as whom. */
export interface Command {
  readonly file: string;
  readonly arguments: readonly string[];
  /** User and group to run as. @default those of this process */
  readonly account?: { readonly uid: number; readonly gid: number } | undefined;
}

/** How a program ended: its exit code, null when a signal or a failed start ended it, and what it wrote, both streams together. */
export interface CommandResult {
  readonly exitCode: number | null;
  readonly output: string;
}

/**
 * Runs a program to its end in a process group of its own, so that Ctrl-C reaches this process alone.
 *
 * A program that cannot be started is a result with the reason as its output; never rejects. When `signal` aborts, the
 * program is killed with all that it started.
 */
export function runCommand(command: Command, signal?: AbortSignal): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(command.file, command.arguments, {
      ...command.account,
      env: describeEnvironment(),
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const killGroup = (): void => {
      // With what it has started itself: initdb runs PostgreSQL, which would go on writing.
      if (child.pid !== undefined) signalProcess(-child.pid, 'SIGKILL');
    };
    signal?.addEventListener('abort', killGroup, { once: true });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', (error) => {
      resolve({ exitCode: null, output: error.message });
    });
    child.once('close', (exitCode) => {
      signal?.removeEventListener('abort', killGroup);
      resolve({ exitCode, output });
    });
  });
}

/** Little of ours: variables such as PGPORT or PGTZ would change what PostgreSQL does, and it needs none of our secrets. */
export function describeEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LC_ALL: 'C' };
}
