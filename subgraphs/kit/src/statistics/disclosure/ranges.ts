import { rangesOf } from './component-ranges.ts';
import type { LinearTable, Recoverability, RecoverableCell } from './linear-table.ts';
import { type Component, OpenTable } from './open-table.ts';

/**
 * The withheld cells that follow from a table, exactly or nearly, for a reader who knows all that is shown, all sums, the rounding,
 * that counts are whole and how low a withheld one can be. The reader is taken to know which of them are small counts, unless
 * the publisher withheld them, and so is told nothing more by how the others were chosen.
 *
 * A cell follows where a single figure is left for it, or a range narrower than its `minimumWidth`. Equations that their own
 * figures contradict are set aside: as few as it takes for the rest to hold. Never throws.
 */
export function findRecoverable(table: LinearTable): Recoverability {
  const open = new OpenTable(table);
  const contradicted: number[] = [...open.wrongSums()];
  const recoverable: RecoverableCell[] = [];
  for (const component of componentsOf(open, open.primary())) {
    const ranges = rangesOf(open, component);
    recoverable.push(...ranges.recoverable);
    contradicted.push(...ranges.contradicted);
  }
  return {
    recoverable: recoverable.toSorted((a, b) => a.cell - b.cell),
    contradicted: contradicted.toSorted((a, b) => a - b),
  };
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
