import { ConflictSearch } from './conflicts.ts';
import type { Conflict } from './linear-table.ts';
import type { Component, OpenTable } from './open-table.ts';

/** Found before in a table, so that it is looked for but once: a sum that is wrong mostly stays wrong while other figures are withheld. */
const foundBefore = new WeakMap<OpenTable, Conflict[]>();

/** The conflicts of a component, as far as they have been asked for. */
export class FoundConflicts {
  readonly #before: Conflict[];
  readonly #search: ConflictSearch;
  readonly #known: Conflict[] = [];
  #unsure: readonly Conflict[];

  constructor(table: OpenTable, component: Component) {
    this.#before = foundBefore.get(table) ?? [];
    foundBefore.set(table, this.#before);
    this.#search = new ConflictSearch(table, component);
    const all = new Set(component.equations);
    this.#unsure = this.#before.filter(({ equations }) => equations.every((equation) => all.has(equation)));
  }

  /** A smallest set of equations that cannot hold together, of all but some; null where all of these can. Never throws. */
  without(leftOut: ReadonlySet<number>): Conflict | null {
    const isWithin = ({ equations }: Conflict) => equations.every((equation) => !leftOut.has(equation));
    const known = this.#known.find(isWithin);
    if (known !== undefined) return known;
    for (const conflict of this.#unsure.filter(isWithin)) {
      this.#unsure = this.#unsure.filter((other) => other !== conflict);
      if (!this.#search.isConflict(conflict)) continue;
      this.#known.push(conflict);
      return conflict;
    }
    const found = this.#search.findWithout(leftOut);
    if (found === null) return null;
    this.#known.push(found);
    this.#before.push(found);
    return found;
  }

  /** Of the conflicts that have been found, as many as share no equation that is set aside, in the order in which they were. */
  apart(): readonly Conflict[] {
    const setAside = new Set<number>();
    return this.#known.filter((conflict) => {
      const isApart = conflict.setAside.every((equation) => !setAside.has(equation));
      for (const equation of isApart ? conflict.setAside : []) setAside.add(equation);
      return isApart;
    });
  }
}
