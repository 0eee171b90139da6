import { beliefsOf } from './beliefs.ts';
import { type ComponentRanges, RangeSearch } from './component-ranges.ts';
import { widthLeft } from './leaks.ts';
import type { Conflict, RecoverableCell } from './linear-table.ts';
import type { Component, OpenTable } from './open-table.ts';

/** What an attacker can work out of one component, whatever is believed of it. */
export interface ComponentAttack {
  /** One for each set of equations that an attacker may believe; one alone where all of them can be true. */
  readonly ranges: readonly [ComponentRanges, ...ComponentRanges[]];
  readonly conflicts: readonly Conflict[];
}

/**
 * What follows for the withheld cells of a component, for an attacker who knows all that is shown, that counts are whole, and how low
 * a withheld one can be. A cell is safe only where two tables have been found that an attacker cannot tell from the true one
 * and in which it lies far enough apart: whatever arithmetic loses, or a search that is abandoned, errs on the safe side.
 *
 * Where `suspects` are given, they are looked at first, and the search ends at the first cell that follows. Never throws.
 */
export function attackComponent(table: OpenTable, component: Component, suspects?: readonly number[]): ComponentAttack {
  if (table.work.isSpent()) return unproven(table, component);
  const all = new RangeSearch(table, component, component.equations);
  if (all.meetsAll()) return { ranges: [all.run(suspects)], conflicts: [] };
  const { systems, conflicts } = beliefsOf(table, component);
  const ranges: ComponentRanges[] = [];
  for (const system of systems) {
    if (ranges.length > 0 && isHarmless(table, system)) continue;
    const search = new RangeSearch(table, component, system);
    search.meetsAll();
    const found = search.run(suspects);
    ranges.push(found);
    if (suspects !== undefined && found.recoverable.length > 0) break;
  }
  const [first = all.run(suspects), ...others] = ranges;
  return table.work.isSpent() ? unproven(table, component) : { ranges: [first, ...others], conflicts };
}

/** Every withheld cell of a component, for want of a proof that it is safe. */
function unproven(table: OpenTable, { cells }: Component): ComponentAttack {
  const recoverable = cells
    .filter((cell) => table.isWithheld(cell))
    .map((cell) => ({ cell, low: 0, high: Number.POSITIVE_INFINITY, isUnproven: true }));
  return { ranges: [{ recoverable, doubted: [], middle: new Map() }], conflicts: [] };
}

/** Whether nothing follows from a system that is one equation; false for any other, of which that is not seen at once. */
function isHarmless(table: OpenTable, system: readonly number[]): boolean {
  const [equation, second] = system;
  if (equation === undefined || second !== undefined) return false;
  return table
    .equation(equation)
    .terms.every(
      ([cell, coefficient]) =>
        !table.isWithheld(cell) ||
        (Math.abs(coefficient) === 1 && widthLeft(table, { cell, equation }) >= widthWanted(table, cell)),
    );
}

/** How wide the range of a cell has to be: a point is too narrow, whatever the policy. */
const widthWanted = (table: OpenTable, cell: number) => Math.max(table.cell(cell).minimumWidth, 1);

/** The cells that follow by any of some ranges, each once with the least that is left for it, in their order. Never throws. */
export function recoverableIn(attacks: readonly ComponentAttack[]): readonly RecoverableCell[] {
  const narrowest = new Map<number, RecoverableCell>();
  for (const found of attacks.flatMap(({ ranges }) => ranges.flatMap(({ recoverable }) => recoverable))) {
    const known = narrowest.get(found.cell);
    if (known === undefined || isNarrower(found, known)) narrowest.set(found.cell, found);
  }
  return [...narrowest.values()].toSorted((a, b) => a.cell - b.cell);
}

function isNarrower(one: RecoverableCell, other: RecoverableCell): boolean {
  const difference = one.high - one.low - (other.high - other.low);
  return difference < 0 || (difference === 0 && one.low < other.low);
}
