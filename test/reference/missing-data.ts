import { type Answer, type AnswerPath, valueAt } from './answer.ts';
import { isFailing, isLost, isWithoutKey } from './blame.ts';
import { compareData, type DataDifference, type Difference, type ErrorDifference, isTheirs } from './compare.ts';
import { hasError, isAt, isAtOrIn, nullAlong, type PlacedError } from './placed-errors.ts';
import type { Situation } from './situation.ts';

/** Whether no value was asked for in it: an empty object, an empty list, or a list of such. */
export function isHollow(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.values(value).every(isHollow);
}

/**
 * Whether an area of ours lacks what its kind decides, and an error says that the agency fails which knows the kind, or the one
 * with the key by which that is asked.
 */
export function isOfUntoldKind(difference: Difference, situation: Situation): boolean {
  return (
    difference.kind === 'data' &&
    isPartOfArea(difference, situation) &&
    (isWithoutKey([...difference.path, ''], situation) ||
      hasError(
        situation.ours,
        ({ agency, place }) =>
          isAtOrIn(place, difference.path) && agency === situation.asked.areaOwner && isFailing(agency, situation),
      ))
  );
}

/** Whether ours is an area with some of their fields, the same but for what is lost, and without others that its kind decides. */
function isPartOfArea({ path, ours, theirs }: DataDifference, situation: Situation): boolean {
  if (typeof ours !== 'object' || ours === null || !isMissingFrom(ours, theirs)) return false;
  const { asked } = situation;
  const [own, their] = [keysOf(ours), keysOf(theirs)];
  if (!asked.isAreaAt(path) || their.some((key) => !own.includes(key) && !asked.isOfKind(path, key))) return false;
  return own.every((key) =>
    compareData(valueAt(ours, [key]), valueAt(theirs, [key])).every(
      (one) => one.kind === 'data' && isLost({ ...one, path: [...path, key, ...one.path] }, situation),
    ),
  );
}

/** Whether ours is right where the stock gateway's answer lacks something: the monolith has the same, but for what is lost. */
export function isTrueData(difference: DataDifference, situation: Situation): boolean {
  if (!isMissingFrom(difference.theirs, difference.ours)) return false;
  const apart = compareData(difference.ours, valueAt(situation.monolith.data, difference.path));
  return apart.every(
    (one) =>
      one.kind === 'order' ||
      isLost({ ...one, path: [...difference.path, ...one.path] }, situation) ||
      (one.ours === null && isHollow(one.theirs)),
  );
}

/** Whether ours is right about an error in what the stock gateway has dropped: the monolith has it, or stock has it further up. */
export function isTrueError({ side, error }: ErrorDifference, { ours, stock, monolith }: Situation): boolean {
  const { place, code, original } = error;
  const path = side === 'ours' ? place : (original.path ?? null);
  if (path === null || !isMissing(stock.data, path)) return false;
  const [other, felt] = side === 'ours' ? [monolith, place] : [ours, nullAlong(ours.data, path)];
  return hasError(other, (one) => one.code === code && isAt(one.place, felt));
}

/** Whether `part` is null, or has nothing but what `whole` has, too, and less of it. */
function isMissingFrom(part: unknown, whole: unknown): boolean {
  if (part === null || part === undefined) return true;
  return keysOf(part).length < keysOf(whole).length && keysOf(part).every((key) => keysOf(whole).includes(key));
}

function keysOf(value: unknown): readonly string[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}

function isMissing(data: unknown, path: AnswerPath): boolean {
  return path.some((_, depth) => {
    const value = valueAt(data, path.slice(0, depth + 1));
    return value === undefined || (value === null && depth + 1 < path.length);
  });
}

/**
 * Whether an error of ours is where one of the stock gateway is, or where it would be felt had the stock gateway not dropped
 * what is around it, or at the object that lacks the field which it is about.
 */
export function isSamePlace(error: PlacedError, theirs: PlacedError, { ours, stock }: Situation): boolean {
  if (isAt(error.place, theirs.place)) return true;
  const arisen = theirs.original.path;
  if (arisen && isAt(error.place, nullAlong(ours.data, arisen))) return true;
  const isUnseen = theirs.place !== null && valueAt(stock.data, theirs.place) === undefined;
  return isUnseen && isAt(error.place, theirs.place.slice(0, -1));
}

/** Whether the fields of both objects that both have come in the same order; true where one is no object. */
export function isInSameOrder(one: unknown, other: unknown): boolean {
  const [own, their] = [keysOf(one), keysOf(other)];
  return isAt(
    own.filter((key) => their.includes(key)),
    their.filter((key) => own.includes(key)),
  );
}

/** Where ours has null in place of a value of theirs, or of what an error of theirs is about; null for all other differences. */
export function placeMissing(difference: Difference, { data }: Answer): AnswerPath | null {
  if (isTheirs(difference)) return nullAlong(data, difference.error.original.path ?? []);
  return difference.kind === 'data' ? difference.path : null;
}

/** Where the stock gateway remarks that a value was promised and did not come, or has the wrong form. */
export function remarksOf({ extensions }: Answer): readonly AnswerPath[] {
  const remarks = extensions?.['valueCompletion'];
  return Array.isArray(remarks) ? remarks.map(({ path }: { readonly path: AnswerPath }) => path) : [];
}
