import { setTimeout as delay } from 'node:timers/promises';

/** What somebody innocent saw while others attacked. */
export interface ProbeResult {
  readonly asked: number;
  /** What was wrong with answers, if anything. */
  readonly failures: readonly string[];
  /** Milliseconds that 99 of 100 answers took at most. */
  readonly p99Ms: number;
  readonly worstMs: number;
}

/** Ten times a second, whether the last answer has come or not. */
const everyMs = 100;
const query = '{ borough(code: "E09000012") { name } }';

/** Asks a gateway an innocent question ten times a second until it is stopped. */
export class Probe {
  readonly #url: string;
  readonly #ended = new AbortController();
  readonly #times: number[] = [];
  readonly #failures: string[] = [];
  readonly #running: Promise<void>;

  constructor(url: string) {
    this.#url = url;
    this.#running = this.#run();
  }

  /** Waits for the answers that are still to come. */
  async stop(): Promise<ProbeResult> {
    this.#ended.abort();
    await this.#running;
    const times = this.#times.toSorted((one, other) => one - other);
    return {
      asked: times.length,
      failures: this.#failures,
      p99Ms: times[Math.floor(times.length * 0.99)] ?? 0,
      worstMs: times.at(-1) ?? 0,
    };
  }

  async #run(): Promise<void> {
    const asked: Promise<void>[] = [];
    while (!this.#ended.signal.aborted) {
      asked.push(this.#ask());
      await delay(everyMs, undefined, { signal: this.#ended.signal }).catch(() => undefined);
    }
    await Promise.all(asked);
  }

  async #ask(): Promise<void> {
    const startedAt = performance.now();
    try {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(this.#url, { method: 'POST', headers, body: JSON.stringify({ query }) });
      const text = await response.text();
      if (text.trim() !== '{"data":{"borough":{"name":"Hackney"}}}') this.#failures.push(text.slice(0, 200));
    } catch (error) {
      this.#failures.push(String(error));
    }
    this.#times.push(performance.now() - startedAt);
  }
}
