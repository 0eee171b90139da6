import type { PeriodType } from '@boroughgraph/schema/vocabulary/core.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';
import { inKind, kindsOf } from '../statistics/period-kinds.ts';
import { badUserInput, faultsOf, WrongArguments } from './errors.ts';
import type { PeriodRange } from './period-range.ts';

/**
 * The range itself; null where none is given.
 *
 * @throws a BAD_USER_INPUT when it ends before it starts, which would select nothing without a word.
 */
export function requireRange(during: PeriodRange | null | undefined): PeriodRange | null {
  const { from = null, to = null } = during ?? {};
  if (from !== null && to !== null && from > to)
    throw badUserInput(`during is from ${from} to ${to}: expected a first day that is not after the last`, 'during');
  return during ?? null;
}

/**
 * The number of newest entries to keep; null, where none is given, is all of them.
 *
 * @throws a BAD_USER_INPUT when it is below zero.
 */
export function requireLast(last: number | null | undefined): number | null {
  if (typeof last === 'number' && last < 0) throw badUserInput(`last is ${last}: expected a number from 0`, 'last');
  return last ?? null;
}

/**
 * Nothing, where each dimension and value is one that some of the indicators have.
 *
 * @throws a BAD_USER_INPUT that lists what they have, because a misspelt one would select nothing without a word.
 */
export function requireDimensions(
  indicators: readonly IndicatorDefinition[],
  inputs: readonly { readonly dimension: string; readonly value: string }[],
  argument = 'dimensions',
): void {
  const known = indicators.flatMap(({ dimensions }) => dimensions);
  for (const { dimension, value } of inputs) {
    const named = known.filter(({ id }) => id === dimension);
    if (named.length === 0)
      throw badUserInput(
        `"${dimension}" is no dimension of ${indicators.map(({ id }) => id).join(', ')}: expected ${[...new Set(known.map(({ id }) => id))].join(', ') || 'none'}`,
        argument,
      );
    const values = new Set(named.flatMap(({ choices }) => choices.map((choice) => choice.value)));
    if (!values.has(value))
      throw badUserInput(`"${value}" is no value of ${dimension}: expected one of ${[...values].join(', ')}`, argument);
  }
}

/**
 * The indicator in periods of a kind.
 *
 * @throws a BAD_USER_INPUT that lists the kinds which it has, for another one.
 */
export function requireKind(indicator: IndicatorDefinition, type: PeriodType): IndicatorDefinition {
  const found = inKind(indicator, type);
  if (found !== null) return found;
  const known = kindsOf(indicator).map(({ grid }) => grid.type);
  throw badUserInput(`${indicator.id} is not published by ${type}: expected ${known.join(' or ')}`, 'periodType');
}

/**
 * Nothing, where no check finds an argument wrong. Makes each, so that all that is wrong is told at once.
 *
 * @throws {WrongArguments} with an error for each.
 */
export function requireAll(...checks: readonly (() => unknown)[]): void {
  const faults = checks.flatMap((check) => {
    try {
      check();
      return [];
    } catch (error) {
      const found = faultsOf(error);
      if (found === null) throw error;
      return found;
    }
  });
  if (faults.length > 0) throw new WrongArguments(faults);
}
