import type { Model } from 'highs';
import { highs } from './highs.ts';
import type { Choice } from './feasibility.ts';

/** Weights of cells that add up to 1 at least wherever a cell is withheld, or always, where there is none. */
export interface Cut {
  readonly weights: ReadonlyMap<number, number>;
  readonly cell: number | null;
}

/** The cheapest choice that meets all cuts. */
export interface CheapestChoice {
  readonly choice: Choice;
  /** What every choice costs at least that meets them. */
  readonly atLeast: number;
  /** False where time ran out before it was known to be the cheapest. */
  readonly isOptimal: boolean;
}

/** Chooses cells by their costs so that all cuts are met, of which there can come more. Dispose it in the end. */
export class CutPool {
  readonly #model: Model;
  readonly #cells: readonly number[];
  readonly #columns: ReadonlyMap<number, number>;
  #hasCuts = false;

  constructor(costs: ReadonlyMap<number, number>) {
    this.#cells = [...costs.keys()];
    this.#columns = new Map(this.#cells.map((cell, column) => [cell, column]));
    this.#model = highs.createModel({
      numCols: costs.size,
      numRows: 0,
      colCost: [...costs.values()],
      colLower: this.#cells.map(() => 0),
      colUpper: this.#cells.map(() => 1),
      rowLower: [],
      rowUpper: [],
      matrix: { format: 'csr', numCols: costs.size, numRows: 0, starts: [0], indices: [], values: [] },
    });
    this.#model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 1e-6 });
  }

  add({ weights, cell }: Cut): void {
    this.#hasCuts = true;
    const terms = new Map(weights);
    if (cell !== null) terms.set(cell, -1);
    this.#model.addRow(cell === null ? 1 : 0, highs.infinity, {
      indices: [...terms.keys()].map((each) => this.#columns.get(each) ?? 0),
      values: [...terms.values()],
    });
  }

  /** Takes cells whole or not at all from here on. */
  requireWhole(): void {
    const { integer } = highs.constants.variableType;
    for (const column of this.#cells.keys()) this.#model.changeColIntegrality(column, integer);
  }

  /** Null where no choice meets all cuts. */
  cheapest(mostMs: number): CheapestChoice | null {
    // A program without columns is not solved: there is nothing to choose.
    if (this.#cells.length === 0) return this.#hasCuts ? null : { choice: new Map(), atLeast: 0, isOptimal: true };
    const { optimal, infeasible } = highs.constants.modelStatus;
    this.#model.options.set('time_limit', Math.max(0.01, mostMs / 1000) + this.#model.getRunTime());
    this.#model.run();
    const status = this.#model.getModelStatus();
    if (status === infeasible) return null;
    const isOptimal = status === optimal;
    const { colValue } = this.#model.getSolution();
    const bound = Number(this.#model.info.get('mip_dual_bound'));
    return {
      choice: new Map(
        this.#cells.flatMap((cell, column) =>
          (colValue[column] ?? 0) > 1e-9 ? [[cell, colValue[column] ?? 0] as const] : [],
        ),
      ),
      atLeast: isOptimal ? this.#model.getObjectiveValue() : Math.max(0, bound),
      isOptimal,
    };
  }

  [Symbol.dispose](): void {
    this.#model.dispose();
  }
}
