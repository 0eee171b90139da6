import { findCheaper } from './cheaper-search.ts';
import { withholdAround } from './coarse-suppression.ts';
import { recoverableIn } from './component-attack.ts';
import { removeRedundant } from './redundant-suppressions.ts';
import { guessesToDoubt, withoutGuesses } from './guesses.ts';
import { describeLeak, isDisclosive } from './leaks.ts';
import type { LinearTable, Protection } from './linear-table.ts';
import { OpenTable } from './open-table.ts';
import { attackAround } from './ranges.ts';
import { withholdPartners } from './withhold-partners.ts';
import { defaultWork, Work } from './work.ts';

/**
 * What must be withheld besides so that no withheld cell of a table follows from the rest, as `findRecoverable` judges.
 *
 * The fewest cells, the cheapest first: a dear one is chosen only where cheaper ones do not do. Then redundant
 * ones are removed, the dearest first, and cheaper ones are looked for in place of each. A figure lower than `lowest` is never chosen, so that an attacker who counts on that is
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
  const before = attackAround(open, primary);
  const recoverable = recoverableIn(before);
  const following = recoverable.flatMap(({ cell, isUnproven }) => (isUnproven === true ? [] : [cell]));
  const empty = before.flatMap(({ ranges }) => ranges.flatMap((each) => each.empty));
  const leaks = [...new Set([...following, ...empty])]
    .toSorted((a, b) => a - b)
    .map((cell) => describeLeak(open, cell));
  const isProtected = withholdPartners(open, recoverable);
  removeRedundant(open, isProtected);
  const isCoarse = open.work.isSpent();
  if (isProtected && !isCoarse) {
    open.work = new Work(mostWork * improvement);
    findCheaper(open);
  }
  if (isCoarse) withholdAround(open, mostWork * proofs);
  // Where nothing is withheld besides, and nothing had to be left undone, the proof would be the attack once more.
  const isAsBefore = open.secondary.size === 0 && !isCoarse;
  open.work = new Work(mostWork * proofs);
  const after = isAsBefore ? recoverable : recoverableIn(attackAround(open, [...primary, ...open.secondary]));
  return {
    withheld: [...open.secondary].toSorted((a, b) => a - b),
    leaks,
    unprotected: after.filter((found) => isDisclosive(table, found)).map(({ cell }) => cell),
    conflicts: before.flatMap(({ conflicts }) => conflicts),
    doubted: [],
    isCoarse,
  };
}

/** The part of the work that may go into finding cheaper cells once all is protected: some twenty milliseconds. */
const improvement = 1 / 500;

/** How many times the work that may go into finding few cells may go into a proof that nothing follows. */
const proofs = 2;
