import { isLost } from './blame.ts';
import type { Difference } from './compare.ts';
import { mentions } from './operation.ts';
import { hasError, isInside, type PlacedError } from './placed-errors.ts';
import type { Situation } from './situation.ts';

/** Whether it is a mistake of the client's for which the stock gateway has no place, and ours has the same with one. */
export function isOfPlacedMistake(difference: Difference, { ours, stock }: Situation): boolean {
  if (difference.kind !== 'error' || difference.error.code !== 'BAD_USER_INPUT') return false;
  const { side, error } = difference;
  const isOfOurs = side === 'ours';
  if ((error.place === null) === isOfOurs) return false;
  return hasError(
    isOfOurs ? stock : ours,
    ({ code, place, original }) =>
      code === 'BAD_USER_INPUT' && (place === null) === isOfOurs && original.message === error.original.message,
  );
}

/**
 * Whether the difference comes from a malformed date of the client's, for which ours has an error: that error itself, what is
 * null by it, or an error that the monolith has within that null or about the same date.
 */
export function isOfMalformedDate(difference: Difference, situation: Situation): boolean {
  const { operation, ours, stock } = situation;
  const isOfDate = (error: PlacedError): boolean => malformedDateOf(error) !== null;
  if (difference.kind === 'data') return isLost(difference, situation, isOfDate);
  if (difference.kind !== 'error' || difference.error.code !== 'BAD_USER_INPUT') return false;
  const { error, side } = difference;
  const date = malformedDateOf(error);
  const isSame = (other: PlacedError): boolean => malformedDateOf(other) === date;
  if (side === 'ours') return date !== null && mentions(operation, date) && hasError(stock, isSame);
  return hasError(ours, (other) => isOfDate(other) && (isSame(other) || isInside(error.place ?? [], other.place)));
}

/** The value that an error calls a malformed date, in JSON; null for an error about anything else. */
function malformedDateOf({ code, original }: PlacedError): string | null {
  const [, date = null] = /\bDate (.+?) is not valid/.exec(original.message) ?? [];
  return code === 'BAD_USER_INPUT' ? date : null;
}
