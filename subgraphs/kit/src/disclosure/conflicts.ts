import type { SparseColumn } from './basis-inverse.ts';
import type { Conflict } from './linear-table.ts';
import type { Component, OpenTable } from './open-table.ts';
import { Simplex } from './simplex.ts';

/** Conflicts of one component that are told apart; what contradicts itself more often than that is not believed together at all. */
const mostConflicts = 40;

/**
 * Where the equations of a component cannot all be true, by nothing but what is certain of each figure: a smallest set that cannot hold
 * together, then another among the rest, until what is left can. Only approximate equations are set aside for a set that has any.
 * Empty where all can hold. Never throws.
 */
export function findConflicts(table: OpenTable, { equations }: Component): readonly Conflict[] {
  const conflicts: Conflict[] = equations
    .filter((equation) => !canHoldAlone(table, equation))
    .map((equation) => ({ equations: [equation], setAside: [equation] }));
  let believed = without(equations, conflicts);
  const known = knownConflicts.get(table) ?? [];
  knownConflicts.set(table, known);
  for (const conflict of known) {
    if (!isWithin(conflict, believed) || findInconsistent(table, conflict.equations) === null) continue;
    conflicts.push(conflict);
    believed = without(believed, [conflict]);
  }
  for (;;) {
    const inconsistent = findInconsistent(table, believed);
    if (inconsistent === null) return conflicts;
    const isLast = conflicts.length >= mostConflicts || table.work.isSpent();
    const conflict = isLast ? { equations: believed, setAside: believed } : conflictWithin(table, inconsistent);
    conflicts.push(conflict);
    if (!isLast) known.push(conflict);
    believed = without(believed, [conflict]);
  }
}

/** Found before in a table, so that it is looked for but once: a sum that is wrong stays wrong while other figures are withheld. */
const knownConflicts = new WeakMap<OpenTable, Conflict[]>();

function without(equations: readonly number[], conflicts: readonly Conflict[]): readonly number[] {
  const setAside = new Set(conflicts.flatMap((conflict) => conflict.setAside));
  return equations.filter((equation) => !setAside.has(equation));
}

function isWithin(conflict: Conflict, equations: readonly number[]): boolean {
  const all = new Set(equations);
  return conflict.equations.every((equation) => all.has(equation));
}

/** A smallest set of some equations that cannot all be true, by what is certain of each figure; null where all can. Never throws. */
export function findConflict(table: OpenTable, equations: readonly number[]): Conflict | null {
  const inconsistent = findInconsistent(table, equations);
  return inconsistent === null ? null : conflictWithin(table, inconsistent);
}

/** A smallest set of equations that cannot hold together, of some that cannot: each is left out that the others do not need. */
function conflictWithin(table: OpenTable, suspected: readonly number[]): Conflict {
  // Approximate ones are tried first, so that a conflict among exact ones is named without them.
  const order = suspected.toSorted(
    (a, b) => Number(isApproximate(table, b)) - Number(isApproximate(table, a)) || a - b,
  );
  let needed: readonly number[] = order;
  for (const equation of order) {
    const others = needed.filter((other) => other !== equation);
    const inconsistent = findInconsistent(table, others);
    if (inconsistent !== null)
      needed = others.filter((other) => inconsistent.includes(other) || !order.includes(other));
  }
  const equations = needed.toSorted((a, b) => a - b);
  const approximate = equations.filter((equation) => isApproximate(table, equation));
  return { equations, setAside: approximate.length > 0 ? approximate : equations };
}

const isApproximate = (table: OpenTable, equation: number) => table.equation(equation).isApproximate === true;

/** Equations that cannot hold together, of some; null where all of them can. */
function findInconsistent(table: OpenTable, equations: readonly number[]): readonly number[] | null {
  const { columns, rightSides, cells } = rowsOf(table, equations);
  const bounds = cells.map((cell) => table.certainBoundsOf(cell));
  const simplex = new Simplex(
    {
      columns,
      rightSides,
      lower: bounds.map(([lower]) => lower),
      upper: bounds.map(([, upper]) => upper),
    },
    table.work,
  );
  if (simplex.makeFeasible() || table.work.isSpent()) return null;
  const found = new Set(simplex.inconsistent());
  return equations.filter((_, row) => found.size === 0 || found.has(row));
}

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
    for (const [cell, coefficient] of table.equation(equation).terms) {
      if (!table.isOpen(cell)) rightSide -= coefficient * table.knownValue(cell);
      else {
        const column = columns.get(cell) ?? [];
        columns.set(cell, column);
        column.push([row, coefficient]);
      }
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
