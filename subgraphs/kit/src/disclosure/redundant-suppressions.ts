import { attackComponent, recoverableIn } from './component-attack.ts';
import type { OpenTable } from './open-table.ts';
import { attackAround, componentsOf } from './ranges.ts';

/**
 * Removes redundant secondary suppressions, the dearest first. Never throws.
 *
 * @param isComplete whether nothing follows now: then nothing may in the end.
 * @param cells those that may be shown again, of which some may not be withheld.
 */
export function removeRedundant(open: OpenTable, isComplete: boolean, cells: Iterable<number> = open.secondary): void {
  for (const cell of dearestFirst(open, cells)) {
    if (open.work.isSpent()) return;
    if (!open.secondary.has(cell)) continue;
    if (isComplete) showTogether(open, cell);
    else showUnlessMore(open, cell);
  }
}

/** Shows a cell again, with others that are withheld for its sake alone; none of them where a primary one would follow. */
function showTogether(open: OpenTable, cell: number): void {
  const shown = new Set([cell]);
  for (const next of shown) {
    open.restore(next);
    const exposed = firstExposed(
      open,
      [...shown].flatMap((each) => openBeside(open, each)),
    );
    if (exposed === null) return;
    if (!open.secondary.has(exposed) || open.work.isSpent()) break;
    shown.add(exposed);
  }
  for (const each of shown) open.withhold(each);
}

/** Where something follows whatever is withheld: what follows with a cell and without it is no reason to withhold it. */
function showUnlessMore(open: OpenTable, cell: number): void {
  const beside = openBeside(open, cell);
  open.restore(cell);
  const exposed = countExposed(open, beside);
  open.withhold(cell);
  if (countExposed(open, beside) >= exposed) open.restore(cell);
}

/** Some cells in the order in which they are best shown again. Never throws. */
export function dearestFirst(open: OpenTable, cells: Iterable<number>): readonly number[] {
  return [...cells].toSorted((a, b) => open.cell(b).cost - open.cell(a).cost || a - b);
}

/** The open cells that stand in an equation with a cell. Never throws. */
export function openBeside(open: OpenTable, cell: number): readonly number[] {
  return open
    .equationsOf(cell)
    .flatMap((equation) => open.equation(equation).terms.map(([other]) => other))
    .filter((other) => other !== cell && open.isOpen(other));
}

/** A cell that follows in what hangs together with some; null where none does. */
function firstExposed(open: OpenTable, cells: readonly number[]): number | null {
  for (const component of componentsOf(open, cells)) {
    const [first] = recoverableIn([attackComponent(open, component, { suspects: cells })]);
    if (first !== undefined) return first.cell;
  }
  return null;
}

const countExposed = (open: OpenTable, cells: readonly number[]) => recoverableIn(attackAround(open, cells)).length;
