import { attackComponent } from './component-attack.ts';
import type { ComponentRanges } from './component-ranges.ts';
import type { RecoverableCell } from './linear-table.ts';
import type { OpenTable } from './open-table.ts';
import { findPartners, mayBeWithheld } from './partners.ts';

/** Times that partners of one cell are looked for, each time for a wider range: whole numbers may leave less than fractions promise. */
const mostAttempts = 3;
/** After so many partners, one at a time, the search is abandoned: the table must then be refused. */
const mostSteps = 40;

/** Withholds partners until nothing follows; false where there were none for some cell, or the work is spent. Never throws. */
export function withholdPartners(open: OpenTable, exposed: readonly RecoverableCell[]): boolean {
  let isComplete = true;
  const attempts = new Map<number, number>();
  const waiting = new Set(exposed.map(({ cell }) => cell));
  for (const start of waiting) {
    if (open.work.isSpent()) return false;
    const component = open.componentOf(start);
    for (const cell of component.cells) waiting.delete(cell);
    for (const ranges of attackComponent(open, component).ranges) {
      const figures = new Figures(open, ranges);
      for (const { cell } of ranges.recoverable) {
        const attempt = (attempts.get(cell) ?? 0) + 1;
        attempts.set(cell, attempt);
        const partners = partnersOf(open, { cell, attempt, figures });
        if (partners === null) isComplete = false;
        for (const partner of partners ?? []) open.withhold(partner);
        for (const other of partners === null ? [] : [cell, ...partners]) waiting.add(other);
      }
    }
  }
  return isComplete;
}

/** Null where there are none. */
function partnersOf(
  open: OpenTable,
  { cell, attempt, figures }: { readonly cell: number; readonly attempt: number; readonly figures: Figures },
): readonly number[] | null {
  if (attempt > mostAttempts) return attempt > mostSteps ? null : nearestPartner(open, cell);
  const width = Math.max(open.cell(cell).minimumWidth, 1) + attempt - 1;
  const partners = findPartners(open, {
    cell,
    width,
    doubted: figures.doubted,
    figureOf: (other) => figures.of(other),
  });
  return partners ?? nearestPartner(open, cell);
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
  readonly doubted: ReadonlySet<number>;
  readonly #open: OpenTable;
  readonly #known: Map<number, number>;

  constructor(open: OpenTable, { middle, doubted }: ComponentRanges) {
    this.#open = open;
    this.#known = new Map(middle);
    this.doubted = new Set(doubted);
  }

  of(cell: number): number {
    const known = this.#known.get(cell) ?? (this.#open.secondary.has(cell) ? this.#open.cell(cell).value : null);
    if (known !== null) return known;
    const [{ middle }] = attackComponent(this.#open, this.#open.componentOf(cell)).ranges;
    for (const [other, figure] of middle) if (!this.#known.has(other)) this.#known.set(other, figure);
    return middle.get(cell) ?? 0;
  }
}
