import { setTimeout as wait } from 'node:timers/promises';
import { type Patience, startPatience } from '@boroughgraph/schema/process/patience.ts';

/** Whether an agency answers, as far as is known: `silent` is one that answered neither what it was asked nor whether it lives. */
export type PulseState = 'ANSWERS' | 'SILENT';

/** What a pulse needs to know. */
export interface PulseOptions {
  /** Asks the agency whether it lives. Never rejects, and says no where no answer comes. */
  readonly isHealthy: () => Promise<boolean>;
  /** Told of each change of the state, with the milliseconds for which the former one had lasted. @default nobody is told */
  readonly onChange?: ((state: PulseState, lastedMs: number) => void) | undefined;
  /** For an agency to give a sign of life while it is waited for. @default 1 s */
  readonly silenceMs?: number | undefined;
  /** Between two questions whether a silent agency is back. @default half a second */
  readonly probeMs?: number | undefined;
}

/** The slowest recorded operation takes less; and nobody who waits should wait much longer for an agency that is gone. */
const defaultSilenceMs = 1_000;
/** Fewer than the 2 seconds within which an agency that is back should be asked again. */
const defaultProbeMs = 500;

/**
 * Breaks the circuit to an agency that has stopped: a process that is paused keeps its port open, so that each request to it would wait
 * until its deadline. Where nothing at all has come from an agency for a while although it is waited for, it is asked whether it
 * lives; if it does not say so, all that wait are told at once, and so is who asks after them, until it says so again.
 *
 * That a question is slow says nothing of an agency: one that answers others, or that it lives, is waited for as before. So no caller
 * can break it with dear questions or short deadlines, which counting failures would allow.
 */
export class AgencyPulse {
  readonly #options: PulseOptions;
  readonly #closing = new AbortController();
  /** Aborted when the agency turns out to be silent; another one for each time. */
  #alive = new AbortController();
  #waiting = 0;
  #signs = 0;
  #state: PulseState = 'ANSWERS';
  #changedAtMs = performance.now();
  #listening: Patience | null = null;

  constructor(options: PulseOptions) {
    this.#options = options;
  }

  get state(): PulseState {
    return this.#state;
  }

  /** Milliseconds since the state is what it is. */
  get lastsMs(): number {
    return Math.round(performance.now() - this.#changedAtMs);
  }

  /**
   * What `ask` resolves with, which calls `onSign` whenever something comes from the agency; its signal is aborted when the agency turns
   * out to be silent.
   *
   * @throws what `ask` does; while the agency is silent, an error that says so, and `ask` is not called.
   */
  async whileAlive<T>(ask: (lifeline: AbortSignal, onSign: () => void) => Promise<T>): Promise<T> {
    if (this.#state === 'SILENT') throw silentError();
    this.#waiting += 1;
    this.#listen();
    try {
      return await ask(this.#alive.signal, () => {
        this.#signs += 1;
      });
    } finally {
      this.#waiting -= 1;
      if (this.#waiting === 0) this.#stopListening();
    }
  }

  /** Ends what it waits for. Safe to call twice. */
  close(): void {
    this.#closing.abort();
    this.#stopListening();
  }

  #stopListening(): void {
    this.#listening?.stop();
    this.#listening = null;
  }

  /** Waits for a sign of life as long as somebody waits for the agency. */
  #listen(): void {
    if (this.#listening !== null || this.#closing.signal.aborted) return;
    const signs = this.#signs;
    const listening = startPatience(this.#options.silenceMs ?? defaultSilenceMs, () => {
      if (this.#signs === signs) void this.#ask(listening);
      else this.#listenAnew(listening);
    });
    this.#listening = listening;
  }

  #listenAnew(listening: Patience): void {
    if (this.#listening !== listening) return;
    this.#listening = null;
    if (this.#waiting > 0) this.#listen();
  }

  async #ask(listening: Patience): Promise<void> {
    const signs = this.#signs;
    const isAlive = (await this.#options.isHealthy()) || this.#signs > signs;
    if (isAlive || this.#waiting === 0) this.#listenAnew(listening);
    else await this.#waitUntilBack();
  }

  async #waitUntilBack(): Promise<void> {
    this.#stopListening();
    this.#change('SILENT');
    this.#alive.abort(silentError());
    this.#alive = new AbortController();
    for (;;) {
      await wait(this.#options.probeMs ?? defaultProbeMs, undefined, { ref: false });
      if (this.#closing.signal.aborted) return;
      if (await this.#options.isHealthy()) break;
    }
    this.#change('ANSWERS');
  }

  #change(state: PulseState): void {
    const lastedMs = this.lastsMs;
    this.#state = state;
    this.#changedAtMs = performance.now();
    this.#options.onChange?.(state, lastedMs);
  }
}

const silentError = () => new Error('The agency gives no sign of life');
