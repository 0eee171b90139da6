import { rowsOf } from './equation-rows.ts';
import type { Conflict } from './linear-table.ts';
import type { Component, OpenTable } from './open-table.ts';
import { Simplex } from './simplex.ts';

/**
 * Which equations of a component can be true together, by nothing but what is certain of each figure. It keeps its place from one question
 * to the next.
 */
export class ConflictSearch {
  readonly #table: OpenTable;
  readonly #equations: readonly number[];
  readonly #simplex: Simplex;

  constructor(table: OpenTable, { equations }: Component) {
    const { cells, columns, rightSides } = rowsOf(table, equations);
    const bounds = cells.map((cell) => table.certainBoundsOf(cell));
    this.#table = table;
    this.#equations = equations;
    this.#simplex = new Simplex(
      { columns, rightSides, lower: bounds.map(([lower]) => lower), upper: bounds.map(([, upper]) => upper) },
      table.work,
    );
  }

  /** A smallest set of equations that cannot hold together, of all but those that are left out; null where all of these can. */
  findWithout(leftOut: ReadonlySet<number>): Conflict | null {
    const inconsistent = this.#inconsistentAmong(this.#equations.filter((equation) => !leftOut.has(equation)));
    return inconsistent === null ? null : this.#smallestOf(inconsistent);
  }

  /** Whether some equations, which did so beside other figures, contradict each other still. */
  isConflict({ equations }: Conflict): boolean {
    return this.#inconsistentAmong(equations) !== null;
  }

  /** A smallest set of equations that cannot hold together, of some that cannot: each is left out that the others do not need. */
  #smallestOf(suspected: readonly number[]): Conflict {
    // Approximate ones, and those that nobody declared, are tried first, so that a conflict among the others is named without them.
    const isDoubtful = (equation: number) => {
      const { isApproximate = false, isGuess = false } = this.#table.equation(equation);
      return isApproximate || isGuess;
    };
    const order = suspected.toSorted((a, b) => Number(isDoubtful(b)) - Number(isDoubtful(a)) || a - b);
    let needed: readonly number[] = order;
    for (const equation of order) {
      if (!needed.includes(equation)) continue;
      const inconsistent = this.#inconsistentAmong(needed.filter((other) => other !== equation));
      if (inconsistent !== null) needed = order.filter((other) => inconsistent.includes(other));
    }
    const equations = needed.toSorted((a, b) => a - b);
    const doubtful = equations.filter(isDoubtful);
    return { equations, setAside: doubtful.length > 0 ? doubtful : equations };
  }

  /** Equations that cannot hold together, of some, seldom the fewest; null where all of them can. */
  #inconsistentAmong(equations: readonly number[]): readonly number[] | null {
    const among = new Set(equations);
    const rowOf = new Map(this.#equations.map((equation, row) => [equation, row]));
    this.#simplex.leaveOut(new Set(this.#equations.flatMap((equation, row) => (among.has(equation) ? [] : [row]))));
    if (this.#simplex.makeFeasible() || this.#table.work.isSpent()) return null;
    const found = new Set(this.#simplex.inconsistent());
    const inconsistent = equations.filter((equation) => found.has(rowOf.get(equation) ?? -1));
    return inconsistent.length === 0 ? equations : inconsistent;
  }
}
