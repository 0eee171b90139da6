import type { LinearTable, TableCell, TableEquation } from './linear-table.ts';
import { defaultWork, Work } from './work.ts';

/** Figures that an attacker does not know exactly, with the equations that tie them together, by their positions. */
export interface Component {
  readonly cells: readonly number[];
  readonly equations: readonly number[];
}

const blank: TableCell = { value: null, state: 'unknown', cost: 0, slack: 0, minimumWidth: 0, lowest: 0 };
const empty: TableEquation = { terms: [], kind: 'categories' };

/** A table while it is decided what else is withheld in it. */
export class OpenTable {
  readonly size: number;
  /** What may still be spent on it. */
  work: Work;
  readonly #table: LinearTable;
  readonly #equationsOf: readonly (readonly number[])[];
  readonly #secondary = new Set<number>();
  readonly #kept = new Set<number>();

  constructor(table: LinearTable, work = new Work(2 * defaultWork)) {
    const equationsOf: number[][] = table.cells.map(() => []);
    for (const [position, { terms }] of table.equations.entries())
      for (const [cell, coefficient] of terms) if (coefficient !== 0) equationsOf[cell]?.push(position);
    this.size = table.cells.length;
    this.work = work;
    this.#table = table;
    this.#equationsOf = equationsOf;
  }

  /** Cells that are withheld besides those of the table, in no order. */
  get secondary(): ReadonlySet<number> {
    return this.#secondary;
  }

  cell(position: number): TableCell {
    return this.#table.cells[position] ?? blank;
  }

  equation(position: number): TableEquation {
    return this.#table.equations[position] ?? empty;
  }

  equationsOf(cell: number): readonly number[] {
    return this.#equationsOf[cell] ?? [];
  }

  withhold(cell: number): void {
    this.#secondary.add(cell);
  }

  /** Shows a secondary suppression again. */
  restore(cell: number): void {
    this.#secondary.delete(cell);
  }

  /** Leaves a cell as it is, or lets it be withheld again. */
  keep(cell: number, isKept: boolean): void {
    if (isKept) this.#kept.add(cell);
    else this.#kept.delete(cell);
  }

  isKept(cell: number): boolean {
    return this.#kept.has(cell);
  }

  isWithheld(position: number): boolean {
    return this.cell(position).state === 'withheld' || this.#secondary.has(position);
  }

  /** True for what an attacker does not know exactly: withheld, unknown, or rounded. */
  isOpen(position: number): boolean {
    const { state, slack, certain } = this.cell(position);
    return state !== 'shown' || slack > 0 || certain !== undefined || this.#secondary.has(position);
  }

  /**
   * What an attacker knows of an open cell before any equation, both ends included. Who knows how partners are chosen can tell which
   * gaps are small counts, and so how high these can be: two gaps that share 10 would both be 5.
   */
  boundsOf(position: number): readonly [lower: number, upper: number] {
    const { state, value, slack, lowest, minimumWidth, isWhole = true } = this.cell(position);
    const highest = lowest + minimumWidth;
    if (state === 'withheld' && isWhole && value !== null && value >= lowest && value <= highest)
      return [lowest, highest];
    if (this.isWithheld(position)) return [lowest, Number.POSITIVE_INFINITY];
    if (state === 'missing') return [0, 0];
    if (state === 'unknown' || value === null) return [0, Number.POSITIVE_INFINITY];
    const least = value < 0 ? value - slack : Math.max(0, value - slack);
    return isWhole ? [Math.ceil(least), Math.floor(value + slack)] : [least, value + slack];
  }

  /** What is certain of an open cell: for an attacker whose assumptions of it contradict what is shown. */
  certainBoundsOf(position: number): readonly [lower: number, upper: number] {
    const bounds = this.boundsOf(position);
    const { state, certain = bounds } = this.cell(position);
    if (this.isWithheld(position)) return [Math.min(0, bounds[0]), bounds[1]];
    return state === 'missing' ? [0, Number.POSITIVE_INFINITY] : certain;
  }

  /** The figure that an attacker knows exactly; 0 for an open cell. */
  knownValue(position: number): number {
    return this.isOpen(position) ? 0 : (this.cell(position).value ?? 0);
  }

  /** What hangs together with an open cell. */
  componentOf(start: number): Component {
    const cells = new Set([start]);
    const equations = new Set<number>();
    for (const cell of cells)
      for (const equation of this.equationsOf(cell)) {
        if (equations.has(equation)) continue;
        equations.add(equation);
        for (const [other] of this.equation(equation).terms) if (this.isOpen(other)) cells.add(other);
      }
    return { cells: [...cells].toSorted((a, b) => a - b), equations: [...equations].toSorted((a, b) => a - b) };
  }

  /** The withheld cells of the table itself, in order. */
  primary(): readonly number[] {
    return this.#table.cells.flatMap(({ state }, position) => (state === 'withheld' ? [position] : []));
  }
}
