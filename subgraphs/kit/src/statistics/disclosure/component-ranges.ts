import type { SparseColumn } from './basis-inverse.ts';
import { beliefsOf } from './beliefs.ts';
import { rowsOf } from './conflicts.ts';
import { widthLeft } from './leaks.ts';
import type { Conflict, RecoverableCell } from './linear-table.ts';
import type { Component, OpenTable } from './open-table.ts';
import { Simplex } from './simplex.ts';

/** What an attacker can work out of one component by one set of equations that can be true together. */
export interface ComponentRanges {
  /** In the order of the cells. */
  readonly recoverable: readonly RecoverableCell[];
  /** Positions of the equations that are not believed. */
  readonly doubted: readonly number[];
  /** Figures that the equations allow, by cell: somewhere in the middle of what they allow. */
  readonly middle: ReadonlyMap<number, number>;
}

/** What an attacker can work out of one component, whatever is believed of it. */
export interface ComponentAttack {
  /** One for each set of equations that an attacker may believe; one alone where all of them can be true. */
  readonly ranges: readonly [ComponentRanges, ...ComponentRanges[]];
  readonly conflicts: readonly Conflict[];
}

/** Steps of the search for whole numbers in one direction of one cell, after which the cell counts as recoverable. */
const mostBranches = 200;
const leastError = 1e-6;
/** How far a figure may be from a whole number and count as one. */
const wholeness = 1e-5;

/**
 * What follows for the withheld cells of a component, for an attacker who knows all that is shown, that counts are whole, and how low
 * a withheld one can be. A cell is safe only where two tables have been found that an attacker cannot tell from the true one
 * and in which it lies far enough apart: whatever arithmetic loses, or a search that is given up, errs on the safe side.
 *
 * Where `suspects` are given, they are looked at first, and the search ends at the first cell that follows. Never throws.
 */
export function attackComponent(table: OpenTable, component: Component, suspects?: readonly number[]): ComponentAttack {
  const all = new RangeSearch(table, component, component.equations);
  if (all.meetsAll()) return { ranges: [all.run(suspects)], conflicts: [] };
  const { systems, conflicts } = beliefsOf(table, component);
  const ranges: ComponentRanges[] = [];
  for (const system of systems) {
    if (ranges.length > 0 && isHarmless(table, system)) continue;
    const search = new RangeSearch(table, component, system);
    search.meetsAll();
    const found = search.run(suspects);
    ranges.push(found);
    if (suspects !== undefined && found.recoverable.length > 0) break;
  }
  const [first = all.run(suspects), ...others] = ranges;
  return { ranges: [first, ...others], conflicts };
}

/** Whether nothing follows from a system that is one equation; false for any other, of which that is not seen at once. */
function isHarmless(table: OpenTable, system: readonly number[]): boolean {
  const [equation, second] = system;
  if (equation === undefined || second !== undefined) return false;
  return table
    .equation(equation)
    .terms.every(
      ([cell, coefficient]) =>
        !table.isWithheld(cell) ||
        (Math.abs(coefficient) === 1 && widthLeft(table, { cell, equation }) >= widthWanted(table, cell)),
    );
}

/** How wide the range of a cell has to be: a point is too narrow, whatever the policy. */
const widthWanted = (table: OpenTable, cell: number) => Math.max(table.cell(cell).minimumWidth, 1);

/** The cells that follow by any of some ranges, each once with the least that is left for it, in their order. Never throws. */
export function recoverableIn(attacks: readonly ComponentAttack[]): readonly RecoverableCell[] {
  const narrowest = new Map<number, RecoverableCell>();
  for (const found of attacks.flatMap(({ ranges }) => ranges.flatMap(({ recoverable }) => recoverable))) {
    const known = narrowest.get(found.cell);
    if (known === undefined || isNarrower(found, known)) narrowest.set(found.cell, found);
  }
  return [...narrowest.values()].toSorted((a, b) => a.cell - b.cell);
}

function isNarrower(one: RecoverableCell, other: RecoverableCell): boolean {
  const difference = one.high - one.low - (other.high - other.low);
  return difference < 0 || (difference === 0 && one.low < other.low);
}

class RangeSearch {
  readonly #table: OpenTable;
  readonly #cells: readonly number[];
  readonly #doubted: readonly number[];
  readonly #columns: readonly SparseColumn[];
  readonly #rightSides: readonly number[];
  readonly #simplex: Simplex;
  readonly #isWhole: readonly boolean[];
  /** The least and most that each column has had in a table that a reader cannot tell from the true one. */
  readonly #least: Float64Array;
  readonly #most: Float64Array;
  readonly #sums: Float64Array;
  #tables = 0;
  /** Columns of which more was taken than is certain, until something contradicted it. */
  readonly #given: number[] = [];

  constructor(table: OpenTable, component: Component, believed: readonly number[]) {
    const rows = rowsOf(table, believed);
    const columnOf = new Map(rows.cells.map((cell, column) => [cell, column]));
    const { cells } = component;
    const columns = cells.map((cell) => rows.columns[columnOf.get(cell) ?? -1] ?? []);
    this.#rightSides = rows.rightSides;
    const isBelieved = new Set(believed);
    this.#doubted = component.equations.filter((equation) => !isBelieved.has(equation));
    const bounds = cells.map((cell) => table.boundsOf(cell));
    this.#table = table;
    this.#cells = cells;
    this.#columns = columns;
    this.#isWhole = cells.map((cell) => table.cell(cell).isWhole ?? true);
    this.#least = new Float64Array(cells.length).fill(Number.POSITIVE_INFINITY);
    this.#most = new Float64Array(cells.length).fill(Number.NEGATIVE_INFINITY);
    this.#sums = new Float64Array(cells.length);
    this.#simplex = new Simplex({
      columns,
      rightSides: this.#rightSides,
      lower: bounds.map(([lower]) => lower),
      upper: bounds.map(([, upper]) => upper),
    });
  }

  run(suspects: readonly number[] | undefined): ComponentRanges {
    if (this.#simplex.makeFeasible()) {
      this.#takeBack();
      this.#record();
    }
    const recoverable: RecoverableCell[] = [];
    for (const column of this.#order(suspects)) {
      const cell = this.#cells[column] ?? 0;
      const range = this.#table.isWithheld(cell) ? this.#narrowRange(column) : null;
      if (range !== null) recoverable.push({ cell, ...range });
      if (range !== null && suspects !== undefined) break;
    }
    return {
      recoverable,
      doubted: this.#doubted,
      middle: new Map(this.#cells.map((cell, column) => [cell, (this.#sums[column] ?? 0) / Math.max(1, this.#tables)])),
    };
  }

  /**
   * Finds a table that meets all equations; false where shown figures contradict each other. What is taken of open cells is given up
   * where it contradicts what is shown, and nowhere else: what follows for who takes it is more than what follows without.
   */
  meetsAll(): boolean {
    for (const state of ['shown', 'missing', 'withheld'] as const) {
      const taken = this.#cells.flatMap((cell, column) => (this.#hasTaken(cell, state) ? [column] : []));
      const waiting = new Set(taken);
      for (;;) {
        if (this.#simplex.makeFeasible()) return true;
        if (waiting.size === 0) break;
        const rows = new Set(this.#simplex.conflicting());
        const near = [...waiting].filter((column) => this.#columns[column]?.some(([row]) => rows.has(row)) === true);
        for (const column of near.length > 0 ? near : [...waiting]) {
          waiting.delete(column);
          this.#given.push(column);
          this.#simplex.setBounds(column, ...this.#table.certainBoundsOf(this.#cells[column] ?? 0));
        }
      }
    }
    return false;
  }

  /** Takes again of each cell what contradicts nothing, so that one contradiction hides nothing that follows elsewhere. */
  #takeBack(): void {
    for (const column of this.#given) {
      const cell = this.#cells[column] ?? 0;
      this.#simplex.setBounds(column, ...this.#table.boundsOf(cell));
      if (this.#simplex.makeFeasible()) continue;
      this.#simplex.setBounds(column, ...this.#table.certainBoundsOf(cell));
      this.#simplex.makeFeasible();
    }
  }

  /** True for a cell in a state of which more is taken than is certain. */
  #hasTaken(cell: number, state: 'shown' | 'missing' | 'withheld'): boolean {
    if ((state === 'withheld') !== this.#table.isWithheld(cell)) return false;
    if (state === 'withheld') return this.#table.boundsOf(cell)[0] > 0;
    const { state: own, certain } = this.#table.cell(cell);
    return own === state && (state === 'missing' || certain !== undefined);
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
    return (this.#most[column] ?? 0) - (this.#least[column] ?? 0) >= this.#widthOf(column);
  }

  /** What a range has to span: a point is too narrow, whatever the policy. */
  #widthOf(column: number): number {
    const { minimumWidth } = this.#table.cell(this.#cells[column] ?? 0);
    return Math.max(minimumWidth, (this.#isWhole[column] ?? true) ? 1 : leastError * 10);
  }

  /** The least of a column, or the most of it, as far as it matters: to where the range is wide enough. */
  #findEnd(column: number, direction: 1 | -1): number {
    const [lower, upper] = this.#simplex.boundsOf(column);
    const least = this.#least[column] ?? 0;
    // Nothing is gained beyond that, and so what has no end has one too.
    const enough = (Number.isFinite(least) ? least : lower) + this.#widthOf(column);
    if (direction === -1) this.#simplex.setBounds(column, lower, Math.min(upper, enough));
    const end = this.#search(column, direction);
    this.#simplex.setBounds(column, lower, upper);
    return end ?? (direction === 1 ? least : (this.#most[column] ?? 0));
  }

  /** Where a column ends in whole numbers, by branch and bound; null where no table has been found that ends it. */
  #search(column: number, direction: 1 | -1): number | null {
    let best: number | null = null;
    let branches = mostBranches;
    const gain = (this.#isWhole[column] ?? true) ? 1 : leastError * 2;
    const visit = (): void => {
      if (branches === 0 || this.#isWide(column)) return;
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
    const fraction = this.#isWhole.findIndex(
      (isWhole, column) => isWhole && Math.abs((values[column] ?? 0) - Math.round(values[column] ?? 0)) > wholeness,
    );
    for (let column = 0; column < this.#cells.length; column += 1)
      this.#sums[column] = (this.#sums[column] ?? 0) + (values[column] ?? 0);
    this.#tables += 1;
    if (fraction !== -1) return fraction;
    const whole = values.slice(0, this.#cells.length);
    for (let column = 0; column < whole.length; column += 1)
      if (this.#isWhole[column] ?? true) whole[column] = Math.round(whole[column] ?? 0);
    if (!this.#addsUp(whole)) return null;
    for (let column = 0; column < whole.length; column += 1) {
      const value = whole[column] ?? 0;
      this.#least[column] = Math.min(this.#least[column] ?? value, value);
      this.#most[column] = Math.max(this.#most[column] ?? value, value);
    }
    return null;
  }

  #addsUp(whole: Float64Array): boolean {
    const sums = Float64Array.from(this.#rightSides);
    for (let column = 0; column < whole.length; column += 1) {
      const value = whole[column] ?? 0;
      if (value !== 0)
        for (const [row, coefficient] of this.#columns[column] ?? [])
          sums[row] = (sums[row] ?? 0) - coefficient * value;
    }
    return sums.every(
      (sum, row) => Math.abs(sum) <= leastError * 10 * Math.max(1, Math.abs(this.#rightSides[row] ?? 0) / 1e4),
    );
  }
}
