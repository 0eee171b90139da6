import type { LinearTable } from '@boroughgraph/kit/inside/disclosure/linear-table.ts';
import { OpenTable } from '@boroughgraph/kit/inside/disclosure/open-table.ts';
import { mayBeWithheld } from '@boroughgraph/kit/inside/disclosure/partner-rings.ts';
import { type Cut, CutPool } from './cut-pool.ts';
import { type Choice, FeasibilityProgram } from './feasibility.ts';

/** The least that must be withheld besides in a table so that the feasibility interval of each withheld cell is wide enough. */
export interface LeastCost {
  /** Nothing that protects costs less. */
  readonly atLeast: number;
  /** The cells that protect at that cost, in no order. */
  readonly pattern: readonly number[];
  /** False where time ran out first: then these cells may not protect, and what does may cost more. */
  readonly isProved: boolean;
}

/** What arithmetic loses. */
const leastError = 1e-6;

/**
 * Solves cell suppression by cuts, after Fischetti and Salazar (2001): an integer program chooses cells, linear programs work out the
 * feasibility interval of each withheld one, and where that is too narrow their dual prices say which others would widen it.
 *
 * Intervals are worked out over fractions: whole numbers may ask for more, never for less. Null where nothing protects the table,
 * or where its figures contradict what an attacker assumes of withheld ones, so that no interval is defined.
 */
export function leastCostOf(table: LinearTable, mostMs: number): LeastCost | null {
  const endAt = performance.now() + mostMs;
  const open = new OpenTable(table);
  const candidates = table.cells.flatMap((_, cell) => (mayBeWithheld(open, cell, Infinity) ? [cell] : []));
  using feasibility = new FeasibilityProgram(table, candidates);
  if (!feasibility.isConsistent()) return null;
  using pool = new CutPool(new Map(candidates.map((cell) => [cell, open.cell(cell).cost])));
  for (let isWhole = false; ;) {
    const found = pool.cheapest(endAt - performance.now());
    if (found === null) return null;
    const { choice, atLeast, isOptimal } = found;
    if (!isOptimal || performance.now() > endAt) return { atLeast, pattern: [...choice.keys()], isProved: false };
    const cuts = cutsAgainst(open, feasibility, choice);
    for (const cut of cuts) pool.add(cut);
    if (cuts.length === 0 && isWhole) return { atLeast, pattern: [...choice.keys()], isProved: true };
    if (cuts.length > 0 || isWhole) continue;
    isWhole = true;
    pool.requireWhole();
  }
}

/** What a choice lacks for each cell whose interval is too narrow by it. */
function cutsAgainst(open: OpenTable, feasibility: FeasibilityProgram, choice: Choice): readonly Cut[] {
  feasibility.choose(choice);
  const withheld = [...open.primary(), ...choice.keys()];
  return withheld.flatMap((cell) => {
    const part = choice.get(cell) ?? 1;
    const wanted = Math.max(open.cell(cell).minimumWidth, 1);
    const { width, gains, withNone } = feasibility.intervalOf(cell, choice);
    if (width >= wanted * part - leastError) return [];
    const isChosen = choice.has(cell);
    const lacking = wanted - withNone - (isChosen ? (gains.get(cell) ?? 0) : 0);
    const others = [...gains].filter(([other]) => other !== cell);
    const weights = new Map(others.map(([other, gain]) => [other, Math.min(1, gain / lacking)]));
    const held = [...weights].reduce((sum, [other, weight]) => sum + weight * (choice.get(other) ?? 0), 0);
    return held >= part - leastError ? [] : [{ weights, cell: isChosen ? cell : null }];
  });
}
