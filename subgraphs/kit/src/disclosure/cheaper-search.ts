import { recoverableIn } from './component-attack.ts';
import { dearestFirst, openBeside, removeRedundant } from './redundant-suppressions.ts';
import type { OpenTable } from './open-table.ts';
import { attackAround, componentsOf } from './ranges.ts';
import { withholdPartners } from './withhold-partners.ts';

/**
 * Looks for cheaper partners in a table that is protected: each secondary suppression is shown in turn, the dearest first, and must stay
 * so while others are found in its place. What comes to be protected for less is kept. Never throws.
 */
export function findCheaper(open: OpenTable): void {
  for (const cell of dearestFirst(open, open.secondary)) {
    if (open.work.isSpent()) return;
    if (open.secondary.has(cell)) replace(open, cell);
  }
}

/** Protects a table without one of its secondary suppressions, where that costs less. */
function replace(open: OpenTable, cell: number): void {
  const before = new Set(open.secondary);
  const cost = costOf(open);
  const beside = openBeside(open, cell);
  open.restore(cell);
  open.keep(cell, true);
  const isProtected = withholdPartners(open, recoverableIn(attackAround(open, beside)));
  const added = [...open.secondary].filter((other) => !before.has(other));
  // What hangs together with none of it is as it was, and was left without redundant ones.
  if (isProtected) removeRedundant(open, true, secondaryAround(open, [...beside, ...added]));
  open.keep(cell, false);
  if (isProtected && !open.work.isSpent() && costOf(open) < cost) return;
  for (const other of open.secondary) open.restore(other);
  for (const other of before) open.withhold(other);
}

/** The secondary suppressions that hang together with some cells. */
function secondaryAround(open: OpenTable, cells: readonly number[]): readonly number[] {
  return componentsOf(open, cells).flatMap((component) => component.cells.filter((cell) => open.secondary.has(cell)));
}

const costOf = (open: OpenTable) => [...open.secondary].reduce((sum, cell) => sum + open.cell(cell).cost, 0);
