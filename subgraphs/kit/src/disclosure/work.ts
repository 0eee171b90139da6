/** What may go into finding what to withhold in a table: some ten seconds of one core. */
export const defaultWork = 1e10;

/**
 * How much arithmetic may go into a table: the entries of matrices that are looked at. It stands in place of a clock, so that the same
 * table always gives the same answer.
 */
export class Work {
  #left: number;

  constructor(most: number) {
    this.#left = most;
  }

  isSpent(): boolean {
    return this.#left <= 0;
  }

  spend(entries: number): void {
    this.#left -= entries;
  }
}
