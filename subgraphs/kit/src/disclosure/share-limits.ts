import { shareLimits } from '../statistics/intervals.ts';
import { type CountRange, decimalsOf, halfUnitOf } from './implied-counts.ts';

/** A share as it is printed with its limits. */
export interface PrintedShare {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  readonly multiplier: number;
  /** Decimals that values have at least, though this one may end on a zero. @default those of the value */
  readonly decimals?: number | undefined;
}

/** Which parts, and of which wholes, a policy does not let be told. */
export interface ShareRule {
  readonly isShown: (count: number) => boolean;
  /** The fewest people of whom a share is shown. */
  readonly fewest: number;
}

/** The largest part that is tried. Limits of more than so many are too narrow for two decimals to tell them from few. */
const mostTried = 2_000;
/** No share is of more people. */
const mostPeople = 1e8;
/** Decimals with which limits are printed at least, by most publishers: one that ends on a zero shows fewer. */
const usualDecimals = 2;
/** What is lost in the last digit of a division. */
const lost = 1e-6;

/**
 * Whether limits by Wilson's method tell that a share is of few: the wider they are, the fewer it is of. Of every part and whole that has
 * such limits the rule must withhold the part, the rest, or the whole. False where none has, as by another method. Never throws.
 */
export function isShareOfFew(share: PrintedShare, rule: ShareRule): boolean {
  const printed = decimalsOf(share.lower) > decimalsOf(share.upper) ? decimalsOf(share.lower) : decimalsOf(share.upper);
  const halves = new Set([printed, Math.max(printed, usualDecimals)].map((decimals) => 0.5 * 10 ** -decimals + lost));
  return [...halves].some((half) => isFewWithin(share, half, rule));
}

function isFewWithin(share: PrintedShare, half: number, { isShown, fewest }: ShareRule): boolean {
  // Whoever is not in a share has the share that is left, with limits that mirror its own.
  const rest = {
    ...share,
    // As a publisher would print it: the difference of two numbers has more decimals than either.
    value: Number((share.multiplier - share.value).toFixed(decimalsOf(share.value))),
    lower: share.multiplier - share.upper,
    upper: share.multiplier - share.lower,
    decimals: Math.max(share.decimals ?? 0, decimalsOf(share.value)),
  };
  const isPossible = [share, rest].some((one) =>
    numbersBelow(fewest, isShown).some((part) => wholesOf(one, half, part) !== null),
  );
  if (!isPossible) return false;
  for (let part = 0; part <= mostTried; part += 1) {
    if (!isShown(part)) continue;
    const wholes = wholesOf(share, half, part);
    if (wholes === null || wholes.high < fewest) continue;
    if (isShown(wholes.high - part) || (wholes.low === part && part >= fewest && isShown(0))) return false;
  }
  return true;
}

/** The parts of which few may be: withheld ones, and those of few people. */
function numbersBelow(fewest: number, isShown: ShareRule['isShown']): readonly number[] {
  return Array.from({ length: Math.max(fewest, 1) }, (_, count) => count).filter(
    (count) => !isShown(count) || count < fewest,
  );
}

/** The wholes of which so large a part has such a share and such limits; null where none has. With a larger whole all three fall. */
function wholesOf(
  { value, lower, upper, multiplier, decimals }: PrintedShare,
  half: number,
  part: number,
): CountRange | null {
  const halfOfValue = halfUnitOf(value, decimals) + lost;
  const limitsOf = (whole: number) => shareLimits({ numerator: part, denominator: whole, multiplier });
  const ends = [
    { of: (whole: number) => (part * multiplier) / whole, printed: value, half: halfOfValue },
    { of: (whole: number) => limitsOf(whole)?.lower ?? 0, printed: lower, half },
    { of: (whole: number) => limitsOf(whole)?.upper ?? 0, printed: upper, half },
  ];
  const low = Math.max(...ends.map((end) => firstWhole(part, (whole) => end.of(whole) <= end.printed + end.half)));
  const high = Math.min(...ends.map((end) => firstWhole(part, (whole) => end.of(whole) < end.printed - end.half) - 1));
  return low > high ? null : { low, high };
}

/** The smallest whole of a part for which something holds that holds of all larger ones; one more than anybody counts where of none. */
function firstWhole(part: number, holds: (whole: number) => boolean): number {
  let [low, high] = [Math.max(1, part), mostPeople];
  if (!holds(high)) return high + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
