import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** The variable that names the folder in which servers write down the stretches of their event loops. */
const stretchesVariable = 'ABUSE_STRETCHES';

/** Milliseconds after an answer in which a server has written down its last stretch. */
const settleMs = 15;

/** Reads how long processes were at work without a break; they have `watch-loop.js` loaded. */
export class Stretches {
  readonly #folder: string;
  readonly #read = new Map<number, number>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Variables by which Node loads the watch into whatever is started with them. */
  get environment(): Readonly<Record<string, string>> {
    const watch = new URL('./watch-loop.js', import.meta.url).href;
    // Node takes the options apart at spaces, and the URL of a file has none.
    return Object.fromEntries([
      [stretchesVariable, this.#folder],
      ['NODE_OPTIONS', `--import=${watch}`],
    ]);
  }

  /** Resolves when all servers have written down what was until now. */
  async settle(): Promise<void> {
    await delay(settleMs);
  }

  /** The longest stretch of a process since it was last asked for, in milliseconds; 0 where all were short. */
  longest(pid: number): number {
    const file = join(this.#folder, String(pid));
    if (!existsSync(file)) return 0;
    const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
    const fresh = lines.slice(this.#read.get(pid) ?? 0);
    this.#read.set(pid, lines.length);
    return Math.max(0, ...fresh.map(Number));
  }
}
