import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { readReadyPort } from '@boroughgraph/schema/process/ready-message.ts';
import { stopWaitMs } from '@boroughgraph/schema/wire/deadlines.ts';
import { chooseRestartDelay, failureWindowMs } from './restart-delay.ts';
import { stopInSteps, type StopStep } from './stop-process.ts';

/** A program that the system keeps running. */
export interface ServiceOptions {
  /** What its lines are marked with. */
  readonly name: string;
  /** The file that Node runs; it sends its parent a `ReadyMessage` when it serves. */
  readonly script: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Flags of Node that bound its memory. @default those of a server by itself */
  readonly memoryFlags?: readonly string[];
  /** Takes each line that the program writes and each that tells of its end. */
  readonly log: (line: string) => void;
}

type ServiceState =
  | { readonly kind: 'running'; readonly child: ChildProcess; readonly ended: Promise<unknown> }
  | { readonly kind: 'waiting'; readonly timer: NodeJS.Timeout }
  | { readonly kind: 'stopped' };

/** The servers give their last requests less time than that, and end then by themselves. */
const stopSteps: readonly StopStep[] = [
  { signal: 'SIGTERM', waitMs: stopWaitMs },
  { signal: 'SIGKILL', waitMs: 5_000 },
];

/** Preloaded into every child; see there. What comes later is asked for a module first: none is remembered that is found as quickly. */
const preloaded = ['./remembered-imports.ts', './quick-imports.ts', './exit-with-parent.ts'].map(
  (file) => new URL(file, import.meta.url).href,
);
/**
 * V8 otherwise lets a process on a machine with much memory grow to twice what it uses before it collects: with these, each
 * stays near 200 MB from the first hundred requests on (test/bench/memory.ts). With half the space for what is new, wide
 * answers cost the agencies up to a third more, since they collect more often. A page of 2,000 series takes a quarter of the
 * upper limit.
 */
export const memoryFlags: readonly string[] = ['--max-semi-space-size=16', '--max-old-space-size=512'];

/**
 * Keeps one program running: started again, after a growing wait, whenever it ends by itself.
 *
 * It runs in a process group of its own, so that Ctrl-C reaches the supervisor alone, which then stops things in order.
 */
export class Service {
  /** Resolves with the port when the program first serves, or with null when its first process ended before. Never rejects. */
  readonly started: Promise<number | null>;
  readonly name: string;
  readonly #options: ServiceOptions;
  #failedAt: readonly number[] = [];
  readonly #hasStarted: (port: number | null) => void;
  #state: ServiceState;

  constructor(options: ServiceOptions) {
    const { promise, resolve } = Promise.withResolvers<number | null>();
    this.name = options.name;
    this.started = promise;
    this.#hasStarted = resolve;
    this.#options = options;
    this.#state = this.#launch();
  }

  /** Stops it for good; at once when `hurry` aborts. Never rejects. */
  async stop(hurry?: AbortSignal): Promise<void> {
    const state = this.#state;
    this.#state = { kind: 'stopped' };
    this.#hasStarted(null);
    switch (state.kind) {
      case 'running': {
        const { child, ended } = state;
        await stopInSteps({ send: (signal) => child.kill(signal), ended, steps: stopSteps, hurry });
        return;
      }
      case 'waiting':
        clearTimeout(state.timer);
        return;
      case 'stopped':
        return;
      default:
        return state satisfies never;
    }
  }

  #launch(): ServiceState {
    const { script, environment, log, memoryFlags: flags = memoryFlags } = this.#options;
    const child = fork(script, {
      // Decided here, whatever the shell says: libraries otherwise make checks that are for their own development.
      env: { ...environment, NODE_ENV: 'production' },
      execArgv: [...preloaded.flatMap((url) => ['--import', url]), ...flags],
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [child.stdout, child.stderr])
      if (stream !== null) createInterface({ input: stream }).on('line', log);
    child.on('message', (message) => {
      const port = readReadyPort(message);
      if (port !== null) this.#hasStarted(port);
    });
    // `once` rejects when the program cannot be started at all, which is an end, too.
    const ended = once(child, 'exit').catch((error: unknown) => [String(error)]);
    void ended.then(([code, signal]) => {
      this.#restart(String(signal ?? code));
    });
    return { kind: 'running', child, ended };
  }

  #restart(reason: string): void {
    if (this.#state.kind === 'stopped') return;
    this.#hasStarted(null);
    const now = Date.now();
    this.#failedAt = [...this.#failedAt.filter((time) => now - time < failureWindowMs), now];
    const delayMs = chooseRestartDelay(this.#failedAt.length);
    this.#options.log(`ended by itself (${reason}); starting it again in ${delayMs / 1000} s`);
    this.#state = {
      kind: 'waiting',
      timer: setTimeout(() => {
        this.#state = this.#launch();
      }, delayMs),
    };
  }
}
