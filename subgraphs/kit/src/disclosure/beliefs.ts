import { canHoldAlone, findConflict, findConflicts } from './conflicts.ts';
import type { Conflict } from './linear-table.ts';
import type { Component, OpenTable } from './open-table.ts';

/** What an attacker may hold to be true of a component. */
export interface Beliefs {
  /** Sets of equations that can be true together, each by positions in order. One set, of all, where nothing contradicts itself. */
  readonly systems: readonly (readonly number[])[];
  readonly conflicts: readonly Conflict[];
}

/** Members of a conflict up to which each is doubted in turn while the others are believed; of more, each is believed by itself. */
const mostDoubted = 8;
/** Systems that are looked at for one component; beyond that, each equation that is set aside is believed by itself. */
const mostSystems = 60;

/**
 * Which equations of a component an attacker may believe together. Where some contradict each other, one of them is wrong, and the
 * attacker may doubt any: for each that is set aside there is a system that believes all others of its conflict, one that believes
 * none of them, and one that believes nothing but it by itself where no other has it. Never throws.
 */
export function beliefsOf(table: OpenTable, component: Component): Beliefs {
  const { equations } = component;
  const conflicts = findConflicts(table, component);
  if (conflicts.length === 0) return { systems: [equations], conflicts };
  const aside = new Set(conflicts.flatMap(({ setAside }) => setAside));
  const undoubted = equations.filter((equation) => !aside.has(equation));
  const doubting = conflicts
    .flatMap(({ setAside }) => doubtsOf(setAside))
    .slice(0, mostSystems)
    .map((kept) => {
      const doubted = conflicts.flatMap(({ setAside }) => setAside.find((equation) => !kept.includes(equation)) ?? []);
      const rest = new Set(doubted);
      return completed(
        table,
        kept,
        equations.filter((equation) => !rest.has(equation)),
      );
    });
  const systems = [undoubted, ...doubting];
  const believed = new Set(systems.flat());
  const alone = [...aside].filter((equation) => !believed.has(equation) && canHoldAlone(table, equation));
  return { systems: [...systems, ...alone.map((equation) => [equation])], conflicts };
}

/** What is believed of a conflict while each of its members is doubted in turn; nothing where none would be left of it. */
function doubtsOf(setAside: readonly number[]): readonly (readonly number[])[] {
  if (setAside.length < 2 || setAside.length > mostDoubted) return [];
  return setAside.map((doubted) => setAside.filter((equation) => equation !== doubted));
}

/** Some equations that can be true together, and as many of others, among which they are, as can be true with them; in order. */
function completed(table: OpenTable, kept: readonly number[], equations: readonly number[]): readonly number[] {
  let system = equations;
  for (;;) {
    const conflict = findConflict(table, system);
    if (conflict === null) return system;
    const [doubted] = conflict.setAside.filter((equation) => !kept.includes(equation));
    const other = doubted ?? conflict.equations.find((equation) => !kept.includes(equation));
    if (other === undefined) return kept;
    system = system.filter((equation) => equation !== other);
  }
}
