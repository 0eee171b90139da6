import type { TableCell, TableEquation } from './linear-table.ts';

/**
 * The cells of which a zero may be withheld, too, though a withheld figure is said to be one at least: those that show the same figure
 * as one that is withheld, and zeros that stand in a sum with a withheld one that another edition has otherwise. There they are no
 * zeros either, and here they would tell that it is. Never throws.
 */
export function withZerosToWithhold(
  cells: readonly TableCell[],
  equations: readonly TableEquation[],
): readonly TableCell[] {
  const isWithheld = (cell: number) => cells[cell]?.state === 'withheld';
  const isZero = (cell: number) => cells[cell]?.state === 'shown' && cells[cell].value === 0;
  const restated = cells.flatMap((cell, position) => (cell.mayBeLess === true ? [position] : []));
  const hidden = restated.filter((cell) => isWithheld(cell) || isZero(cell));
  const inSums = reachedFrom(hidden, equations, isZero);
  const twins = equations.filter(({ kind }) => kind === 'same-figure');
  const withheld = twins.flatMap(({ terms }) => terms.map(([cell]) => cell)).filter(isWithheld);
  const reached = reachedFrom([...restated, ...inSums, ...withheld], twins, () => true);
  return cells.map((cell, position) =>
    reached.has(position) && cell.state === 'shown' ? { ...cell, mayBeLess: true } : cell,
  );
}

/** Some cells, and those that stand in an equation with one of them, as far as these may be reached, and so on. */
function reachedFrom(
  start: readonly number[],
  equations: readonly TableEquation[],
  mayReach: (cell: number) => boolean,
): ReadonlySet<number> {
  const reached = new Set(start);
  if (reached.size === 0) return reached;
  const equationsOf = new Map<number, TableEquation[]>();
  for (const equation of equations)
    for (const [cell] of equation.terms) {
      const known = equationsOf.get(cell);
      if (known === undefined) equationsOf.set(cell, [equation]);
      else known.push(equation);
    }
  for (const cell of reached)
    for (const { terms } of equationsOf.get(cell) ?? [])
      for (const [other] of terms) if (mayReach(other)) reached.add(other);
  return reached;
}
