import { BasisInverse, type SparseColumn } from './basis-inverse.ts';
import type { Work } from './work.ts';

/** Rows of unknowns that add up to the right sides, each unknown within its bounds; both ends included, infinite ones allowed. */
export interface LinearProgram {
  readonly columns: readonly SparseColumn[];
  readonly rightSides: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
}

/** Far above what arithmetic loses on counts to the tens of millions, far below one unit. */
const tolerance = 1e-6;
const leastPivot = 1e-9;
/** Steps that lead nowhere before the rule changes to one that cannot go round in circles (Bland's, which is slower). */
const patience = 30;

/** An unknown that is about to move, and the way: 1 up, -1 down. */
interface Entering {
  readonly column: number;
  readonly direction: 1 | -1;
}

/** What a moving unknown runs into: a basic one at a bound, or its own other bound, where the row is -1. */
interface Block {
  readonly step: number;
  readonly row: number;
  readonly bound: number;
  readonly weight: number;
}

/**
 * The simplex method for unknowns with bounds. It keeps its place: after one objective the next begins where that ended, and
 * bounds may change in between.
 *
 * Each row has an artificial unknown that must be 0. Where that cannot be, the rows contradict each other.
 */
export class Simplex {
  /** The unknowns where the method stands; the artificial ones of the rows follow those of the program. */
  readonly values: Float64Array;
  readonly #columns: readonly SparseColumn[];
  readonly #rightSides: readonly number[];
  readonly #lower: Float64Array;
  readonly #upper: Float64Array;
  readonly #basis: Int32Array;
  readonly #isBasic: Uint8Array;
  readonly #inverse: BasisInverse;
  readonly #work: Work;
  readonly #entries: number;
  /** The columns once more, entry by entry, for what is done at each step: where each begins, the row and the coefficient of each entry. */
  readonly #starts: Int32Array;
  readonly #rows: Int32Array;
  readonly #coefficients: Float64Array;
  #stalled = 0;

  /** Stops where it stands once the work is spent: what it says then means nothing. */
  constructor({ columns, rightSides, lower, upper }: LinearProgram, work: Work) {
    this.#work = work;
    const zeros = rightSides.map(() => 0);
    this.#columns = [...columns, ...rightSides.map((_, row): SparseColumn => [[row, 1]])];
    this.#rightSides = rightSides;
    this.#lower = Float64Array.from([...lower, ...zeros]);
    this.#upper = Float64Array.from([...upper, ...zeros]);
    this.#basis = Int32Array.from(rightSides, (_, row) => columns.length + row);
    this.#isBasic = Uint8Array.from(this.#columns, (_, column) => (column >= columns.length ? 1 : 0));
    this.#inverse = new BasisInverse(rightSides.length);
    this.values = new Float64Array(this.#columns.length);
    this.#entries = this.#columns.reduce((sum, column) => sum + 1 + column.length, 0);
    this.#starts = new Int32Array(this.#columns.length + 1);
    this.#rows = new Int32Array(this.#entries);
    this.#coefficients = new Float64Array(this.#entries);
    this.#flatten();
    work.spend(rightSides.length ** 2 + this.#entries);
  }

  #flatten(): void {
    let entry = 0;
    for (const [column, terms] of this.#columns.entries()) {
      this.#starts[column] = entry;
      for (const [row, coefficient] of terms) {
        this.#rows[entry] = row;
        this.#coefficients[entry] = coefficient;
        entry += 1;
      }
    }
    this.#starts[this.#columns.length] = entry;
  }

  boundsOf(column: number): readonly [lower: number, upper: number] {
    return [this.#lower[column] ?? 0, this.#upper[column] ?? 0];
  }

  /** Sets the bounds of one unknown. Call `makeFeasible` before the next objective. */
  setBounds(column: number, lower: number, upper: number): void {
    this.#lower[column] = lower;
    this.#upper[column] = upper;
  }

  /** Leaves some rows out, so that they need not add up, and takes all others in again. Call `makeFeasible` before the next objective. */
  leaveOut(rows: ReadonlySet<number>): void {
    const first = this.#columns.length - this.#rightSides.length;
    for (let row = 0; row < this.#rightSides.length; row += 1) {
      const most = rows.has(row) ? Number.POSITIVE_INFINITY : 0;
      this.setBounds(first + row, -most, most);
    }
  }

  /** Brings all unknowns within their bounds; false where that cannot be. */
  makeFeasible(): boolean {
    this.#settle();
    this.#stalled = 0;
    const noCosts = new Float64Array(this.#columns.length);
    while (this.#isInfeasible() && this.#move(noCosts, true) === 'moved');
    return !this.#isInfeasible();
  }

  /** The rows that stand against the others, or hold an unknown that does: for when `makeFeasible` has failed. */
  conflicting(): readonly number[] {
    const program = this.#columns.slice(0, this.#columns.length - this.#rightSides.length);
    const beyond = program.flatMap((terms, column) => (this.#excess(column) === 0 ? [] : terms.map(([row]) => row)));
    const rows = this.#rightSides.flatMap((_, row) => (this.#excess(program.length + row) === 0 ? [] : [row]));
    return [...new Set([...rows, ...beyond])];
  }

  /** Rows that cannot hold together, seldom the fewest that cannot: for when `makeFeasible` has failed. */
  inconsistent(): readonly number[] {
    const weights = Float64Array.from(this.#basis, (column) => Math.sign(this.#excess(column)));
    const prices = this.#inverse.timesFromLeft(weights);
    return this.#rightSides.flatMap((_, row) => (Math.abs(prices[row] ?? 0) > leastPivot ? [row] : []));
  }

  /** Goes to where the sum of the costs times the unknowns is least; false where there is no least. Begins within the bounds. */
  minimise(costs: ReadonlyMap<number, number>): boolean {
    const full = new Float64Array(this.#columns.length);
    for (const [column, cost] of costs) full[column] = cost;
    this.#stalled = 0;
    for (;;) {
      const outcome = this.#move(full, false);
      if (outcome !== 'moved') return outcome === 'least';
    }
  }

  /** Puts those that are not basic on a bound, and works the basic ones out. */
  #settle(): void {
    this.#work.spend(this.#basis.length ** 2 + this.#entries);
    const { values } = this;
    // Read once, here and below: these run for most of the time that a table takes.
    const [isBasic, starts, rows, coefficients] = [this.#isBasic, this.#starts, this.#rows, this.#coefficients];
    const rest = Float64Array.from(this.#rightSides);
    for (let column = 0; column < values.length; column += 1) {
      if (isBasic[column] === 1) continue;
      const value = this.#nearestBound(column);
      values[column] = value;
      if (value === 0) continue;
      const end = starts[column + 1] ?? 0;
      for (let entry = starts[column] ?? 0; entry < end; entry += 1) {
        const row = rows[entry] ?? 0;
        rest[row] = (rest[row] ?? 0) - (coefficients[entry] ?? 0) * value;
      }
    }
    const basic = this.#inverse.times(rest);
    for (let row = 0; row < basic.length; row += 1) values[this.#basis[row] ?? 0] = basic[row] ?? 0;
  }

  #nearestBound(column: number): number {
    const value = this.values[column] ?? 0;
    const lower = this.#lower[column] ?? 0;
    const upper = this.#upper[column] ?? 0;
    if (!Number.isFinite(lower) && !Number.isFinite(upper)) return value;
    return Math.abs(value - lower) <= Math.abs(upper - value) ? lower : upper;
  }

  /** By how much an unknown is above (positive) or below (negative) its bounds; 0 within them. */
  #excess(column: number): number {
    const value = this.values[column] ?? 0;
    const lower = this.#lower[column] ?? 0;
    const upper = this.#upper[column] ?? 0;
    if (value < lower - tolerance) return value - lower;
    return value > upper + tolerance ? value - upper : 0;
  }

  #isInfeasible(): boolean {
    for (let row = 0; row < this.#basis.length; row += 1) if (this.#excess(this.#basis[row] ?? 0) !== 0) return true;
    return false;
  }

  /** One step towards the objective, or into the bounds. */
  #move(costs: Float64Array, intoBounds: boolean): 'moved' | 'least' | 'unbounded' {
    if (this.#work.isSpent()) return 'least';
    this.#work.spend(2 * this.#basis.length ** 2 + this.#entries);
    const weights = new Float64Array(this.#basis.length);
    for (let row = 0; row < weights.length; row += 1) {
      const column = this.#basis[row] ?? 0;
      weights[row] = intoBounds ? Math.sign(this.#excess(column)) : (costs[column] ?? 0);
    }
    const entering = this.#choose(costs, this.#inverse.timesFromLeft(weights));
    if (entering === null) return 'least';
    const changed = this.#inverse.timesColumn(this.#columns[entering.column] ?? []);
    const block = this.#findBlock(entering, changed, intoBounds);
    if (!Number.isFinite(block.step)) return 'unbounded';
    this.#stalled = block.step > tolerance ? 0 : this.#stalled + 1;
    this.#step(entering, block, changed);
    return 'moved';
  }

  /** The unknown that gains most by moving; the first that gains anything where the method has stalled. */
  #choose(costs: Float64Array, prices: Float64Array): Entering | null {
    const [lowers, uppers, isBasic, { values }] = [this.#lower, this.#upper, this.#isBasic, this];
    const [starts, rows, coefficients] = [this.#starts, this.#rows, this.#coefficients];
    const hasStalled = this.#stalled > patience;
    let [chosen, direction, most]: [number, 1 | -1, number] = [-1, 1, leastPivot];
    for (let column = 0; column < values.length; column += 1) {
      if (isBasic[column] === 1) continue;
      const lower = lowers[column] ?? 0;
      const upper = uppers[column] ?? 0;
      if (lower === upper) continue;
      let gain = -(costs[column] ?? 0);
      const end = starts[column + 1] ?? 0;
      for (let entry = starts[column] ?? 0; entry < end; entry += 1)
        gain += (prices[rows[entry] ?? 0] ?? 0) * (coefficients[entry] ?? 0);
      if (Math.abs(gain) <= most) continue;
      const value = values[column] ?? 0;
      if (gain > 0 ? value >= upper : value <= lower) continue;
      [chosen, direction, most] = [column, gain > 0 ? 1 : -1, Math.abs(gain)];
      if (hasStalled) break;
    }
    return chosen < 0 ? null : { column: chosen, direction };
  }

  #findBlock({ column, direction }: Entering, changed: Float64Array, intoBounds: boolean): Block {
    const [lower, upper] = this.boundsOf(column);
    let block: Block = { step: upper - lower, row: -1, bound: direction === 1 ? upper : lower, weight: 1 };
    if (Number.isNaN(block.step)) block = { ...block, step: Number.POSITIVE_INFINITY };
    for (let row = 0; row < changed.length; row += 1) {
      const weight = changed[row] ?? 0;
      if (Math.abs(weight) < leastPivot) continue;
      const bound = this.#boundAhead(this.#basis[row] ?? 0, -direction * weight, intoBounds);
      if (!Number.isFinite(bound)) continue;
      const distance = bound - (this.values[this.#basis[row] ?? 0] ?? 0);
      const step = Math.max(0, distance / (-direction * weight));
      if (step > block.step + leastPivot) continue;
      const isBetter = step < block.step - leastPivot || this.#isBetterTie({ row, weight }, block);
      if (isBetter) block = { step, row, bound, weight };
    }
    return block;
  }

  /** Of two that block at once: the surer pivot, or the first unknown where the method has stalled. */
  #isBetterTie({ row, weight }: Pick<Block, 'row' | 'weight'>, block: Block): boolean {
    if (block.row === -1) return false;
    if (this.#stalled > patience) return (this.#basis[row] ?? 0) < (this.#basis[block.row] ?? 0);
    return Math.abs(weight) > Math.abs(block.weight);
  }

  /** The bound that a basic unknown meets: the one it is outside of, while it is on its way in. */
  #boundAhead(column: number, rate: number, intoBounds: boolean): number {
    const [lower, upper] = this.boundsOf(column);
    const excess = intoBounds ? this.#excess(column) : 0;
    if (excess < 0) return rate > 0 ? lower : Number.NEGATIVE_INFINITY;
    if (excess > 0) return rate < 0 ? upper : Number.POSITIVE_INFINITY;
    return rate > 0 ? upper : lower;
  }

  #step({ column, direction }: Entering, { step, row, bound }: Block, changed: Float64Array): void {
    for (let at = 0; at < changed.length; at += 1) {
      const weight = changed[at] ?? 0;
      const basic = this.#basis[at] ?? 0;
      if (weight !== 0) this.values[basic] = (this.values[basic] ?? 0) - direction * weight * step;
    }
    this.values[column] = row === -1 ? bound : (this.values[column] ?? 0) + direction * step;
    if (row === -1) return;
    const leaving = this.#basis[row] ?? 0;
    this.values[leaving] = bound;
    this.#isBasic[leaving] = 0;
    this.#isBasic[column] = 1;
    this.#basis[row] = column;
    this.#inverse.replace(row, changed);
  }
}
