import { comparable } from './own-figures.ts';
import type { ReadSeries } from './series-answers.ts';

/** A chart in plain sums, and how many of its points meet a rule. */
export interface OwnChart {
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
  readonly special: readonly boolean[];
}

/** The XmR chart of a series; null where it has fewer than ten comparable points, or they are all the same. */
export function ownChart(series: ReadSeries): OwnChart | null {
  const values = comparable(series).map(({ value }) => value);
  if (values.length < 10) return null;
  const centre = values.reduce((sum, value) => sum + value, 0) / values.length;
  let moved = 0;
  for (let at = 1; at < values.length; at += 1) moved += Math.abs((values[at] ?? 0) - (values[at - 1] ?? 0));
  if (moved === 0) return null;
  const reach = (2.66 * moved) / (values.length - 1);
  const special = values.map((_, at) => isSpecial(values, at, { centre, reach }));
  return { centre, lower: centre - reach, upper: centre + reach, special };
}

interface Lines {
  readonly centre: number;
  readonly reach: number;
}

function isSpecial(values: readonly number[], at: number, { centre, reach }: Lines): boolean {
  const close = 1e-9 * Math.max(...values.map(Math.abs));
  const side = (value: number, beyond: number) =>
    value > centre + beyond + close ? 1 : value < centre - beyond - close ? -1 : 0;
  const sides = values.map((value) => side(value, 0));
  const far = values.map((value) => side(value, (reach * 2) / 3));
  const moves = values.slice(1).map((value, index) => {
    const move = value - (values[index] ?? 0);
    return Math.abs(move) <= close ? 0 : Math.sign(move);
  });
  return (
    side(values[at] ?? centre, reach) !== 0 ||
    isInRow(sides, at, 7) ||
    isInRow(moves, at, 6) ||
    isInRow(moves, at - 1, 6) ||
    [at - 2, at - 1, at].some((start) => isTwoOfThree({ sides, far }, start, at))
  );
}

/** Whether a place lies in a row of so many equal signs that are not zero. */
function isInRow(signs: readonly number[], at: number, length: number): boolean {
  const sign = signs[at];
  if (sign === undefined || sign === 0) return false;
  for (let start = at - length + 1; start <= at; start += 1) {
    const row = signs.slice(Math.max(start, 0), start + length);
    if (start >= 0 && row.length === length && row.every((one) => one === sign)) return true;
  }
  return false;
}

function isTwoOfThree(
  { sides, far }: { readonly sides: readonly number[]; readonly far: readonly number[] },
  start: number,
  at: number,
): boolean {
  const sign = far[at] ?? 0;
  const window = [start, start + 1, start + 2];
  return (
    sign !== 0 && window.every((one) => sides[one] === sign) && window.filter((one) => far[one] === sign).length >= 2
  );
}
