import { recoverableIn } from './component-attack.ts';
import type { OpenTable } from './open-table.ts';
import { mayBeWithheld } from './partner-rings.ts';
import { attackAround } from './ranges.ts';
import { Work } from './work.ts';

/**
 * In place of few partners that were looked for in vain: the whole of each sum in which anything is withheld, and of each in which
 * that stands; then, around what follows all the same, the parts too. Never throws.
 */
export function withholdAround(open: OpenTable, mostWork: number): void {
  for (const cell of open.secondary) open.restore(cell);
  withholdSums(open, open.primary(), (coefficient) => coefficient < 0);
  open.work = new Work(mostWork);
  const exposed = recoverableIn(attackAround(open, open.primary())).filter(({ isUnproven }) => isUnproven !== true);
  withholdSums(
    open,
    exposed.map(({ cell }) => cell),
    () => true,
  );
}

/** Withholds figures of the sums in which cells stand, and of those in which these stand, as far as they may be. */
function withholdSums(open: OpenTable, cells: readonly number[], isChosen: (coefficient: number) => boolean): void {
  const waiting = new Set(cells.flatMap((cell) => open.equationsOf(cell)));
  for (const equation of waiting)
    for (const [cell, coefficient] of open.equation(equation).terms) {
      if (!isChosen(coefficient) || !mayBeWithheld(open, cell, Number.POSITIVE_INFINITY)) continue;
      open.withhold(cell);
      for (const other of open.equationsOf(cell)) waiting.add(other);
    }
}
