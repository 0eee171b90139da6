import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** A Node program that runs beside the benchmark until it is disposed of. */
export interface RunningProcess extends AsyncDisposable {
  readonly child: ChildProcess;
  readonly pid: number;
  /** What it has written to its standard error, and to its output. */
  readonly output: () => string;
}

/** What is run, and how. */
export interface ProgramOptions {
  /** What messages about it call it. */
  readonly name: string;
  /** Path of the file. */
  readonly script: string;
  readonly arguments?: readonly string[];
  /** Variables that are set besides those of this process; undefined takes one away. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Flags of Node. */
  readonly flags?: readonly string[];
  readonly folder?: string;
}

/** How `npm start` runs its programs: what keeps their memory small is part of how fast they are. */
export const systemFlags: readonly string[] = ['--max-semi-space-size=8', '--max-old-space-size=512'];

/** Ends the program when this process is gone, however it went. */
const exitWithParent = new URL('../../system/src/exit-with-parent.ts', import.meta.url).href;
/** Milliseconds that a program may take to serve; the slowest peer takes five seconds alone on a small machine. */
const startTimeoutMs = 60_000;
/** Milliseconds between two looks whether a program serves. */
const lookEveryMs = 50;
/** Milliseconds after which a program that does not stop is killed. */
const stopTimeoutMs = 6_000;
/** Characters of a program's output that are kept. */
const keptOutput = 20_000;

/** Starts a Node program; it may not serve yet. */
export function startProgram({
  name,
  script,
  environment,
  flags = [],
  folder,
  ...options
}: ProgramOptions): RunningProcess {
  const child = fork(script, [...(options.arguments ?? [])], {
    env: { ...process.env, ...environment },
    execArgv: ['--import', exitWithParent, ...flags],
    ...(folder === undefined ? {} : { cwd: folder }),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'advanced',
  });
  let written = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      written = (written + chunk.toString()).slice(-keptOutput);
    });
  if (child.pid === undefined) throw new Error(`${name} could not be started`);
  return {
    child,
    pid: child.pid,
    output: () => written,
    [Symbol.asyncDispose]: () => stop(child),
  };
}

/**
 * The next message that the program sends.
 *
 * @throws when it ends first, with what it wrote.
 */
export async function nextMessage(name: string, program: RunningProcess): Promise<unknown> {
  const waiting = new AbortController();
  const { signal } = waiting;
  try {
    const message: unknown[] = await Promise.race([
      once(program.child, 'message', { signal }),
      once(program.child, 'exit', { signal }).then(() => {
        throw new Error(`${name} ended: ${program.output()}`);
      }),
    ]);
    return message[0];
  } finally {
    waiting.abort();
  }
}

/**
 * Resolves when `url` answers at all.
 *
 * @throws when the program ends first or takes longer than a minute, with what it wrote.
 */
export async function waitUntilServed(name: string, program: RunningProcess, url: string): Promise<void> {
  const end = Date.now() + startTimeoutMs;
  while (Date.now() < end && program.child.exitCode === null) {
    const isServed = await fetch(url, { signal: AbortSignal.timeout(lookEveryMs * 20) }).then(
      async (response) => {
        await response.bytes();
        return true;
      },
      () => false,
    );
    if (isServed) return;
    await delay(lookEveryMs);
  }
  throw new Error(`${name} does not serve ${url}: ${program.output()}`);
}

/** A port of 127.0.0.1 on which nothing listens now. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('a server listens, but not on a port');
  return address.port;
}

/** The path of a file of this project, named from its root. */
export function projectFile(name: string): string {
  return fileURLToPath(new URL(`../../${name}`, import.meta.url));
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const killing = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs);
  await ended;
  clearTimeout(killing);
}
