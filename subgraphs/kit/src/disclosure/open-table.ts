import type { LinearTable, TableCell, TableEquation } from './linear-table.ts';
import { defaultWork, Work } from './work.ts';

/** Figures that an attacker does not know exactly, with the equations that tie them together, by their positions. */
export interface Component {
  readonly cells: readonly number[];
  readonly equations: readonly number[];
}

const blank: TableCell = { value: null, state: 'unknown', cost: 0, slack: 0, minimumWidth: 0, lowest: 0 };
const empty: TableEquation = { terms: [], kind: 'categories' };

/** Whether an attacker does not know a cell exactly, whatever is withheld besides. */
const isOpenAnyway = ({ state, slack, certain }: TableCell): boolean =>
  state !== 'shown' || slack > 0 || certain !== undefined;

/** Entries of a matrix that are looked at in the time in which one entry of an equation is: it is found by three steps. */
const entriesInTime = 10;

/** Of so many, at least, in what is marked: to go through all marks is quicker then than to sort. */
const sortedOf = 16;
/** With fewer, typed lists do not pay. */
const fewPositions = 12;

/** The positions that bear a mark, in order: components are found at each step, and where they are many no comparison is called. */
function inOrder(positions: number[], { marks, mark }: { readonly marks: Int32Array; readonly mark: number }) {
  if (positions.length <= fewPositions) return positions.sort((a, b) => a - b);
  if (positions.length * sortedOf < marks.length) return Array.from(Int32Array.from(positions).sort());
  let found = 0;
  for (let position = 0; position < marks.length; position += 1)
    if (marks[position] === mark) {
      positions[found] = position;
      found += 1;
    }
  return positions;
}

/** A table while it is decided what else is withheld in it. */
export class OpenTable {
  readonly size: number;
  /** What may still be spent on it. */
  work: Work;
  readonly #table: LinearTable;
  readonly #equationsOf: readonly (readonly number[])[];
  readonly #secondary = new Set<number>();
  /** By cell, 1 where an attacker does not know it exactly: it is asked for more often than all else. */
  readonly #isOpen: Uint8Array;
  /** By equation, the number of the last component in which it was found, of which there have been so many. */
  readonly #foundIn: Int32Array;
  /** The same by cell. */
  readonly #cellFoundIn: Int32Array;
  #components = 0;
  readonly #kept = new Set<number>();

  constructor(table: LinearTable, work = new Work(2 * defaultWork)) {
    const equationsOf: number[][] = table.cells.map(() => []);
    for (const [position, { terms }] of table.equations.entries())
      for (const [cell, coefficient] of terms) if (coefficient !== 0) equationsOf[cell]?.push(position);
    this.size = table.cells.length;
    this.work = work;
    this.#table = table;
    this.#equationsOf = equationsOf;
    this.#isOpen = Uint8Array.from(table.cells, (cell) => Number(isOpenAnyway(cell)));
    this.#foundIn = new Int32Array(table.equations.length);
    this.#cellFoundIn = new Int32Array(table.cells.length);
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
    this.#isOpen[cell] = 1;
  }

  /** Shows a secondary suppression again. */
  restore(cell: number): void {
    this.#secondary.delete(cell);
    this.#isOpen[cell] = Number(isOpenAnyway(this.cell(cell)));
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
    return this.#isOpen[position] === 1;
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
    this.#components += 1;
    const cells = [start];
    const equations: number[] = [];
    let entries = 0;
    this.#cellFoundIn[start] = this.#components;
    for (const cell of cells)
      for (const equation of this.equationsOf(cell)) {
        if (this.#foundIn[equation] === this.#components) continue;
        this.#foundIn[equation] = this.#components;
        equations.push(equation);
        const { terms } = this.equation(equation);
        entries += terms.length;
        for (const [other] of terms) {
          if (this.#isOpen[other] !== 1 || this.#cellFoundIn[other] === this.#components) continue;
          this.#cellFoundIn[other] = this.#components;
          cells.push(other);
        }
      }
    this.work.spend(entries * entriesInTime);
    const mark = this.#components;
    return {
      cells: inOrder(cells, { marks: this.#cellFoundIn, mark }),
      equations: inOrder(equations, { marks: this.#foundIn, mark }),
    };
  }

  /** The withheld cells of the table itself, in order. */
  primary(): readonly number[] {
    return this.#table.cells.flatMap(({ state }, position) => (state === 'withheld' ? [position] : []));
  }
}
