import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { readFamily } from '../cpu.ts';
import type { Checkout } from './checkout.ts';

/** A script of a checkout, as its user starts it: `npm start`. It runs in a process group of its own, which Ctrl-C here does not reach. */
export interface NpmScript extends AsyncDisposable {
  /** The process of npm, above all others. */
  readonly pid: number;
  /** Everything that it has written until now, both streams together. */
  readonly output: () => string;
  /** Resolves when it has written `text`; rejects when it ends before, or takes longer than two minutes. */
  readonly waitFor: (text: string) => Promise<undefined>;
  /** Resolves with its exit code when it has ended, null where a signal ended it. */
  readonly ended: Promise<number | null>;
}

/** What is run. */
export interface NpmRequest {
  readonly checkout: Checkout;
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** What still runs when the measurement ends, however it ends, is stopped by it. */
  readonly held: AsyncDisposableStack;
}

/** What a script gets of the variables of this process: not those by which npm, Node or PostgreSQL would behave otherwise than for a user. */
const passedOn = ['PATH', 'HOME', 'USER', 'LANG', 'TMPDIR'];
/** Milliseconds for the slowest start: a cold one on a small machine that has other work. */
const waitMs = 120_000;
/** Milliseconds after which a script that was told to stop is killed with all that it started; servers drain for five seconds. */
const stopMs = 20_000;

/**
 * Starts a script; it is stopped as Ctrl-C would stop it, if it still runs, when it is disposed of.
 *
 * @throws when what holds it has let go already.
 */
export function startNpmScript({ checkout, environment, held, ...request }: NpmRequest): NpmScript {
  if (held.disposed) throw new Error('the measurement is over');
  const passed = passedOn.map((name) => [name, process.env[name]] as const);
  const child = spawn('npm', [...request.arguments], {
    cwd: checkout.folder,
    // npm would otherwise ask its registry now and then whether it is the newest.
    env: { ...Object.fromEntries(passed), npm_config_update_notifier: 'false', ...environment },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  const { pid } = child;
  if (pid === undefined) throw new Error('npm could not be started');
  const ended = once(child, 'close').then(() => child.exitCode);
  return held.use({
    pid,
    output: () => output,
    waitFor: (text) => waitForText(child, text, () => output),
    ended,
    [Symbol.asyncDispose]: () => stop(pid, ended),
  });
}

function waitForText(child: ChildProcess, text: string, output: () => string): Promise<undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  const fail = (what: string) => () => {
    reject(new Error(`${what} before it said "${text}":\n${output()}`));
  };
  const timer = setTimeout(fail(`${waitMs / 1000} s went by`), waitMs);
  child.once('close', fail('it ended'));
  child.stdout?.on('data', () => {
    if (output().includes(text)) resolve(undefined);
  });
  return promise.finally(() => {
    clearTimeout(timer);
  });
}

async function stop(pid: number, ended: Promise<unknown>): Promise<void> {
  const family = readFamily(pid);
  send(-pid, 'SIGINT');
  const waiting = new AbortController();
  const isOver = await Promise.race([
    ended.then(() => true),
    delay(stopMs, false, { signal: waiting.signal }).catch(() => false),
  ]);
  waiting.abort();
  if (isOver) return;
  for (const member of family) send(member.pid, 'SIGKILL');
  await ended;
}

/** A process or, with a negative number, a group that has ended needs no signal. */
function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    return;
  }
}
