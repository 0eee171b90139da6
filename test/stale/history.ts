/** A change of what is served: it may be in answers from its beginning on, and is in all whose requests begin after its end. Milliseconds since 1970. */
export interface Change {
  readonly what: string;
  readonly beganAt: number;
  readonly endedAt: number;
  /** What is served from then on; null where nothing is. */
  readonly figure: number | null;
}

/** What somebody was answered. */
export interface Answered {
  readonly by: string;
  readonly askedAt: number;
  readonly answeredAt: number;
  readonly figure: number | null;
}

/** What was served, from when to when. */
export class History {
  readonly #changes: Change[] = [];
  /** The places of changes by what is served from them on. */
  readonly #places = new Map<number | null, number[]>();

  /** @param figure - What is served before the first change. */
  constructor(figure: number | null) {
    this.add({ what: 'the beginning', beganAt: 0, endedAt: 0, figure });
  }

  get length(): number {
    return this.#changes.length;
  }

  /** To be told in the order in which changes are made. */
  add(change: Change): void {
    const places = this.#places.get(change.figure) ?? [];
    places.push(this.#changes.length);
    this.#places.set(change.figure, places);
    this.#changes.push(change);
  }

  /** Why an answer was true at no moment while it was waited for; null where it was. Never throws. */
  findFault({ by, askedAt, answeredAt, figure }: Answered): string | null {
    // The newest first: most answers are of it.
    const isTrue = this.#places
      .get(figure)
      ?.findLast(
        (place) =>
          (this.#changes[place]?.beganAt ?? Number.POSITIVE_INFINITY) <= answeredAt &&
          (this.#changes[place + 1]?.endedAt ?? Number.POSITIVE_INFINITY) >= askedAt,
      );
    if (isTrue !== undefined) return null;
    const last = this.#changes.findLast(({ endedAt }) => endedAt < askedAt);
    return `${by} answered ${figure ?? 'nothing'} ${answeredAt - askedAt} ms after it was asked, which was ${askedAt - (last?.endedAt ?? 0)} ms after ${last?.what ?? 'nothing'} (${last?.figure ?? 'nothing'})`;
  }
}
