import { type AnswerPath, valueAt } from './answer.ts';
import type { Difference } from './compare.ts';
import { hasError, isAt, type PlacedError } from './placed-errors.ts';
import type { Situation } from './situation.ts';

/**
 * Whether it is an error about a member of a list that Apollo's executor takes for an earlier one, or that earlier one: it counts
 * only the members that it has asked about. Ours is right where the answer without a gateway has the error at the same place, or where
 * ours has null and an agency fails that is asked for it.
 */
export function isOfMiscountedMember(difference: Difference, situation: Situation): boolean {
  if (difference.kind !== 'error') return false;
  const { ours, byApollo, stock } = situation;
  const { side, error } = difference;
  const isTrue = (one: PlacedError): boolean => isRight(one, situation);
  if (side === 'theirs') return hasError(ours, (one) => isMiscounted(one, error) && isTrue(one));
  const others = byApollo === null ? [stock] : [stock, byApollo];
  return isTrue(error) && others.some((other) => hasError(other, (one) => isMiscounted(error, one)));
}

function isRight(one: PlacedError, situation: Situation): boolean {
  const { ours, monolith } = situation;
  if (hasError(monolith, ({ place, code }) => code === one.code && isAt(place, one.place))) return true;
  const { place, agency: named } = one;
  if (place === null || valueAt(ours.data, place) !== null) return false;
  const asked = situation.asked.agenciesAt(place);
  return [...situation.plan.byAgency.keys()].some((agency) => asked.has(agency) && [null, agency].includes(named));
}

/** Whether an error of the stock gateway is about the field of ours, and says it of an earlier member of a list. */
export function isSaidOfEarlier(ours: PlacedError, stock: PlacedError): boolean {
  return isOfSameField(stock, ours) && isEarlier(stock.arisen ?? [], ours.arisen ?? []);
}

/** Whether an error is the same as another that is said of an earlier member of a list. */
function isMiscounted(one: PlacedError, earlier: PlacedError): boolean {
  const isSame = one.code === earlier.code && messageOf(one) === messageOf(earlier);
  return isSame && isSaidOfEarlier(one, earlier);
}

/** Whether two errors are of one field, in whichever members of lists, or one is of what holds the field of the other. */
function isOfSameField(one: PlacedError, other: PlacedError): boolean {
  const [names, others] = [one, other].map(({ arisen }) => arisen?.filter((step) => typeof step === 'string') ?? []);
  return others?.every((name, depth) => [name, undefined].includes(names?.[depth])) ?? false;
}

/** What an error says, but for the id of the request. */
function messageOf({ original: { message, extensions } }: PlacedError): string {
  const id = extensions?.['requestId'];
  return typeof id === 'string' ? message.replaceAll(id, '') : message;
}

/**
 * Whether a path is another but for the positions in lists, of which the first that differs is less. One may end earlier: where
 * a member is null, its error is felt at the member.
 */
function isEarlier(earlier: AnswerPath, path: AnswerPath): boolean {
  const differing = path
    .slice(0, earlier.length)
    .flatMap((step, depth) => (step === earlier[depth] ? [] : [[earlier[depth], step] as const]));
  const [first] = differing;
  const arePositions = differing.every((steps) => steps.every((step) => typeof step === 'number'));
  return arePositions && Number(first?.[0]) < Number(first?.[1]);
}
