import { isDisclosive } from '../../disclosure/leaks.ts';
import { withoutGuesses } from '../../disclosure/guesses.ts';
import type { HistoryEvidence } from '../../disclosure/history-evidence.ts';
import type { LinearTable, RecoverableCell } from '../../disclosure/linear-table.ts';
import { findRecoverable } from '../../disclosure/ranges.ts';
import type { DeclaredStructure } from '../../disclosure/structure-equations.ts';
import type { Figure } from '../../disclosure/figure-index.ts';
import { isSmall } from '../../disclosure/structure-table.ts';
import { kindOf, leakAt } from './leak-places.ts';
import { leakOf, type PublishedLeak } from './published-leaks.ts';
import type { World } from './served-worlds.ts';
import { seenWithNone, type Tier } from './tiers.ts';
import { figuresOf, type WorldTable, worldTableOf } from './world-figures.ts';

/** By what is known of worlds: what adds up in them, and what periods that they lack say of that. */
interface KnownOfWorlds {
  readonly structures: readonly DeclaredStructure[];
  /** @default nothing */
  readonly beyond?: HistoryEvidence | undefined;
  /** What was made of a world before, by these structures and evidence; null where it has to be made. @default nothing was */
  readonly made?: (world: World) => WorldTable | null;
}

/**
 * What follows in the worlds of each tier. What follows from that which is for everybody alone is given away by nothing that is for named
 * users, and nothing of theirs could hide it.
 */
export function findFollowingIn(
  tiers: readonly Tier[],
  { structures, ...known }: KnownOfWorlds,
  worldsIn: (tier: Tier) => readonly World[],
): readonly PublishedLeak[] {
  return tiers.flatMap((tier) => {
    const found = findFollowing(worldsIn(tier), structures, known);
    if (found.length === 0 || !tier.isBesideOpen) return found;
    const inOpen = findFollowing(worldsIn(tier).map(seenWithNone), structures, known).map((leak) =>
      JSON.stringify(leak),
    );
    return found.filter((leak) => !inOpen.includes(JSON.stringify(leak)));
  });
}

/** Withheld figures that follow in worlds as they are. Never throws. */
export function findFollowing(
  worlds: readonly World[],
  structures: readonly DeclaredStructure[],
  { beyond, made = () => null }: Omit<KnownOfWorlds, 'structures'> = {},
): readonly PublishedLeak[] {
  return worlds.flatMap((world) => {
    const { figures, table } = made(world) ?? worldTableOf(figuresOf(world, structures, beyond), structures);
    const implied = [...figures.all()].filter(isImpliedElsewhere).map((figure) => leakOf(figure, 'statistic'));
    const following = followingIn(table.table);
    return [...implied, ...following.flatMap(({ cell }) => leakAt(table, cell, kindOf(table.table, cell)))];
  });
}

/** What follows from a table for certain: not by the guess alone that what a file leaves out is none. */
function followingIn(table: LinearTable): readonly RecoverableCell[] {
  const isAnyDisclosive = findRecoverable(table).recoverable.some((found) => isDisclosive(table, found));
  if (!isAnyDisclosive) return [];
  return findRecoverable(withoutGuesses(table)).recoverable.filter((found) => isDisclosive(table, found));
}

/** Whether a statistic that is still shown, such as one of another agency, implies a withheld count, or that it is a small one. */
function isImpliedElsewhere({ state, series: { policy }, dependents }: Figure): boolean {
  if (state === 'unknown' || !policy.secondarySuppression) return false;
  return dependents.some(({ reading, implied }) => {
    if (reading.status !== 'PUBLISHED' || implied == null) return false;
    const isSmallOne = isSmall(implied.low, policy) && isSmall(implied.high, policy);
    return isSmallOne || (state === 'withheld' && implied.low === implied.high);
  });
}
