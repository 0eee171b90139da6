import type { ObservationFlag } from '@boroughgraph/schema/vocabulary/core.ts';
import type { IndicatorDefinition, PossibleValues } from './indicator.ts';
import type { Reading } from './observation.ts';
import { describePossible, possibleValuesOf } from './possible-values.ts';

/** What is impossible in a reading: what was found, without a figure that may have to be withheld, and what was expected. */
export interface Impossibility {
  readonly found: string;
  readonly expected: string;
}

/**
 * A judge of readings of an indicator: what of one cannot be, whatever it is a reading of. That is a value or a limit outside the
 * possible ones, limits that exclude the value or stand upside down, a number of less than zero or a part of a person beside it, a
 * share or rate that contradicts its own numerator and denominator, a figure although nobody reported. It says null where nothing is,
 * and never throws.
 */
export function impossibilityOf(indicator: IndicatorDefinition): Judge {
  const known = judges.get(indicator);
  if (known !== undefined) return known;
  const judge = judgeOf(indicator);
  judges.set(indicator, judge);
  return judge;
}

type Judge = (reading: Reading) => Impossibility | null;

/** Asked for by each row of a file. */
const judges = new WeakMap<IndicatorDefinition, Judge>();

function judgeOf(indicator: IndicatorDefinition): Judge {
  const possible = possibleValuesOf(indicator);
  const expected = `${describePossible(possible)}, as ${indicator.id} is`;
  return (reading) => {
    if (!isFigure(reading)) return null;
    const found = outOfRange(possible, reading) ?? limitOutOfRange(indicator, possible, reading);
    if (found !== null) return { found, expected };
    return (
      ofNobody(reading) ??
      outOfLimits(reading) ??
      badCounts(indicator, reading) ??
      contradiction(indicator, possible, reading)
    );
  };
}

type Figure = Reading & { readonly value: number };

const isFigure = (reading: Reading): reading is Figure => reading.value !== null;

const isWithin = (number: number, { low, high }: PossibleValues) => number >= low && number <= high;

function outOfRange(possible: PossibleValues, { value }: Figure): string | null {
  return !isWithin(value, possible) || (possible.isWhole && !Number.isInteger(value)) ? String(value) : null;
}

/** The limits of a share lie between nothing and the whole; those of other statistics are cut off at zero by some publishers alone. */
function limitOutOfRange(
  { valueType }: IndicatorDefinition,
  possible: PossibleValues,
  { lower = null, upper = null }: Figure,
): string | null {
  if (valueType !== 'PROPORTION') return null;
  const limit = [lower, upper].find((each) => each !== null && !isWithin(each, possible));
  return limit === undefined ? null : `a limit of ${String(limit)}`;
}

function outOfLimits({ value, lower = null, upper = null }: Figure): Impossibility | null {
  const expected = 'a value between its lower and its upper limit';
  if (lower !== null && upper !== null && lower > upper) return { found: 'limits upside down', expected };
  if (lower !== null && isAbove(lower, value)) return { found: 'a lower limit above the value', expected };
  if (upper !== null && isAbove(value, upper)) return { found: 'an upper limit below the value', expected };
  return null;
}

/** Whether one number is above another, both as coarse as the coarser of the two is printed. */
function isAbove(one: number, other: number): boolean {
  const decimals = Math.min(decimalsOf(one), decimalsOf(other));
  return roundTo(one, decimals) > roundTo(other, decimals);
}

/** Digits behind the point beyond which a number is not rounded, as good as exact. */
const mostDecimals = 10;

function decimalsOf(number: number): number {
  const [, digits = ''] = number.toFixed(mostDecimals).split('.');
  return digits.replace(/0+$/, '').length;
}

const roundTo = (number: number, decimals: number) => Number(number.toFixed(decimals));

function ofNobody({ value, coverage }: Figure): Impossibility | null {
  if (value === 0 || coverage?.reporting !== 0 || coverage.expected === 0) return null;
  return { found: 'a figure of which nobody reported', expected: 'none, or how many of those who should report did' };
}

function badCounts(indicator: IndicatorDefinition, reading: Figure): Impossibility | null {
  const { value, numerator = null, denominator = null } = reading;
  if (numerator === null && denominator === null) return null;
  const impossible = [numerator, denominator].find((each) => each !== null && !isCount(each));
  if (impossible !== undefined)
    return { found: String(impossible), expected: 'a numerator and a denominator of zero or more, below 2^53' };
  if (numerator === null || isLoose(reading)) return null;
  if (indicator.valueType === 'COUNT' && numerator !== value)
    return { found: 'another numerator than the count itself', expected: 'a count, which has no numerator' };
  return countsThings(indicator) && !Number.isInteger(numerator)
    ? { found: `a numerator of ${String(numerator)}`, expected: 'a whole number of what was counted' }
    : null;
}

/** Answers in a survey are weighted, and staff are counted in parts of a post; all else that a share or rate is of comes whole. */
const countsThings = ({ valueType, attributionBasis }: IndicatorDefinition) =>
  (valueType === 'PROPORTION' || valueType === 'CRUDE_RATE') &&
  attributionBasis !== 'RESIDENCE_OF_RESPONDENT' &&
  attributionBasis !== 'EMPLOYER';

const isCount = (number: number) => number >= 0 && number <= Number.MAX_SAFE_INTEGER;

/** What its publisher rounded or estimated follows from other numbers than those beside it. */
const loose: readonly ObservationFlag[] = ['ROUNDED', 'ESTIMATED', 'MODELLED', 'ROUNDS_TO_ZERO'];
const isLoose = ({ flags = [] }: Reading): boolean => loose.some((flag) => flags.includes(flag));

/**
 * How far a share or rate may lie from what follows, as a part of it: publishers work them out from numbers of which they print rounded
 * or later ones. What was put into the wrong column or row lies further off.
 */
const relativeSlack = 0.01;

/** Shares and crude rates follow from their numbers; those that are adjusted do not. */
function contradiction(
  { valueType, multiplier }: IndicatorDefinition,
  { high }: PossibleValues,
  reading: Figure,
): Impossibility | null {
  const { value, numerator = null, denominator = null } = reading;
  if (valueType !== 'PROPORTION' && valueType !== 'CRUDE_RATE') return null;
  if (numerator === null || denominator === null || isLoose(reading)) return null;
  if (valueType === 'PROPORTION' && numerator > denominator && high <= multiplier)
    return { found: 'a numerator above its denominator', expected: 'a part of no more than the whole' };
  const follows = (numerator / denominator) * multiplier;
  const slack = 0.5 * 10 ** -decimalsOf(value) + Math.abs(follows) * relativeSlack;
  if (Math.abs(value - follows) <= slack) return null;
  return { found: 'another value', expected: 'the one that follows from the numerator and the denominator beside it' };
}
