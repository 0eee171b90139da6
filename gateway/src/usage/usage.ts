import { randomBytes } from 'node:crypto';
import type { OperationUse } from './operation-use.ts';
import { UsageCounter } from './usage-counts.ts';
import { removeOldUsage, writeUsage } from './usage-files.ts';

/** How much is lost at most when a gateway ends without having been told to. */
const writeEveryMs = 60_000;

/** How usage is recorded. */
export interface UsageOptions {
  readonly folder: string;
  /** Told of what cannot be written; it is written with the next. */
  readonly onError: (error: unknown) => void;
  /** @default a minute */
  readonly everyMs?: number;
  /** @default the clock */
  readonly now?: () => Date;
}

/** Counts what is asked of a gateway, and writes it down, a file a day. Who asks does not wait for it, and never fails by it. */
export class Usage {
  readonly #options: UsageOptions;
  // Several gateways may write to one folder.
  readonly #writer = randomBytes(6).toString('hex');
  readonly #timer: NodeJS.Timeout;
  #day: string;
  #counter = new UsageCounter();
  #written = 0;
  #writing = Promise.resolve();

  constructor(options: UsageOptions) {
    this.#options = options;
    this.#day = this.#today();
    this.#timer = setInterval(() => void this.write(), options.everyMs ?? writeEveryMs);
    this.#timer.unref();
  }

  /** Counts an operation that has been answered. Never throws. */
  add(use: OperationUse, client: string | undefined): void {
    this.#turn();
    this.#counter.add(use, client);
  }

  /** Writes what was counted, unless it is written. Never rejects. */
  write(): Promise<void> {
    this.#turn();
    return this.#writeDay();
  }

  /** Writes the rest, and no more after it. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.write();
  }

  #today(): string {
    return (this.#options.now?.() ?? new Date()).toISOString().slice(0, 10);
  }

  /** After midnight another file begins. */
  #turn(): void {
    const today = this.#today();
    if (today === this.#day) return;
    void this.#writeDay();
    this.#day = today;
    this.#counter = new UsageCounter();
    this.#written = 0;
  }

  #writeDay(): Promise<void> {
    const { folder, onError } = this.#options;
    const { count, counts } = this.#counter;
    if (count === this.#written) return this.#writing;
    this.#written = count;
    const day = this.#day;
    // One after another: what is counted meanwhile is in the later one.
    this.#writing = this.#writing
      .then(() => writeUsage(folder, { day, writer: this.#writer, counts }))
      .then(() => removeOldUsage(folder, day))
      .catch(onError);
    return this.#writing;
  }
}
