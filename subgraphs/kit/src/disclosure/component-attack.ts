import { type ComponentRanges, RangeSearch } from './component-ranges.ts';
import { feasibleSystemsOf } from './feasible-systems.ts';
import { widthLeft } from './leaks.ts';
import type { Conflict, RecoverableCell } from './linear-table.ts';
import type { Component, OpenTable } from './open-table.ts';

/** What an attacker can work out of one component, whatever is believed of it. */
export interface ComponentAttack {
  /** One for each set of equations that an attacker may believe; one alone where all of them can be true. */
  readonly ranges: readonly [ComponentRanges, ...ComponentRanges[]];
  readonly conflicts: readonly Conflict[];
}

/** How a component is attacked. */
export interface AttackOptions {
  /** Cells that are looked at first; the search ends at the first cell that follows. @default none: all are looked at */
  readonly suspects?: readonly number[];
  /** Whether the search ends at the first set of equations by which any cell follows. @default false */
  readonly endsAtFirst?: boolean;
}

/**
 * What follows for the withheld cells of a component, for an attacker who knows all that is shown, that counts are whole, and how low
 * a withheld one can be. A cell is safe only where two tables have been found that an attacker cannot tell from the true one
 * and in which it lies far enough apart: whatever arithmetic loses, or a search that is abandoned, errs on the safe side. Never throws.
 */
export function attackComponent(
  table: OpenTable,
  component: Component,
  { suspects, endsAtFirst = suspects !== undefined }: AttackOptions = {},
): ComponentAttack {
  if (table.work.isSpent()) return unproven(table, component);
  const search = new RangeSearch(table, component);
  if (search.meetsAll()) {
    const ranges = search.run(suspects);
    if (ranges.isImpossible !== true) return { ranges: [ranges], conflicts: [] };
  }
  const { leftOut, conflicts } = feasibleSystemsOf(table, component);
  const ranges: ComponentRanges[] = [];
  const waiting = new Map(leftOut.map((equations) => [nameOf(equations), equations]));
  for (const equations of waiting.values()) {
    if (ranges.length > 0 && isHarmless(table, component, equations)) continue;
    search.leaveOut(equations);
    search.meetsAll();
    const found = search.run(suspects);
    if (found.isImpossible !== true) ranges.push(found);
    else if (leftOut.includes(equations))
      for (const more of leftOutBesides(component, equations)) waiting.set(nameOf(more), more);
    if (endsAtFirst && found.recoverable.length > 0) break;
  }
  const [first = search.run(suspects), ...others] = ranges;
  return table.work.isSpent() ? unproven(table, component) : { ranges: [first, ...others], conflicts };
}

const nameOf = (equations: ReadonlySet<number>) => [...equations].toSorted((a, b) => a - b).join(' ');

/** Equations of which each is left out in turn where all of them together allow fractions alone; of more, each is believed alone. */
const mostLeftOutInTurn = 60;

/**
 * What else may be left out where what is left can be true in fractions and not in whole numbers: one more of them, whichever it is; or all but
 * one.
 */
function leftOutBesides({ equations }: Component, leftOut: ReadonlySet<number>): readonly ReadonlySet<number>[] {
  const believed = equations.filter((equation) => !leftOut.has(equation));
  const inTurn = believed.length > mostLeftOutInTurn ? [] : believed;
  return [
    ...inTurn.map((equation) => new Set([...leftOut, equation])),
    ...believed.map((equation) => new Set(equations.filter((other) => other !== equation))),
  ];
}

/** Every withheld cell of a component, for want of a proof that it is safe. */
function unproven(table: OpenTable, { cells }: Component): ComponentAttack {
  const recoverable = cells
    .filter((cell) => table.isWithheld(cell))
    .map((cell) => ({ cell, low: 0, high: Number.POSITIVE_INFINITY, isUnproven: true }));
  return { ranges: [{ recoverable, empty: [], leftOut: [], middle: new Map() }], conflicts: [] };
}

/** Whether nothing follows where all equations but one are left out; false for any other, of which that is not seen at once. */
function isHarmless(table: OpenTable, { equations }: Component, leftOut: ReadonlySet<number>): boolean {
  const [equation, second] = equations.filter((each) => !leftOut.has(each));
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
