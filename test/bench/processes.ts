import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** A Node program that runs beside the benchmark until it is disposed of. */
export interface RunningProcess extends AsyncDisposable {
  /** What messages about it call it. */
  readonly name: string;
  readonly child: ChildProcess;
  readonly pid: number;
  /** What it has written to its standard error, and to its output. */
  readonly output: () => string;
}

/** What is run, and how. */
export interface ProgramOptions {
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

/** Ends the program when this process is gone, however it went, and finds its modules as the system does. */
const preloaded = ['exit-with-parent.ts', 'quick-imports.ts'].flatMap((file) => [
  '--import',
  new URL(`../../system/src/processes/${file}`, import.meta.url).href,
]);
/** Milliseconds that a program may take to start; the slowest peer takes five seconds alone on a small machine. */
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
    execArgv: [...preloaded, ...flags],
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
    name,
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
export async function nextMessage(program: RunningProcess): Promise<unknown> {
  return messageBefore(program, []);
}

/**
 * The message with which the program says that it has started.
 *
 * @throws when it ends first or says nothing for `timeoutMs`, with what it wrote; it is stopped then.
 */
export async function firstMessage(program: RunningProcess, timeoutMs = startTimeoutMs): Promise<unknown> {
  const waiting = new AbortController();
  const tooLong = delay(timeoutMs, undefined, { signal: waiting.signal }).then((): never => {
    throw new Error(`${program.name} said nothing for ${timeoutMs / 1000} s: ${program.output()}`);
  });
  return orStopped(program, messageBefore(program, [tooLong])).finally(() => {
    waiting.abort();
  });
}

/**
 * Resolves when `url` answers that all is well.
 *
 * @throws when the program ends first or takes longer than a minute, with what it wrote; it is stopped then.
 */
export function waitUntilServed(program: RunningProcess, url: string): Promise<void> {
  return orStopped(program, lookUntilServed(program, url));
}

/** The path of a file of this project, named from its root. */
export function projectFile(name: string): string {
  return fileURLToPath(new URL(`../../${name}`, import.meta.url));
}

async function messageBefore(program: RunningProcess, others: readonly Promise<never>[]): Promise<unknown> {
  const { name, child, output } = program;
  const waiting = new AbortController();
  const { signal } = waiting;
  // Not "exit", after which what it wrote last may still be under way.
  const closed = hasEnded(child) ? Promise.resolve() : once(child, 'close', { signal });
  const ended = closed.then((): never => {
    throw new Error(`${name} ended: ${output()}`);
  });
  try {
    const message: unknown[] = await Promise.race([once(child, 'message', { signal }), ended, ...others]);
    return message[0];
  } finally {
    waiting.abort();
  }
}

async function lookUntilServed(program: RunningProcess, url: string): Promise<void> {
  const end = Date.now() + startTimeoutMs;
  let isClosed = hasEnded(program.child);
  program.child.once('close', () => {
    isClosed = true;
  });
  while (Date.now() < end && !isClosed) {
    if (await isServed(url)) return;
    await delay(lookEveryMs);
  }
  throw new Error(`${program.name} does not serve ${url}: ${program.output()}`);
}

async function isServed(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(lookEveryMs * 20) });
    await response.bytes();
    return response.ok;
  } catch {
    return false;
  }
}

async function orStopped<T>(program: RunningProcess, started: Promise<T>): Promise<T> {
  try {
    return await started;
  } catch (error) {
    await program[Symbol.asyncDispose]();
    throw error;
  }
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

async function stop(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const killing = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs);
  await ended;
  clearTimeout(killing);
}
