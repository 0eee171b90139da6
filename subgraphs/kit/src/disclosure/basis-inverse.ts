/** One unknown of a linear program: its coefficient in each row in which it stands. */
export type SparseColumn = readonly (readonly [row: number, coefficient: number])[];

/** The inverse of the matrix of basic columns, which begins as the identity and changes by one column at a time. */
export class BasisInverse {
  readonly #size: number;
  readonly #entries: Float64Array;
  /** Where the row at hand is not zero. */
  readonly #filled: Int32Array;

  constructor(size: number) {
    this.#size = size;
    this.#entries = new Float64Array(size * size);
    this.#filled = new Int32Array(size);
    for (let row = 0; row < size; row += 1) this.#entries[row * size + row] = 1;
  }

  /** The inverse times a column. */
  timesColumn(column: SparseColumn): Float64Array {
    const [size, entries] = [this.#size, this.#entries];
    const product = new Float64Array(size);
    for (const [at, coefficient] of column)
      for (let row = 0, entry = at; row < size; row += 1, entry += size)
        product[row] = (product[row] ?? 0) + coefficient * (entries[entry] ?? 0);
    return product;
  }

  /** The inverse times a full column. */
  times(column: Float64Array): Float64Array {
    const [size, entries] = [this.#size, this.#entries];
    const product = new Float64Array(size);
    for (let row = 0; row < size; row += 1) {
      let sum = 0;
      const start = row * size;
      for (let at = 0; at < size; at += 1) sum += (entries[start + at] ?? 0) * (column[at] ?? 0);
      product[row] = sum;
    }
    return product;
  }

  /** A row times the inverse. */
  timesFromLeft(weights: Float64Array): Float64Array {
    const [size, entries] = [this.#size, this.#entries];
    const product = new Float64Array(size);
    for (let row = 0; row < size; row += 1) {
      const weight = weights[row] ?? 0;
      if (weight === 0) continue;
      const start = row * size;
      for (let at = 0; at < size; at += 1) product[at] = (product[at] ?? 0) + weight * (entries[start + at] ?? 0);
    }
    return product;
  }

  /** Puts a column into the basis in place of that of a row; `changed` is the inverse times the column. */
  replace(row: number, changed: Float64Array): void {
    const [size, entries] = [this.#size, this.#entries];
    const pivot = entries.subarray(row * size, (row + 1) * size);
    const divisor = changed[row] ?? 1;
    // Most of a row is zeros, which change nothing.
    const filled = this.#filled;
    let count = 0;
    for (let at = 0; at < size; at += 1) {
      if (pivot[at] === 0) continue;
      pivot[at] = (pivot[at] ?? 0) / divisor;
      filled[count] = at;
      count += 1;
    }
    for (let other = 0; other < size; other += 1) {
      const factor = changed[other] ?? 0;
      if (other === row || factor === 0) continue;
      const start = other * size;
      for (let index = 0; index < count; index += 1) {
        const at = filled[index] ?? 0;
        entries[start + at] = (entries[start + at] ?? 0) - factor * (pivot[at] ?? 0);
      }
    }
  }
}
