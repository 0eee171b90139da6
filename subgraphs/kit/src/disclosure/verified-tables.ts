import type { SparseColumn } from './basis-inverse.ts';
import { KnownMoves } from './known-moves.ts';
import type { Work } from './work.ts';

/** What a table has to meet. */
interface Rows {
  readonly columns: readonly SparseColumn[];
  readonly rightSides: readonly number[];
  /** Whether the figures of each column are whole numbers. */
  readonly isWhole: readonly boolean[];
}

/** The range that a column may have, both ends included. */
type BoundsOf = (column: number) => readonly [lower: number, upper: number];

/** How far a figure may be from a whole number and count as one. */
const wholeness = 1e-5;
const leastError = 1e-5;

/** Tables that were added up anew, beside whatever arithmetic found them: an attacker cannot tell them from the true one. */
export class VerifiedTables {
  /** The least that each column has in any of them. */
  readonly least: Float64Array;
  readonly most: Float64Array;
  readonly #rows: Rows;
  readonly #work: Work;
  readonly #moves = new KnownMoves();
  #ignored: ReadonlySet<number> = new Set();

  constructor(rows: Rows, work: Work) {
    this.least = new Float64Array(rows.columns.length).fill(Number.POSITIVE_INFINITY);
    this.most = new Float64Array(rows.columns.length).fill(Number.NEGATIVE_INFINITY);
    this.#rows = rows;
    this.#work = work;
  }

  /** Goes on with all rows but some, and no tables. */
  beginAnew(ignored: ReadonlySet<number>): void {
    this.least.fill(Number.POSITIVE_INFINITY);
    this.most.fill(Number.NEGATIVE_INFINITY);
    this.#ignored = ignored;
    this.#moves.beginAnew();
  }

  /** Adds a table, if it adds up in whole numbers; else returns a column that is none, or null where the sums are out. */
  add(values: Float64Array, boundsOf: BoundsOf): number | null {
    const { isWhole } = this.#rows;
    const whole = values.slice(0, isWhole.length);
    for (let column = 0; column < whole.length; column += 1) {
      if (isWhole[column] !== true) continue;
      const value = whole[column] ?? 0;
      whole[column] = Math.round(value);
      if (Math.abs(value - Math.round(value)) > wholeness) return column;
    }
    if (!this.#addsUp(whole)) return null;
    const isFirst = this.#moves.isNew;
    this.#moves.add(whole);
    this.#widen(whole);
    if (isFirst) this.#repeatMoves(whole, boundsOf);
    return null;
  }

  /** Moves a table as those of other rows could be moved, where these allow it too. */
  #repeatMoves(table: Float64Array, boundsOf: BoundsOf): void {
    const bounds = [...table.keys()].map(boundsOf);
    const isWithin = (value: number, column: number) => {
      const [lower, upper] = bounds[column] ?? [0, 0];
      return value >= lower - leastError && value <= upper + leastError;
    };
    for (const moved of this.#moves.from(table)) {
      this.#work.spend(table.length);
      if (moved.every(isWithin) && this.#addsUp(moved)) this.#widen(moved);
    }
  }

  #widen(table: Float64Array): void {
    for (let column = 0; column < table.length; column += 1) {
      const value = table[column] ?? 0;
      this.least[column] = Math.min(this.least[column] ?? value, value);
      this.most[column] = Math.max(this.most[column] ?? value, value);
    }
  }

  #addsUp(table: Float64Array): boolean {
    const { columns, rightSides } = this.#rows;
    const sums = Float64Array.from(rightSides);
    for (let column = 0; column < table.length; column += 1) {
      const value = table[column] ?? 0;
      if (value !== 0)
        for (const [row, coefficient] of columns[column] ?? []) sums[row] = (sums[row] ?? 0) - coefficient * value;
    }
    return sums.every(
      (sum, row) =>
        this.#ignored.has(row) || Math.abs(sum) <= leastError * Math.max(1, Math.abs(rightSides[row] ?? 0) / 1e4),
    );
  }
}
