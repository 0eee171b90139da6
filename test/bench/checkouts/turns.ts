/** The members of a list in the order of a round, from 0: every other round begins with the last, so that no member is always first. */
export function inTurn<Member>(members: readonly Member[], round: number): readonly Member[] {
  return round % 2 === 0 ? members : members.toReversed();
}
