import { type AnswerPath, valueAt } from './answer.ts';
import { compareData, type DataDifference } from './compare.ts';
import type { FailureKind } from './failures/failure.ts';
import { hasError, isAt, isAtOrIn, isInside, type PlacedError } from './placed-errors.ts';
import type { Situation } from './situation.ts';

/** Whether an agency fails in one of these ways; in any, where none is named. */
export function isFailing(agency: string | null, { plan }: Situation, kinds?: readonly FailureKind[]): boolean {
  const kind = agency === null ? undefined : plan.byAgency.get(agency);
  return kind !== undefined && (kinds?.includes(kind) ?? true);
}

/** Whether an agency fails without which something may be missing from what stands at a path. */
function isToBlame(agency: string | null, path: AnswerPath, situation: Situation): boolean {
  return agency !== null && isFailing(agency, situation) && situation.asked.agenciesAt(path).has(agency);
}

/** Whether an agency fails without which there may be null at a path. */
function isToBlameForNull(agency: string | null, path: AnswerPath, situation: Situation): boolean {
  return agency !== null && isFailing(agency, situation) && situation.asked.agenciesOfNullAt(path).has(agency);
}

/**
 * Whether ours says that it has lost the value at a path: by an error about this very null, or by one around it that names
 * the agency whose failure left it. Only errors that are like `isThis` count. Never for the answer as a whole: every field
 * of the root may be null, so that nothing takes it along.
 */
export function isSaidLost(
  path: AnswerPath,
  situation: Situation,
  isThis: (error: PlacedError) => boolean = () => true,
): boolean {
  if (path.length === 0) return false;
  return hasError(situation.ours, (error) => {
    if (!isThis(error)) return false;
    if (error.agency === null) return isAt(error.place, path);
    return isInside(path, error.place) && isToBlameForNull(error.agency, path, situation);
  });
}

/** Whether the value is null in ours, and ours says that it is lost. */
export function isLost(
  { path, ours }: DataDifference,
  situation: Situation,
  isThis?: (error: PlacedError) => boolean,
): boolean {
  return (ours === null || ours === undefined) && isSaidLost(path, situation, isThis);
}

/**
 * Whether an error of ours that names an agency is true: the agency fails, something of it is asked for at the place, and is
 * not there.
 */
export function isTrueBlame({ place, agency }: PlacedError, situation: Situation): boolean {
  if (place === null) return isFailing(agency, situation);
  const value = valueAt(situation.ours.data, place);
  if (value === null) return isToBlameForNull(agency, place, situation) || isInLossOfOther(place, agency, situation);
  const isMissed = compareData(value, valueAt(situation.monolith.data, place)).length > 0;
  // What is asked of another kind of area is not missed in this one, nor who would have told the kind where none matters.
  const isOfKind = situation.asked.isAreaAt(place);
  // Nor does the key of an entity that is null show where nobody asks for it.
  const isDenied = isFailing(agency, situation, ['null where none is allowed']);
  return (isMissed || isOfKind || isDenied) && isToBlame(agency, place, situation);
}

/** Whether another agency has left a null, as ours says, in which a failing agency is asked for something, too. */
function isInLossOfOther(place: AnswerPath, agency: string | null, situation: Situation): boolean {
  return isToBlame(agency, place, situation) && isSaidLost(place, situation, (error) => error.agency !== agency);
}

/**
 * Whether the value at a path is one that an agency adds to an entity of another, and ours says that this one has given null
 * where none is allowed, such as for its key.
 */
export function isWithoutKey(path: AnswerPath, situation: Situation): boolean {
  const entity = path.slice(
    0,
    path.findLastIndex((step) => typeof step === 'string'),
  );
  if (entity.length === 0) return false;
  return [...situation.plan.byAgency.keys()].some(
    (agency) =>
      isFailing(agency, situation, ['null where none is allowed']) &&
      !situation.asked.ownersAt(path).has(agency) &&
      isToBlameForNull(agency, entity, situation) &&
      hasError(situation.ours, (error) => error.agency === agency && isInside(path, error.place)),
  );
}

/** Whether an error that names a failing agency is at a null that is one without any failure, and in which it is asked. */
export function isNullBefore({ place, agency }: PlacedError, situation: Situation): boolean {
  const { ours, monolith } = situation;
  if (place === null || valueAt(ours.data, place) !== null || valueAt(monolith.data, place) !== null) return false;
  return isToBlame(agency, place, situation);
}

/** Whether a failing agency is one of those that answer for the value at a path, and ours says so of what is beside it or holds it. */
export function isWithoutRequired(path: AnswerPath, situation: Situation): boolean {
  const owners = situation.asked.ownersAt(path);
  if (owners.size < 2) return false;
  return hasError(
    situation.ours,
    ({ agency, place }) =>
      // What an agency says to clients of mistakes of theirs names nobody.
      [...owners].some((owner) => [null, owner].includes(agency) && isFailing(owner, situation)) &&
      isAtOrIn(place, path.slice(0, -1)),
  );
}
