/** Moves that are kept: those that were found first serve most. */
const mostMoves = 200;

/**
 * How tables of some equations differ from each other: where these all hold, or others in place of a few of them, a table can mostly be
 * changed by as much, and two tables that lie far apart are found without a search.
 */
export class KnownMoves {
  readonly #moves: Float64Array[] = [];
  /** Tables of the equations at hand. */
  #tables: Float64Array[] = [];

  /** Whether no table of the equations at hand has been added. */
  get isNew(): boolean {
    return this.#tables.length === 0;
  }

  add(table: Float64Array): void {
    if (this.#tables.length < mostMoves) this.#tables.push(table);
  }

  /** Goes on with other equations. */
  beginAnew(): void {
    const [first, ...others] = this.#tables;
    this.#tables = [];
    if (first === undefined) return;
    for (const table of others.slice(0, mostMoves - this.#moves.length))
      this.#moves.push(table.map((value, column) => value - (first[column] ?? 0)));
  }

  /** What becomes of a table by each of the moves, there and back. */
  *from(table: Float64Array): Iterable<Float64Array> {
    for (const move of this.#moves)
      for (const sign of [1, -1]) yield table.map((value, column) => value + sign * (move[column] ?? 0));
  }
}
