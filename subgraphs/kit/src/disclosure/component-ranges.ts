import type { SparseColumn } from './basis-inverse.ts';
import type { RecoverableCell } from './linear-table.ts';
import { rowsOf } from './equation-rows.ts';
import type { Component, OpenTable } from './open-table.ts';
import { Simplex } from './simplex.ts';
import { VerifiedTables } from './verified-tables.ts';

/** What an attacker can work out of one component by one set of equations that can be true together. */
export interface ComponentRanges {
  /** In the order of the cells. */
  readonly recoverable: readonly RecoverableCell[];
  /** Cells that can only be less than a withheld one is, of which that tells nothing: most of them none. In their order. */
  readonly empty: readonly number[];
  /** Positions of the equations that are left out, in order. */
  readonly leftOut: readonly number[];
  /** Figures that the equations allow, by cell: somewhere in the middle of what they allow. */
  readonly middle: ReadonlyMap<number, number>;
  /** True where no whole numbers meet these equations, so that they cannot all be true and nothing follows from them. @default false */
  readonly isImpossible?: boolean;
}

/** Steps of the search for whole numbers in one direction of one cell, after which the cell counts as recoverable. */
const mostBranches = 200;
const leastError = 1e-6;
/** As few cells are searched one by one at once. */
const fewCells = 3;
/** The part of the cells that may be left by a round of probing for another one to be worth it. */
const worthProbing = 0.8;

/** Which way a column goes in a round: half of them each way, other ones in every round, and always the same. */
function isUpward(column: number, round: number): boolean {
  return ((Math.imul(column + 1, 0x9e3779b1) >>> (round % 24)) & 1) === 1;
}

/**
 * Looks for tables that an attacker cannot tell from the true one: by all equations of a component, until some are left out. It keeps its
 * place from one set of equations to the next, since what moves by one mostly moves by the other too.
 */
export class RangeSearch {
  readonly #table: OpenTable;
  readonly #cells: readonly number[];
  readonly #equations: readonly number[];
  readonly #columns: readonly SparseColumn[];
  readonly #simplex: Simplex;
  readonly #isWhole: readonly boolean[];
  readonly #found: VerifiedTables;
  readonly #sums: Float64Array;
  #tables = 0;
  /** Rows that are left out. */
  #ignored: ReadonlySet<number> = new Set();
  /** Searches for whole numbers that were given up. */
  #givenUp = 0;
  /** Columns whose assumed bounds were relaxed, since something contradicted them. */
  #relaxed: number[] = [];

  constructor(table: OpenTable, { cells, equations }: Component) {
    const rows = rowsOf(table, equations);
    const columnOf = new Map(rows.cells.map((cell, column) => [cell, column]));
    const columns = cells.map((cell) => rows.columns[columnOf.get(cell) ?? -1] ?? []);
    const bounds = cells.map((cell) => table.boundsOf(cell));
    this.#table = table;
    this.#cells = cells;
    this.#equations = equations;
    this.#columns = columns;
    this.#isWhole = cells.map((cell) => table.cell(cell).isWhole ?? true);
    this.#found = new VerifiedTables({ columns, rightSides: rows.rightSides, isWhole: this.#isWhole }, table.work);
    this.#sums = new Float64Array(cells.length);
    this.#simplex = new Simplex(
      {
        columns,
        rightSides: rows.rightSides,
        lower: bounds.map(([lower]) => lower),
        upper: bounds.map(([, upper]) => upper),
      },
      table.work,
    );
  }

  /** Begins anew, for an attacker who believes all equations but some. */
  leaveOut(equations: ReadonlySet<number>): void {
    this.#ignored = new Set(this.#equations.flatMap((equation, row) => (equations.has(equation) ? [row] : [])));
    this.#simplex.leaveOut(this.#ignored);
    for (const [column, cell] of this.#cells.entries()) this.#simplex.setBounds(column, ...this.#table.boundsOf(cell));
    this.#sums.fill(0);
    this.#tables = 0;
    this.#relaxed = [];
    this.#found.beginAnew(this.#ignored);
  }

  /** What follows. Where no whole numbers meet what is assumed of the cells, nothing more is taken of them than is certain. */
  run(suspects: readonly number[] | undefined): ComponentRanges {
    const found = this.#runOnce(suspects);
    if (found.isImpossible !== true) return found;
    this.#relaxed = [];
    for (const [column, cell] of this.#cells.entries())
      this.#simplex.setBounds(column, ...this.#table.certainBoundsOf(cell));
    return this.#runOnce(suspects);
  }

  #runOnce(suspects: readonly number[] | undefined): ComponentRanges {
    if (this.#simplex.makeFeasible()) {
      this.#restoreAssumptions();
      this.#record();
      this.#probe();
    }
    const recoverable: RecoverableCell[] = [];
    const empty: number[] = [];
    let isImpossible = false;
    for (const column of this.#order(suspects)) {
      const found = this.#recoverableAt(column);
      if (found === null) continue;
      isImpossible = found === 'impossible';
      if (found === 'impossible') break;
      if (this.#isEmpty(found)) {
        empty.push(found.cell);
        continue;
      }
      recoverable.push(found);
      if (suspects !== undefined) break;
    }
    return {
      recoverable,
      empty,
      leftOut: this.#equations.filter((_, row) => this.#ignored.has(row)),
      middle: new Map(this.#cells.map((cell, column) => [cell, (this.#sums[column] ?? 0) / Math.max(1, this.#tables)])),
      isImpossible,
    };
  }

  /** A withheld cell that follows; null for any other one. A search that was given up proves nothing, and so the cell counts as one that follows. */
  #recoverableAt(column: number): RecoverableCell | 'impossible' | null {
    const cell = this.#cells[column] ?? 0;
    const givenUp = this.#givenUp;
    const range = this.#table.isWithheld(cell) ? this.#narrowRange(column) : null;
    if (range === null) return null;
    const { low, high } = range;
    if (this.#table.work.isSpent()) return { cell, low, high, isUnproven: true };
    if (low > high) return givenUp < this.#givenUp ? { cell, low: 0, high: Infinity, isUnproven: true } : 'impossible';
    return { cell, low, high };
  }

  /** Whoever leaves some equations out may believe that something is none where none is not withheld: that tells of nobody. */
  #isEmpty({ cell, high }: RecoverableCell): boolean {
    return this.#ignored.size > 0 && high < this.#table.cell(cell).lowest;
  }

  /**
   * Finds a table that meets all equations; false where shown figures contradict each other. What an attacker
   * assumes of open cells is relaxed where it contradicts what is shown, and nowhere else: more follows with an assumption than without.
   */
  meetsAll(): boolean {
    for (const state of ['shown', 'missing', 'withheld'] as const) {
      const assumed = this.#cells.flatMap((cell, column) => (this.#isAssumed(cell, state) ? [column] : []));
      const waiting = new Set(assumed);
      for (;;) {
        if (this.#simplex.makeFeasible()) return true;
        if (waiting.size === 0) break;
        const rows = new Set(this.#simplex.conflicting());
        const near = [...waiting].filter((column) => this.#columns[column]?.some(([row]) => rows.has(row)) === true);
        for (const column of near.length > 0 ? near : [...waiting]) {
          waiting.delete(column);
          this.#relaxed.push(column);
          this.#simplex.setBounds(column, ...this.#table.certainBoundsOf(this.#cells[column] ?? 0));
        }
      }
    }
    return false;
  }

  /**
   * Restores each assumption that contradicts nothing, so that one contradiction hides nothing that follows elsewhere: first what was
   * relaxed last, which is the surest.
   */
  #restoreAssumptions(): void {
    for (const column of this.#relaxed.toReversed()) {
      const cell = this.#cells[column] ?? 0;
      this.#simplex.setBounds(column, ...this.#table.boundsOf(cell));
      if (this.#simplex.makeFeasible()) continue;
      this.#simplex.setBounds(column, ...this.#table.certainBoundsOf(cell));
      this.#simplex.makeFeasible();
    }
  }

  /** True for a cell in a state of which an attacker assumes more than is certain. */
  #isAssumed(cell: number, state: 'shown' | 'missing' | 'withheld'): boolean {
    if ((state === 'withheld') !== this.#table.isWithheld(cell)) return false;
    if (state === 'withheld') return this.#table.boundsOf(cell)[0] > 0;
    const { state: own, certain } = this.#table.cell(cell);
    return own === state && (state === 'missing' || certain !== undefined);
  }

  /**
   * Looks for tables in which many cells lie far apart at once, so that few are left to be searched one by one: some go up while
   * others go down, by turns, as long as that shows enough of them to be safe.
   */
  #probe(): void {
    let narrow = this.#narrowColumns();
    for (let round = 0; narrow.length > fewCells && !this.#table.work.isSpent(); round += 1) {
      const before = narrow.length;
      for (const direction of [1, -1])
        this.#spread(narrow, (column) => (isUpward(column, round) ? direction : -direction));
      narrow = this.#narrowColumns();
      if (narrow.length > before * worthProbing) return;
    }
  }

  #narrowColumns(): readonly number[] {
    return [...this.#cells.keys()].filter(
      (column) => this.#table.isWithheld(this.#cells[column] ?? 0) && !this.#isWide(column),
    );
  }

  /** Goes to where some columns lie as low or as high as they need to, together, and takes note of it. */
  #spread(columns: readonly number[], costOf: (column: number) => number): void {
    const bounds = columns.map((column) => this.#simplex.boundsOf(column));
    for (const [index, column] of columns.entries()) {
      const [lower, upper] = bounds[index] ?? [0, 0];
      // Nothing is gained beyond that, and so what has no end has one too.
      const enough = (this.#simplex.values[column] ?? 0) + this.#widthOf(column);
      this.#simplex.setBounds(column, lower, Math.min(upper, enough));
    }
    if (this.#simplex.makeFeasible()) {
      this.#simplex.minimise(new Map(columns.map((column) => [column, costOf(column)])));
      this.#record();
    }
    for (const [index, column] of columns.entries()) this.#simplex.setBounds(column, ...(bounds[index] ?? [0, 0]));
    this.#simplex.makeFeasible();
  }

  /** The columns, those of suspects first. */
  #order(suspects: readonly number[] = []): readonly number[] {
    const first = new Set(suspects);
    const rank = (column: number) => (first.has(this.#cells[column] ?? 0) ? 0 : 1);
    return [...this.#cells.keys()].toSorted((a, b) => rank(a) - rank(b) || a - b);
  }

  /** The range of a column where it is too narrow; null where it is wide enough. */
  #narrowRange(column: number): { readonly low: number; readonly high: number } | null {
    if (this.#isWide(column)) return null;
    const ends: number[] = [];
    for (const direction of [1, -1] as const) {
      const end = this.#findEnd(column, direction);
      if (this.#isWide(column)) return null;
      ends.push(end);
    }
    const [low = 0, high = 0] = ends;
    return { low, high };
  }

  #isWide(column: number): boolean {
    return (this.#found.most[column] ?? 0) - (this.#found.least[column] ?? 0) >= this.#widthOf(column);
  }

  /** What a range has to span: a point is too narrow, whatever the policy. */
  #widthOf(column: number): number {
    const { minimumWidth } = this.#table.cell(this.#cells[column] ?? 0);
    return Math.max(minimumWidth, (this.#isWhole[column] ?? true) ? 1 : leastError * 10);
  }

  /** The least of a column, or the most of it, as far as it matters: to where the range is wide enough. */
  #findEnd(column: number, direction: 1 | -1): number {
    const [lower, upper] = this.#simplex.boundsOf(column);
    const least = this.#found.least[column] ?? 0;
    // Nothing is gained beyond that, and so what has no end has one too.
    const enough = (Number.isFinite(least) ? least : lower) + this.#widthOf(column);
    if (direction === -1) this.#simplex.setBounds(column, lower, Math.min(upper, enough));
    const end = this.#search(column, direction);
    this.#simplex.setBounds(column, lower, upper);
    return end ?? (direction === 1 ? least : (this.#found.most[column] ?? 0));
  }

  /** Where a column ends in whole numbers, by branch and bound; null where no table has been found that ends it. */
  #search(column: number, direction: 1 | -1): number | null {
    let best: number | null = null;
    let branches = mostBranches;
    const gain = (this.#isWhole[column] ?? true) ? 1 : leastError * 2;
    const visit = (): void => {
      if (branches === 0) this.#givenUp += 1;
      if (branches === 0 || this.#isWide(column) || this.#table.work.isSpent()) return;
      branches -= 1;
      if (!this.#simplex.makeFeasible()) return;
      this.#simplex.minimise(new Map([[column, direction]]));
      const end = this.#simplex.values[column] ?? 0;
      if (best !== null && (end - best) * direction > leastError - gain) return;
      const fraction = this.#record();
      if (fraction === null) best = (this.#isWhole[column] ?? true) ? Math.round(end) : end;
      else this.#branch(fraction, visit);
    };
    visit();
    return best;
  }

  #branch(column: number, visit: () => void): void {
    const [lower, upper] = this.#simplex.boundsOf(column);
    const floor = Math.floor(this.#simplex.values[column] ?? 0);
    this.#simplex.setBounds(column, lower, floor);
    visit();
    this.#simplex.setBounds(column, floor + 1, upper);
    visit();
    this.#simplex.setBounds(column, lower, upper);
  }

  /** Takes note of where the method stands, if that is a table of whole numbers that adds up; else returns a column that is none. */
  #record(): number | null {
    const { values } = this.#simplex;
    for (let column = 0; column < this.#cells.length; column += 1)
      this.#sums[column] = (this.#sums[column] ?? 0) + (values[column] ?? 0);
    this.#tables += 1;
    return this.#found.add(values, (column) => this.#simplex.boundsOf(column));
  }
}
