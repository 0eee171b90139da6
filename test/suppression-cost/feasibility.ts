import type { Model } from 'highs';
import { highs } from './highs.ts';
import type { LinearTable, TableCell } from '@boroughgraph/kit/inside/disclosure/linear-table.ts';
import { OpenTable } from '@boroughgraph/kit/inside/disclosure/open-table.ts';

/** What is left for a cell under a choice of secondary suppressions, and by how much other choices can widen it at most. */
export interface FeasibilityInterval {
  readonly width: number;
  /** How much wider it can become with each cell that is withheld, and what is left with none of them: `width` is at most the sum. */
  readonly gains: ReadonlyMap<number, number>;
  readonly withNone: number;
}

/** How much of each cell is withheld: 1 of one that is, 0 of one that is not, and anything between while it is not decided. */
export type Choice = ReadonlyMap<number, number>;

/** Further than any figure of a table of this size has to move for another. */
const farthest = 1000;

/** Bounds between which an attacker looks for a figure. */
type Bounds = readonly [lower: number, upper: number];

/** Works out feasibility intervals over fractions of a table, of which it keeps a linear program in memory. Dispose it in the end. */
export class FeasibilityProgram {
  readonly #model: Model;
  readonly #shown: readonly Bounds[];
  readonly #withheld: ReadonlyMap<number, Bounds>;

  /** @param candidates the cells that may be withheld besides. */
  constructor(table: LinearTable, candidates: readonly number[]) {
    const open = new OpenTable(table);
    const known = (cell: number): Bounds => [open.knownValue(cell), open.knownValue(cell)];
    this.#shown = table.cells.map((_, cell) => withEnd(open.isOpen(cell) ? open.boundsOf(cell) : known(cell)));
    this.#withheld = new Map(
      candidates.map((cell) => [cell, boundsOnceWithheld(table.cells[cell], this.#shown[cell] ?? [0, 0])]),
    );
    this.#model = programOf(table, this.#shown);
  }

  /** What an attacker can work out of a cell by the choice that was made last. */
  intervalOf(cell: number, chosen: Choice): FeasibilityInterval {
    const gains = new Map<number, number>();
    let width = 0;
    for (const sign of [1, -1]) {
      this.#model.changeColCost(cell, sign);
      this.#model.run();
      width -= this.#model.getObjectiveValue();
      this.#addGains(gains, this.#model.getSolution().colDual);
      this.#model.changeColCost(cell, 0);
    }
    const withNone = [...chosen].reduce((left, [other, part]) => left - part * (gains.get(other) ?? 0), width);
    return { width, gains, withNone };
  }

  [Symbol.dispose](): void {
    this.#model.dispose();
  }

  /** False where the figures as published contradict what an attacker assumes of withheld ones: then no interval is defined. */
  isConsistent(): boolean {
    this.#model.run();
    return this.#model.getModelStatus() === highs.constants.modelStatus.optimal;
  }

  /** Withholds cells, or parts of what withholding them would hide. */
  choose(chosen: Choice): void {
    for (const [cell, [lower, upper]] of this.#withheld) {
      const [least, most] = this.#shown[cell] ?? [0, 0];
      const part = chosen.get(cell) ?? 0;
      this.#model.changeColBounds(cell, least - part * (least - lower), most + part * (upper - most));
    }
  }

  /** A reduced cost is what each unit gains by which a bound gives way. */
  #addGains(gains: Map<number, number>, reducedCosts: Float64Array): void {
    for (const [cell, [lower, upper]] of this.#withheld) {
      const price = reducedCosts[cell] ?? 0;
      const [least, most] = this.#shown[cell] ?? [0, 0];
      const gain = price > 0 ? price * (least - lower) : -price * (upper - most);
      if (gain > 0) gains.set(cell, (gains.get(cell) ?? 0) + gain);
    }
  }
}

const withEnd = ([lower, upper]: Bounds): Bounds => [lower, Number.isFinite(upper) ? upper : lower + farthest];

function boundsOnceWithheld(cell: TableCell | undefined, [least, most]: Bounds): Bounds {
  return [Math.min(least, cell?.lowest ?? 0), most + farthest];
}

function programOf({ cells, equations }: LinearTable, bounds: readonly Bounds[]): Model {
  const entries = equations.flatMap(({ terms }) => terms);
  let start = 0;
  const starts = [0, ...equations.map(({ terms }) => (start += terms.length))];
  const model = highs.createModel({
    numCols: cells.length,
    numRows: equations.length,
    colCost: cells.map(() => 0),
    colLower: bounds.map(([lower]) => lower),
    colUpper: bounds.map(([, upper]) => upper),
    rowLower: equations.map(() => 0),
    rowUpper: equations.map(() => 0),
    matrix: {
      format: 'csr',
      numCols: cells.length,
      numRows: equations.length,
      starts,
      indices: entries.map(([cell]) => cell),
      values: entries.map(([, coefficient]) => coefficient),
    },
  });
  model.options.set({ output_flag: false });
  return model;
}
