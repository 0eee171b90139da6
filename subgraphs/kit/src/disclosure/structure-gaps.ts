import type { TableCell, TableEquation } from './linear-table.ts';

/**
 * The equations without those from which nothing follows: in which an unknown figure that is in no other equation stands against all the
 * others, so that it is whatever they add up to. In their order. Never throws.
 */
export function informativeEquations(
  cells: readonly TableCell[],
  equations: readonly TableEquation[],
): readonly TableEquation[] {
  const uses = new Map<number, Set<TableEquation>>();
  for (const equation of equations)
    for (const [cell] of equation.terms)
      if (cells[cell]?.state === 'unknown') uses.set(cell, (uses.get(cell) ?? new Set()).add(equation));
  const idle = new Set<TableEquation>();
  const waiting = new Set(equations);
  for (const equation of waiting) {
    waiting.delete(equation);
    const isIdle = equation.terms.some(
      ([cell, sign]) =>
        uses.get(cell)?.size === 1 &&
        equation.terms.every(
          ([other, otherSign]) => other === cell || sign * otherSign < 0 || cells[other]?.isTolerance === true,
        ),
    );
    if (!isIdle) continue;
    idle.add(equation);
    for (const [cell] of equation.terms) {
      uses.get(cell)?.delete(equation);
      for (const other of uses.get(cell) ?? []) waiting.add(other);
    }
  }
  return equations.filter((equation) => !idle.has(equation));
}
