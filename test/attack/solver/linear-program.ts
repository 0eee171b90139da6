/** One equation over variables by position: the sum of `times` times each variable is `equals`. */
export interface LinearEquation {
  readonly terms: readonly (readonly [variable: number, times: number])[];
  readonly equals: number;
}

/** Numbers nearer to each other than this are one: the programs have small whole coefficients and few hundred rows. */
const tolerance = 1e-7;
/** Pivots after which only Bland's rule is used, which never cycles. */
const pivotsBeforeBland = 200;

/**
 * A linear program in standard form, kept at a feasible corner: all variables are zero or more and meet the equations.
 *
 * A dense tableau with two phases. It is written for this suite alone, so that the attacker shares no code with the protection.
 */
export class LinearProgram {
  readonly #width: number;
  /** Rows of the tableau: coefficients of every variable, then the right-hand side. */
  #rows: Float64Array[] = [];
  #basis: number[] = [];
  readonly isFeasible: boolean;

  constructor(variables: number, equations: readonly LinearEquation[]) {
    this.#width = variables;
    this.isFeasible = this.#reachCorner(equations);
  }

  /** The least value of a variable, or the greatest, and the corner that has it; the value is infinite where nothing bounds it. */
  optimum(
    variable: number,
    direction: 'least' | 'greatest',
  ): { readonly value: number; readonly corner: Float64Array } {
    const sign = direction === 'least' ? 1 : -1;
    const costs = new Float64Array(this.#width);
    costs[variable] = sign;
    const isBounded = this.#minimise(costs, this.#width);
    const corner = this.#corner();
    return { value: isBounded ? (corner[variable] ?? 0) : sign * -Infinity, corner };
  }

  #corner(): Float64Array {
    const corner = new Float64Array(this.#width);
    this.#basis.forEach((variable, row) => {
      if (variable < this.#width) corner[variable] = this.#rows[row]?.at(-1) ?? 0;
    });
    return corner;
  }

  /** Phase one: an artificial variable for each row, whose sum is brought to zero; then the artificial columns go. */
  #reachCorner(equations: readonly LinearEquation[]): boolean {
    const total = this.#width + equations.length;
    this.#rows = equations.map(({ terms, equals }, index) => {
      const row = new Float64Array(total + 1);
      const sign = equals < 0 ? -1 : 1;
      for (const [variable, times] of terms) row[variable] = (row[variable] ?? 0) + sign * times;
      row[this.#width + index] = 1;
      row[total] = sign * equals;
      return row;
    });
    this.#basis = equations.map((_, index) => this.#width + index);
    const costs = new Float64Array(total).fill(1, this.#width);
    this.#minimise(costs, total);
    const left = this.#basis.reduce((sum, variable, row) => sum + (variable < this.#width ? 0 : this.#value(row)), 0);
    if (left > 1e-5) return false;
    this.#dropArtificial();
    return true;
  }

  #dropArtificial(): void {
    for (let row = this.#rows.length - 1; row >= 0; row -= 1) {
      if ((this.#basis[row] ?? 0) < this.#width) continue;
      const cells = this.#rows[row];
      const column = cells?.subarray(0, this.#width).findIndex((cell) => Math.abs(cell) > tolerance) ?? -1;
      if (column >= 0) this.#pivot(row, column);
      else {
        this.#rows.splice(row, 1);
        this.#basis.splice(row, 1);
      }
    }
    this.#rows = this.#rows.map((row) => Float64Array.from([...row.subarray(0, this.#width), row.at(-1) ?? 0]));
  }

  /** False where the costs fall without end. */
  #minimise(costs: Float64Array, columns: number): boolean {
    const reduced = this.#reducedCosts(costs, columns);
    for (let pivots = 0; ; pivots += 1) {
      const entering = enteringColumn(reduced, pivots > pivotsBeforeBland);
      if (entering < 0) return true;
      const leaving = this.#leavingRow(entering);
      if (leaving < 0) return false;
      this.#pivot(leaving, entering);
      const row = this.#rows[leaving];
      const factor = reduced[entering] ?? 0;
      if (row !== undefined)
        for (let at = 0; at < columns; at += 1) reduced[at] = (reduced[at] ?? 0) - factor * (row[at] ?? 0);
      reduced[entering] = 0;
    }
  }

  #reducedCosts(costs: Float64Array, columns: number): Float64Array {
    const reduced = Float64Array.from(costs.subarray(0, columns));
    this.#basis.forEach((variable, index) => {
      const cost = costs[variable] ?? 0;
      const row = this.#rows[index];
      if (cost === 0 || row === undefined) return;
      for (let at = 0; at < columns; at += 1) reduced[at] = (reduced[at] ?? 0) - cost * (row[at] ?? 0);
    });
    return reduced;
  }

  #leavingRow(column: number): number {
    let best = -1;
    let least = Infinity;
    this.#rows.forEach((row, index) => {
      const step = row[column] ?? 0;
      if (step <= tolerance) return;
      const ratio = this.#value(index) / step;
      const isTie = Math.abs(ratio - least) <= tolerance;
      if (isTie ? (this.#basis[index] ?? 0) < (this.#basis[best] ?? 0) : ratio < least) {
        best = index;
        least = ratio;
      }
    });
    return best;
  }

  #pivot(row: number, column: number): void {
    const pivotRow = this.#rows[row];
    const by = pivotRow?.[column] ?? 1;
    if (pivotRow === undefined) return;
    for (let at = 0; at < pivotRow.length; at += 1) pivotRow[at] = (pivotRow[at] ?? 0) / by;
    for (const other of this.#rows) {
      const factor = other[column] ?? 0;
      if (other === pivotRow || factor === 0) continue;
      for (let at = 0; at < other.length; at += 1) other[at] = (other[at] ?? 0) - factor * (pivotRow[at] ?? 0);
      other[column] = 0;
    }
    this.#basis[row] = column;
  }

  #value(row: number): number {
    return this.#rows[row]?.at(-1) ?? 0;
  }
}

/** The column that lowers the costs fastest, or by Bland's rule the first that does; -1 where none does. */
function enteringColumn(reduced: Float64Array, isBland: boolean): number {
  if (isBland) return reduced.findIndex((cost) => cost < -tolerance);
  let best = -1;
  let least = -tolerance;
  reduced.forEach((cost, column) => {
    if (cost < least) [best, least] = [column, cost];
  });
  return best;
}
