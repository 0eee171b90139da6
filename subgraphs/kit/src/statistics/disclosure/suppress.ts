import { attackComponent, recoverableIn } from './component-attack.ts';
import type { ComponentRanges } from './component-ranges.ts';
import { guessesToDoubt, withoutGuesses } from './guesses.ts';
import { describeLeak, isDisclosive } from './leaks.ts';
import type { LinearTable, Protection, RecoverableCell } from './linear-table.ts';
import { OpenTable } from './open-table.ts';
import { findPartners, mayBeWithheld } from './partners.ts';
import { componentsOf } from './ranges.ts';
import { defaultWork, Work } from './work.ts';

/**
 * What must be withheld besides so that no withheld cell of a table follows from the rest, as `findRecoverable` judges.
 *
 * The fewest cells, the cheapest first: a dear one is taken only where cheaper ones do not do. Then each is given back that is
 * not needed, the dearest first. A figure lower than `lowest` is never taken, so that a reader who counts on that is
 * right, and is reckoned with. The same table always gives the same answer.
 *
 * Where the work is spent before that is done, whole sums are withheld around what may follow still, until it is proved that
 * nothing does; for each of the two such proofs there is twice as much work. Never throws.
 */
export function protectTable(table: LinearTable, mostWork = defaultWork): Protection {
  let best = protectBelieving(table, mostWork);
  if (best.unprotected.length === 0) return best;
  for (const doubted of guessesToDoubt(table, best.unprotected, new Work(mostWork))) {
    const doubting = protectBelieving(withoutGuesses(table, doubted), mostWork);
    if (doubting.unprotected.length < best.unprotected.length)
      best = { ...doubting, doubted: [...doubted].toSorted((a, b) => a - b) };
    if (best.unprotected.length === 0) break;
  }
  return best;
}

/** Protects a table for an attacker who takes every missing cell for nothing. */
function protectBelieving(table: LinearTable, mostWork: number): Protection {
  const open = new OpenTable(table, new Work(mostWork));
  const primary = open.primary();
  const before = attack(open, primary);
  const recoverable = recoverableIn(before);
  const leaks = recoverable.flatMap(({ cell, isUnproven }) => (isUnproven === true ? [] : [describeLeak(open, cell)]));
  giveBack(open, withholdPartners(open, recoverable));
  const isCoarse = open.work.isSpent();
  if (isCoarse) withholdAround(open, mostWork * proofs);
  open.work = new Work(mostWork * proofs);
  const after = recoverableIn(attack(open, [...primary, ...open.secondary]));
  return {
    withheld: [...open.secondary].toSorted((a, b) => a - b),
    leaks,
    unprotected: after.filter((found) => isDisclosive(table, found)).map(({ cell }) => cell),
    conflicts: before.flatMap(({ conflicts }) => conflicts),
    doubted: [],
    isCoarse,
  };
}

const attack = (open: OpenTable, cells: readonly number[]) =>
  componentsOf(open, cells).map((component) => attackComponent(open, component));

/** How many times the work that may go into finding few cells may go into a proof that nothing follows. */
const proofs = 2;

/** Times that partners of one cell are looked for, each time for a wider range: whole numbers may leave less than fractions promise. */
const mostAttempts = 3;
/** After so many partners, one at a time, it is given up: the table must then be refused. */
const mostSteps = 40;

/** Withholds partners until nothing follows; false where there were none for some cell. */
function withholdPartners(open: OpenTable, exposed: readonly RecoverableCell[]): boolean {
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

/** Figures of open cells that a reader cannot tell from the true ones, worked out where they are asked for. */
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

/**
 * In place of few partners that were looked for in vain: the whole of each sum in which anything is withheld, and of each in which
 * that stands; then, around what follows all the same, the parts too.
 */
function withholdAround(open: OpenTable, mostWork: number): void {
  for (const cell of open.secondary) open.giveBack(cell);
  withholdSums(open, open.primary(), (coefficient) => coefficient < 0);
  open.work = new Work(mostWork);
  const exposed = recoverableIn(attack(open, open.primary())).filter(({ isUnproven }) => isUnproven !== true);
  withholdSums(
    open,
    exposed.map(({ cell }) => cell),
    () => true,
  );
}

/** Withholds figures of the sums in which cells stand, and of those in which these stand, as far as they may be. */
function withholdSums(open: OpenTable, cells: readonly number[], isTaken: (coefficient: number) => boolean): void {
  const waiting = new Set(cells.flatMap((cell) => open.equationsOf(cell)));
  for (const equation of waiting)
    for (const [cell, coefficient] of open.equation(equation).terms) {
      if (!isTaken(coefficient) || !mayBeWithheld(open, cell, Number.POSITIVE_INFINITY)) continue;
      open.withhold(cell);
      for (const other of open.equationsOf(cell)) waiting.add(other);
    }
}

/** Shows again what need not be withheld, the dearest first. */
function giveBack(open: OpenTable, isComplete: boolean): void {
  const dearestFirst = [...open.secondary].toSorted((a, b) => open.cell(b).cost - open.cell(a).cost || a - b);
  for (const cell of dearestFirst) {
    if (open.work.isSpent()) return;
    const beside = open
      .equationsOf(cell)
      .flatMap((equation) => open.equation(equation).terms.map(([other]) => other))
      .filter((other) => other !== cell && open.isOpen(other));
    open.giveBack(cell);
    if (!isAnyExposed(open, beside)) continue;
    const exposed = isComplete ? 1 : countExposed(open, beside);
    open.withhold(cell);
    // What follows with it and without it is no reason to withhold it.
    if (!isComplete && countExposed(open, beside) === exposed) open.giveBack(cell);
  }
}

const isAnyExposed = (open: OpenTable, cells: readonly number[]) =>
  componentsOf(open, cells).some((component) => recoverableIn([attackComponent(open, component, cells)]).length > 0);

const countExposed = (open: OpenTable, cells: readonly number[]) => recoverableIn(attack(open, cells)).length;
