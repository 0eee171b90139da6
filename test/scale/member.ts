import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** One of the processes that answer. */
export interface Member extends AsyncDisposable {
  readonly name: string;
  readonly port: number;
  /** Resolves when it can answer. Rejects, with what it has said, where it ends or never can. */
  readonly ready: () => Promise<void>;
  /** Lets it answer what it has been asked, and resolves when it has ended. */
  readonly stop: () => Promise<void>;
  /** Starts it again after that, at the same place. */
  readonly start: () => void;
  /** The lines of its log since this was asked last that warn of something, some thousands of characters at most. */
  readonly warnings: () => readonly string[];
  /** The processor time that it has taken since it was started, in milliseconds. */
  readonly cpuMs: () => number;
}

/** How a member is started. */
export interface MemberOptions {
  readonly name: string;
  readonly script: string;
  readonly port: number;
  readonly environment: NodeJS.ProcessEnv;
}

/** Milliseconds that a start may take while all others start. */
const readyMs = 120_000;
/** How Linux counts processor time: a hundred times a second. Source: proc(5), sysconf(_SC_CLK_TCK). */
const tickMs = 10;

/** Starts a program of Node as one of several of its kind. */
export function startMember({ name, script, port, environment }: MemberOptions): Member {
  let said = '';
  let child = spawnIt();
  function spawnIt(): ChildProcess {
    const env = { ...environment, PORT: String(port) };
    const started = spawn(process.execPath, [script], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [started.stdout, started.stderr])
      stream.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-5_000)));
    return started;
  }
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
  return {
    name,
    port,
    ready: async () => {
      for (const end = Date.now() + readyMs; !(await isReady(port));) {
        if (child.exitCode !== null || Date.now() > end) throw new Error(`${name} does not answer:\n${said}`);
        await delay(50);
      }
    },
    stop,
    start: () => {
      child = spawnIt();
    },
    warnings: () => {
      const lines = said.split('\n').filter((line) => line.includes('"level":40') || line.includes('"level":50'));
      said = '';
      return lines;
    },
    cpuMs: () => cpuMsOf(child.pid ?? 0),
    [Symbol.asyncDispose]: stop,
  };
}

async function isReady(port: number): Promise<boolean> {
  const signal = AbortSignal.timeout(1_000);
  const response = await fetch(`http://127.0.0.1:${port}/ready`, { signal }).catch(() => null);
  return response?.status === 200;
}

/** In its own code and in the kernel for it. Source: proc(5), /proc/pid/stat, utime and stime. */
function cpuMsOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * tickMs;
}
