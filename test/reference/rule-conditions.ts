import type { Answer, AnswerPath } from './answer.ts';
import { compareData, nullAlong, placeErrors } from './compare.ts';
import type { DataDifference, Difference, ErrorDifference, PlacedError } from './compare.ts';
import type { FailurePlan } from './failures/failure.ts';
import type { Operation } from './operation.ts';

/** Everything that is known of one operation's answers while a plan is followed. */
export interface Situation {
  readonly operation: Operation;
  readonly plan: FailurePlan;
  readonly ours: Answer;
  /** The stock gateway's answer, whatever ours is compared with: it tells a mistake of ours from one that we share. */
  readonly stock: Answer;
  /** The answer without a gateway, whatever ours is compared with: it tells a mistake of ours from one of the stock gateway. */
  readonly monolith: Answer;
}

/** Whether it is an error with this code that ours alone has. */
export function isOurs(difference: Difference, code: string): difference is ErrorDifference {
  return difference.kind === 'error' && difference.side === 'ours' && difference.error.code === code;
}

/** Whether it is an error that ours lacks. */
export function isTheirs(difference: Difference): difference is ErrorDifference {
  return difference.kind === 'error' && difference.side === 'theirs';
}

/** Whether one of the errors of an answer is like this, wherever it is felt. */
export function hasError(answer: Answer, isThis: (error: PlacedError) => boolean): boolean {
  return placeErrors(answer).values().some(isThis);
}

/** Whether two places are the same one. */
export function isAt(one: AnswerPath | null, other: AnswerPath | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Whether an error of the answer is about this place: at it, or where a null has taken it along. */
export function isCovered(path: AnswerPath, answer: Answer): boolean {
  return hasError(answer, ({ place }) => isInside(path, place));
}

/** Whether a path is a place, or leads on from it. */
function isInside(path: AnswerPath, place: AnswerPath | null): boolean {
  return place?.every((step, depth) => path[depth] === step) ?? false;
}

/** Whether the value is null in ours, or is in something that is, and an error says so. */
export function isLost({ path, ours }: DataDifference, answer: Answer): boolean {
  return (ours === null || ours === undefined) && isCovered(path, answer);
}

/** Whether no value was asked for in it: an empty object, an empty list, or a list of such. */
export function isHollow(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.values(value).every(isHollow);
}

/** Whether it says that a date is malformed. */
export function isAboutDate({ code, original }: PlacedError): boolean {
  return code === 'BAD_USER_INPUT' && /\bDate .* is not valid/.test(original.message);
}

/** Whether the error is one of an argument, at a place that ours has lost to a malformed date. */
export function isAboutSameDate(difference: ErrorDifference, ours: Answer): boolean {
  const { code, place } = difference.error;
  return (
    isTheirs(difference) &&
    code === 'BAD_USER_INPUT' &&
    hasError(ours, (error) => isAboutDate(error) && isInside(place ?? [], error.place))
  );
}

/** Whether ours is an object with some of their fields, the same but for what is lost. */
export function isPartOf({ path, ours, theirs }: DataDifference, answer: Answer): boolean {
  if (typeof ours !== 'object' || ours === null || !isMissingFrom(ours, theirs)) return false;
  return keysOf(ours).every((key) =>
    compareData(valueAt(ours, [key]), valueAt(theirs, [key])).every(
      (one) => one.kind === 'data' && isLost({ ...one, path: [...path, key, ...one.path] }, answer),
    ),
  );
}

/** Whether ours is right where the stock gateway's answer lacks something: the monolith has the same, but for what is lost. */
export function isTrueHere(difference: Difference, { ours, stock, monolith }: Situation): boolean {
  if (difference.kind === 'error') {
    const { place, code, original } = difference.error;
    // The same error, which ours feels further down: the stock gateway has dropped what is above.
    if (difference.side === 'theirs') {
      const felt = nullAlong(ours.data, original.path ?? []);
      return (
        isMissing(stock.data, original.path ?? []) &&
        hasError(ours, (one) => one.code === code && isAt(one.place, felt))
      );
    }
    const isDropped = place !== null && isMissing(stock.data, place);
    return (
      isOurs(difference, difference.error.code) && isDropped && hasError(monolith, (one) => isAt(one.place, place))
    );
  }
  if (difference.kind !== 'data' || !isMissingFrom(difference.theirs, difference.ours)) return false;
  const apart = compareData(difference.ours, valueAt(monolith.data, difference.path));
  return apart.every(
    (one) =>
      one.kind === 'order' ||
      (one.ours === null && isCovered([...difference.path, ...one.path], ours)) ||
      (one.ours === null && isHollow(one.theirs)),
  );
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

/** Where the stock gateway remarks that a value was promised and did not come, or has the wrong form. */
export function remarksOf({ extensions }: Answer): readonly AnswerPath[] {
  const remarks = extensions?.['valueCompletion'];
  return Array.isArray(remarks) ? remarks.map(({ path }: { readonly path: AnswerPath }) => path) : [];
}

/** What stands at a path; undefined or null where the way to it ends. */
export function valueAt(data: unknown, path: AnswerPath): unknown {
  return path.reduce<unknown>(
    // Any value but these two may be asked for a property.
    (value, step) =>
      value === null || value === undefined ? value : (value as Record<string | number, unknown>)[step],
    data,
  );
}
