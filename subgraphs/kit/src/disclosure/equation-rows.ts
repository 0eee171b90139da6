import type { SparseColumn } from './basis-inverse.ts';
import type { OpenTable } from './open-table.ts';

/** The open cells of some equations, and these as rows of a linear program over them. Never throws. */
export function rowsOf(
  table: OpenTable,
  equations: readonly number[],
): {
  readonly cells: readonly number[];
  readonly columns: readonly SparseColumn[];
  readonly rightSides: readonly number[];
} {
  const columns = new Map<number, (readonly [number, number])[]>();
  const rightSides = equations.map((equation, row) => {
    let rightSide = 0;
    for (const [cell, coefficient] of table.equation(equation).terms)
      if (!table.isOpen(cell)) {
        rightSide -= coefficient * table.knownValue(cell);
      } else {
        const column = columns.get(cell) ?? [];
        columns.set(cell, column);
        column.push([row, coefficient]);
      }
    return rightSide;
  });
  return { cells: [...columns.keys()], columns: [...columns.values()], rightSides };
}

/** Far below one unit, far above what arithmetic loses. */
const leastError = 1e-6;

/** Whether an equation can be true by itself, by what is certain of each figure. Never throws. */
export function canHoldAlone(table: OpenTable, equation: number): boolean {
  let least = 0;
  let most = 0;
  for (const [cell, coefficient] of table.equation(equation).terms) {
    const known = table.knownValue(cell);
    const [lower, upper] = table.isOpen(cell) ? table.certainBoundsOf(cell) : [known, known];
    least += coefficient > 0 ? coefficient * lower : coefficient * upper;
    most += coefficient > 0 ? coefficient * upper : coefficient * lower;
  }
  return least <= leastError && most >= -leastError;
}
