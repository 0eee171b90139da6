import { gunzipSync } from 'node:zlib';
import type { Reply } from './asker.ts';
import type { Answered, History } from './history.ts';

/** More answers that differ have no place in memory. */
const mostKnown = 5_000;

/** Reads the figures of answers: once for all that are the same to the byte. */
export class Figures {
  readonly #read: (data: unknown) => number | null;
  readonly #known = new Map<string, number | null | undefined>();

  /** @param read - The figure in the `data` of an answer; null where there is none. */
  constructor(read: (data: unknown) => number | null) {
    this.#read = read;
  }

  /** The figure of an answer, null where it has none; undefined where the answer says that something has failed. */
  of({ body, isCompressed }: Reply): number | null | undefined {
    if (this.#known.has(body)) return this.#known.get(body);
    const bytes = Buffer.from(body, 'latin1');
    // A GraphQL server answers in this form.
    const answer = JSON.parse(String(isCompressed ? gunzipSync(bytes) : bytes)) as { data?: unknown; errors?: unknown };
    const figure = answer.errors === undefined && answer.data != null ? this.#read(answer.data) : undefined;
    if (this.#known.size >= mostKnown) this.#known.clear();
    this.#known.set(body, figure);
    return figure;
  }
}

/** Judges answers by a history, as soon as all is in that which they can be judged by. */
export class Judge {
  readonly #history: History;
  readonly #figures = new Set<number | null>();
  readonly faults: string[] = [];
  #waiting: Answered[] = [];
  #judged = 0;
  failed = 0;

  constructor(history: History) {
    this.#history = history;
  }

  /** How many were given, those that are not judged yet too. */
  get count(): number {
    return this.#judged + this.#waiting.length;
  }

  /** How many figures have been in answers. */
  get differentFigures(): number {
    return this.#figures.size;
  }

  /** Takes an answer; one without a figure, since something has failed, says nothing of what is true. */
  add(answered: Omit<Answered, 'figure'> & { readonly figure: number | null | undefined }): void {
    const { figure } = answered;
    if (figure === undefined) this.failed += 1;
    else this.#waiting.push({ ...answered, figure });
  }

  /** Judges all that were given. To be called when no change is under way: what is being changed may be in answers before it is in the history. */
  judge(): void {
    for (const answer of this.#waiting) {
      const fault = this.#history.findFault(answer);
      if (fault !== null) this.faults.push(fault);
      this.#figures.add(answer.figure);
    }
    this.#judged += this.#waiting.length;
    this.#waiting = [];
  }
}
