import { canHoldAlone } from './equation-rows.ts';
import { FoundConflicts } from './found-conflicts.ts';
import type { Conflict } from './linear-table.ts';
import type { Component, OpenTable } from './open-table.ts';

/** What an attacker may believe of a component. */
export interface FeasibleSystems {
  /**
   * What is left out of each largest set of equations that can be true together: nothing, once, where nothing contradicts itself. Where
   * there are too many to look at, some of them, in which each equation that is set aside is believed at least once.
   */
  readonly leftOut: readonly ReadonlySet<number>[];
  readonly conflicts: readonly Conflict[];
}

/** Sets of equations that are looked at for one component. */
const mostSystems = 100;
/** Conflicts of one component that are told apart; what contradicts itself more often is not believed together at all. */
const mostConflicts = 40;

/**
 * The largest sets of equations of a component that can be true together. Where some contradict each other, one of them is wrong, and the
 * attacker may guess which: the conflicts are the nodes of a tree, in which each branch leaves one of their members out, until what
 * remains can be true (Reiter's hitting sets). An approximate equation, and one that nobody declared, is left out before any other; the latter is
 * believed by itself. Never throws.
 */
export function feasibleSystemsOf(table: OpenTable, component: Component): FeasibleSystems {
  const impossible = component.equations.filter((equation) => !canHoldAlone(table, equation));
  const alone = impossible.map((equation): Conflict => ({ equations: [equation], setAside: [equation] }));
  const found = new FoundConflicts(table, component);
  const together = branches(found, impossible) ?? samples(found, impossible, component.equations);
  const guesses = unbelievedIn(together, component.equations).filter(
    (equation) => table.equation(equation).isGuess === true && !impossible.includes(equation),
  );
  const leftOut = [...together, ...guesses.map((equation) => allBut(equation, component.equations))];
  return { leftOut, conflicts: [...alone, ...found.apart()] };
}

/** Every smallest set of equations without which the others can be true; null where there are too many. */
function branches(found: FoundConflicts, impossible: readonly number[]): readonly ReadonlySet<number>[] | null {
  const complete: ReadonlySet<number>[] = [];
  const waiting: ReadonlySet<number>[] = [new Set(impossible)];
  const seen = new Set<string>();
  for (const leftOut of waiting) {
    if (complete.some((smaller) => [...smaller].every((equation) => leftOut.has(equation)))) continue;
    const conflict = found.without(leftOut);
    if (conflict === null) complete.push(leftOut);
    for (const equation of conflict?.setAside ?? []) {
      const next = new Set([...leftOut, equation]);
      const name = [...next].toSorted((a, b) => a - b).join(' ');
      if (!seen.has(name)) waiting.push(next);
      seen.add(name);
    }
    if (complete.length > mostSystems || seen.size > 2 * mostSystems) return null;
  }
  return complete;
}

/**
 * Sets of equations without which the others can be true, so that every one is believed in one of them: of each conflict another member is
 * left out every time. What contradicts itself too often for that is believed but one by one.
 */
function samples(
  found: FoundConflicts,
  impossible: readonly number[],
  equations: readonly number[],
): readonly ReadonlySet<number>[] {
  const conflicts: Conflict[] = [];
  const undoubted = new Set(impossible);
  for (let next = found.without(undoubted); next !== null; next = found.without(undoubted)) {
    conflicts.push(next);
    for (const equation of conflicts.length < mostConflicts ? next.setAside : equations) undoubted.add(equation);
  }
  const most = conflicts.length < mostConflicts ? Math.max(...conflicts.map(({ setAside }) => setAside.length)) : 0;
  const systems = [...Array(Math.min(most, mostSystems)).keys()].map((turn) => {
    const leftOut = new Set(impossible);
    for (let next = found.without(leftOut); next !== null; next = found.without(leftOut))
      leftOut.add(next.setAside[turn % next.setAside.length] ?? 0);
    return leftOut;
  });
  const all = systems.length === 0 ? [undoubted] : systems;
  const unbelieved = unbelievedIn(all, equations);
  return [
    ...all,
    ...unbelieved.filter((equation) => !impossible.includes(equation)).map((equation) => allBut(equation, equations)),
  ];
}

/** What is left out every time. */
const unbelievedIn = (systems: readonly ReadonlySet<number>[], equations: readonly number[]) =>
  equations.filter((equation) => systems.every((leftOut) => leftOut.has(equation)));

const allBut = (equation: number, equations: readonly number[]) =>
  new Set(equations.filter((other) => other !== equation));
