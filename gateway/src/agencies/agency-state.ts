import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Lease } from '@boroughgraph/schema/caching/lease.ts';
import type { StateAnswer, StateQuestion } from '@boroughgraph/schema/wire/state-lease.ts';

/** How an agency is asked for its state. */
export interface AgencyStateOptions {
  /** Asks it for a lease, or to be told of a change. Rejects where no answer comes. */
  readonly ask: (question: StateQuestion) => Promise<StateAnswer>;
  /** Asks it for the state by which it would answer now; null where it does not say. Never rejects. */
  readonly readNow: () => Promise<string | null>;
}

/** After a question that was not answered the next waits so long, in milliseconds. */
const restMs = 1_000;

/**
 * By which state of its catalogue an agency answers: leased for some seconds at a time while somebody wants to know, with a question that
 * waits for changes beside; asked for where nothing is leased. A state that is told holds for whoever has asked after that.
 */
export class AgencyState {
  readonly #options: AgencyStateOptions;
  readonly #holder = randomUUID();
  readonly #lease: Lease<string>;
  readonly #closing = new AbortController();
  #isWatching = false;
  /** The run of the agency's server whose changes are counted. */
  #server: string | null = null;

  constructor(options: AgencyStateOptions) {
    this.#options = options;
    this.#lease = new Lease({
      ask: async (acknowledged) => {
        const { heldMs, change, catalogue } = await this.#ask(acknowledged, false);
        return catalogue === null ? { heldMs: 0, change, value: '' } : { heldMs, change, value: catalogue };
      },
    });
  }

  /** The state where it is held; null where it would have to be asked for. Never throws. */
  get held(): string | null {
    void this.#watch();
    return this.#lease.current;
  }

  /** The state, held or asked for; null where the agency does not say it. Never rejects. */
  async now(): Promise<string | null> {
    return this.held ?? this.#options.readNow();
  }

  /** Holds nothing from now on. Safe to call twice. */
  close(): void {
    this.#closing.abort();
    this.#lease.close();
  }

  /** What another run of the agency's server answers is its word that there is a change, and nothing else. */
  async #ask(acknowledged: number, waits: boolean): Promise<StateAnswer> {
    const answer = await this.#options.ask({ holder: this.#holder, server: this.#server, acknowledged, waits });
    if (answer.server === this.#server) return answer;
    this.#server = answer.server;
    this.#lease.reset();
    return { ...answer, heldMs: 0, catalogue: null };
  }

  /** Waits for changes as long as something is held: that makes whoever changes something wait for milliseconds in place of seconds. */
  async #watch(): Promise<void> {
    if (this.#isWatching) return;
    this.#isWatching = true;
    const { signal } = this.#closing;
    try {
      do {
        const { acknowledged } = this.#lease;
        const askedAtMs = performance.now();
        const { change } = await this.#ask(acknowledged, true);
        if (change > acknowledged) await this.#lease.acknowledge(change);
        else if (performance.now() - askedAtMs < restMs) throw new Error('The agency lets nobody wait');
      } while (!signal.aborted && this.#lease.leftMs > 0);
    } catch {
      // It is away, or has begun anew: what is held ends by itself.
      await wait(restMs, undefined, { ref: false, signal }).catch(() => undefined);
    } finally {
      this.#isWatching = false;
    }
  }
}
