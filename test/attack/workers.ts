import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { KindResult } from './kinds/attack-kind.ts';

/** One batch of tables, for a worker to attack. */
export interface BatchOrder {
  /** The kind, by its name. */
  readonly kind: string;
  readonly seed: number;
  readonly isSwitchedOff: boolean;
}

/** What a worker tells when it has ended a batch: what that came to, or why it could not be attacked. */
export type BatchOutcome = { readonly result: KindResult } | { readonly problem: string };

/** A process that attacks one batch after another. */
export class AttackWorker implements AsyncDisposable {
  readonly #child: ChildProcess;

  /** @param serverUrl a server of PostgreSQL on which it may make databases. */
  constructor(serverUrl: string) {
    const script = fileURLToPath(new URL('./worker.ts', import.meta.url));
    // Results have maps, of which JSON knows nothing.
    this.#child = fork(script, [serverUrl], { serialization: 'advanced' });
  }

  /** @throws {Error} when the process ends instead; its message is on stderr. */
  async attack(order: BatchOrder): Promise<BatchOutcome> {
    const answered = new AbortController();
    const ended = once(this.#child, 'exit', { signal: answered.signal }).then(() => {
      throw new Error(`a worker ended while it attacked ${JSON.stringify(order)}`);
    });
    try {
      this.#child.send(order);
      // Our own process sends it.
      const [outcome] = (await Promise.race([once(this.#child, 'message'), ended])) as [BatchOutcome];
      return outcome;
    } finally {
      answered.abort();
      ended.catch(() => undefined);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.disconnect();
    await ended;
  }
}
