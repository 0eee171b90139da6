import { attackComponent } from './component-attack.ts';
import type { ComponentRanges } from './component-ranges.ts';
import type { RecoverableCell } from './linear-table.ts';
import type { Component, OpenTable } from './open-table.ts';
import { mayBeWithheld } from './partner-rings.ts';
import { findPartners } from './partners.ts';

/** Times that partners of one cell are looked for, each time for a wider range: whole numbers may leave less than fractions promise. */
const mostAttempts = 3;
/** After so many partners, one at a time, the search is abandoned: the table must then be refused. */
const mostSteps = 40;

/** Withholds partners until nothing follows; false where there were none for some cell, or the work is spent. Never throws. */
export function withholdPartners(open: OpenTable, exposed: readonly RecoverableCell[]): boolean {
  const attempts = new Map<string, number>();
  const hopeless = new Set<string>();
  const waiting = new Set(exposed.map(({ cell }) => cell));
  for (const start of waiting) {
    if (open.work.isSpent()) return false;
    const component = open.componentOf(start);
    for (const cell of component.cells) waiting.delete(cell);
    const { found, impossible } = firstFollowing(open, component, hopeless);
    if (found === null) continue;
    const figures = new Figures(open, found);
    for (const { cell } of found.recoverable) {
      const name = nameOf(cell, found);
      if (hopeless.has(name)) continue;
      const attempt = (attempts.get(name) ?? 0) + 1;
      attempts.set(name, attempt);
      const partners = partnersOf(open, { cell, attempt, figures, impossible });
      if (partners === null) hopeless.add(name);
      for (const partner of partners ?? []) open.withhold(partner);
      for (const other of [cell, ...(partners ?? [])]) waiting.add(other);
    }
  }
  return hopeless.size === 0;
}

/** A cell that follows, with what is left out then: it may follow in several ways. */
const nameOf = (cell: number, { leftOut }: ComponentRanges) => [cell, ...leftOut].join(' ');

/** What follows from the first set of equations by which anything does, other than what nothing helps against. */
function firstFollowing(
  open: OpenTable,
  component: Component,
  hopeless: ReadonlySet<string>,
): { readonly found: ComponentRanges | null; readonly impossible: ReadonlySet<number> } {
  const { ranges, conflicts } = attackComponent(open, component, { endsAtFirst: hopeless.size === 0 });
  const found = ranges.find((each) => each.recoverable.some(({ cell }) => !hopeless.has(nameOf(cell, each))));
  const alone = conflicts.filter(({ equations }) => equations.length === 1);
  return { found: found ?? null, impossible: new Set(alone.flatMap(({ equations }) => equations)) };
}

interface Wanted {
  readonly cell: number;
  readonly attempt: number;
  readonly figures: Figures;
  /** Equations that cannot be true even by themselves. */
  readonly impossible: ReadonlySet<number>;
}

/** Null where there are none. Partners by which all equations still hold serve whichever of them is wrong. */
function partnersOf(open: OpenTable, { cell, attempt, figures, impossible }: Wanted): readonly number[] | null {
  if (attempt > mostAttempts) return attempt > mostSteps ? null : nearestPartner(open, cell);
  const width = Math.max(open.cell(cell).minimumWidth, 1) + attempt - 1;
  const wanted = { cell, width, figureOf: (other: number) => figures.of(other) };
  return (
    findPartners(open, { ...wanted, leftOut: impossible }) ??
    (figures.leftOut.size > impossible.size ? findPartners(open, { ...wanted, leftOut: figures.leftOut }) : null) ??
    nearestPartner(open, cell)
  );
}

/** The cheapest cell that stands in an equation with what hangs together with another, for where nothing better is found. */
function nearestPartner(open: OpenTable, cell: number): readonly number[] | null {
  const { equations } = open.componentOf(cell);
  const beside = equations.flatMap((equation) => open.equation(equation).terms.map(([other]) => other));
  const cheapest = beside
    .filter((other) => mayBeWithheld(open, other, Number.POSITIVE_INFINITY))
    .toSorted((a, b) => open.cell(a).cost - open.cell(b).cost || a - b)[0];
  return cheapest === undefined ? null : [cheapest];
}

/** Figures of open cells that an attacker cannot tell from the true ones, worked out where they are asked for. */
class Figures {
  readonly leftOut: ReadonlySet<number>;
  readonly #open: OpenTable;
  readonly #known: Map<number, number>;

  constructor(open: OpenTable, { middle, leftOut }: ComponentRanges) {
    this.#open = open;
    this.#known = new Map(middle);
    this.leftOut = new Set(leftOut);
  }

  of(cell: number): number {
    const known = this.#known.get(cell) ?? (this.#open.secondary.has(cell) ? this.#open.cell(cell).value : null);
    if (known !== null) return known;
    const [{ middle }] = attackComponent(this.#open, this.#open.componentOf(cell)).ranges;
    for (const [other, figure] of middle) if (!this.#known.has(other)) this.#known.set(other, figure);
    return middle.get(cell) ?? 0;
  }
}
