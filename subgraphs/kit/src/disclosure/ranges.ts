import { attackComponent, type ComponentAttack, recoverableIn } from './component-attack.ts';
import type { LinearTable, Recoverability, RecoverableCell } from './linear-table.ts';
import { type Component, OpenTable } from './open-table.ts';
import type { Work } from './work.ts';

/**
 * The withheld cells that follow from a table, exactly or nearly, for an attacker who knows all that is shown, all sums, the rounding,
 * that counts are whole and how low a withheld one can be. The attacker is assumed to know which of them are small counts, unless
 * the publisher withheld them, and so learns nothing more from how the others were chosen.
 *
 * A cell follows where a single figure is left for it, or a range narrower than its `minimumWidth`: by all equations, or where these
 * contradict each other, by any of them that can be true together. Never throws.
 */
export function findRecoverable(table: LinearTable): Recoverability {
  const open = new OpenTable(table);
  const attacks = attackAround(open, open.primary());
  return { recoverable: recoverableIn(attacks), conflicts: attacks.flatMap(({ conflicts }) => conflicts) };
}

/** As `findRecoverable`, of what hangs together with some cells, for as much work as there is. Never throws. */
export function findRecoverableIn(
  table: LinearTable,
  cells: readonly number[],
  work: Work,
): readonly RecoverableCell[] {
  const open = new OpenTable(table, work);
  return recoverableIn(attackAround(open, cells));
}

/** What follows in all that hangs together with some cells, component by component. Never throws. */
export function attackAround(open: OpenTable, cells: Iterable<number>): readonly ComponentAttack[] {
  return componentsOf(open, cells).map((component) => attackComponent(open, component));
}

/** The components in which the given cells lie, each once, in the order of the cells. Never throws. */
export function componentsOf(table: OpenTable, cells: Iterable<number>): readonly Component[] {
  const seen = new Set<number>();
  const components: Component[] = [];
  for (const cell of cells) {
    if (seen.has(cell)) continue;
    const component = table.componentOf(cell);
    for (const member of component.cells) seen.add(member);
    components.push(component);
  }
  return components;
}
