import type { AnswerPath } from './answer.ts';
import type { Difference } from './compare.ts';
import { hasError, isAt, type PlacedError } from './placed-errors.ts';
import type { Situation } from './situation.ts';

/**
 * Whether it is an error about a member of a list that Apollo's executor takes for an earlier one, or that earlier one: it counts
 * only the members that it has asked about. Ours is right where the answer without a gateway has the error at the same place.
 */
export function isOfMiscountedMember(difference: Difference, { ours, byApollo, stock, monolith }: Situation): boolean {
  if (difference.kind !== 'error') return false;
  const { side, error } = difference;
  const isTrue = (one: PlacedError): boolean =>
    hasError(monolith, ({ place, code }) => code === one.code && isAt(place, one.place));
  if (side === 'theirs') return hasError(ours, (one) => isMiscounted(one, error) && isTrue(one));
  const others = byApollo === null ? [stock] : [stock, byApollo];
  return isTrue(error) && others.some((other) => hasError(other, (one) => isMiscounted(error, one)));
}

/** Whether an error is the same as another that is said of an earlier member of a list. */
function isMiscounted(one: PlacedError, earlier: PlacedError): boolean {
  const isSame = one.code === earlier.code && one.original.message === earlier.original.message;
  return isSame && isEarlier(earlier.original.path ?? [], one.original.path ?? []);
}

/** Whether a path is another but for the positions in lists, of which the first that differs is less. */
function isEarlier(earlier: AnswerPath, path: AnswerPath): boolean {
  const differing = path.flatMap((step, depth) => (step === earlier[depth] ? [] : [[earlier[depth], step] as const]));
  const [first] = differing;
  const arePositions = differing.every((steps) => steps.every((step) => typeof step === 'number'));
  return earlier.length === path.length && arePositions && Number(first?.[0]) < Number(first?.[1]);
}
