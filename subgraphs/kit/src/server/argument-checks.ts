import { badUserInput } from './errors.ts';
import type { PeriodRange } from './series.ts';

/**
 * The range itself; null where none is given.
 *
 * @throws a BAD_USER_INPUT when it ends before it starts, which would select nothing without a word.
 */
export function requireRange(during: PeriodRange | null | undefined): PeriodRange | null {
  const { from = null, to = null } = during ?? {};
  if (from !== null && to !== null && from > to)
    throw badUserInput(`during is from ${from} to ${to}: expected a first day that is not after the last`);
  return during ?? null;
}

/**
 * The number of newest entries to keep; null, where none is given, is all of them.
 *
 * @throws a BAD_USER_INPUT when it is below zero.
 */
export function requireLast(last: number | null | undefined): number | null {
  if (typeof last === 'number' && last < 0) throw badUserInput(`last is ${last}: expected a number from 0`);
  return last ?? null;
}
