import { type SpcRule, spcRuleValues } from '@boroughgraph/schema/vocabulary/core.ts';
import type { Direction } from './judgement.ts';

/** A rule that a point meets, and which way. */
export interface Signal {
  readonly rule: SpcRule;
  readonly direction: Direction;
}

/** The lines of a control chart. */
export interface ChartLines {
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
}

/** Points in a row that make a shift or a trend. Source: NHS England, Making Data Count; other houses use 8 and 6. */
const runLength = 7;
/** Rounding makes the mean of twelve times 0.1 differ from 0.1; a published number has fewer digits than this part of it. */
const relativeTolerance = 1e-9;

/**
 * The rules that each point meets, in the order of the values.
 *
 * - OUTSIDE_LIMITS: beyond a limit.
 * - SHIFT_7: one of seven or more in a row on one side of the centre line; a point on the line ends a row.
 * - TREND_7: one of seven or more in a row of which each is higher, or each lower, than the one before.
 * - TWO_OF_THREE: one of two or three in three in a row on one side of the centre line that lie beyond two thirds of the way to
 *   the limit. The third of them is not marked. A point beyond the limit counts among them, as in the tools of Making Data Count
 *   since 2023; older ones counted only points between two thirds of the way and the limit.
 *
 * Never throws. Source: NHS England, Making Data Count; nhs-r-community/NHSRplotthedots, issue 194.
 */
export function signalsOf(values: readonly number[], lines: ChartLines): readonly (readonly Signal[])[] {
  const tolerance = relativeTolerance * Math.max(...values.map(Math.abs), 0);
  const compare = (value: number, line: number): Direction | null =>
    value - line > tolerance ? 'UP' : line - value > tolerance ? 'DOWN' : null;
  const sides = values.map((value) => compare(value, lines.centre));
  const outside = values.map((value) => beyond(value, lines, compare));
  const far = values.map((value) => beyond(value, twoThirdsOf(lines), compare));
  const steps = values.slice(1).map((value, index) => compare(value, values[index] ?? value));
  const found: Readonly<Record<SpcRule, readonly (readonly Direction[])[]>> = {
    OUTSIDE_LIMITS: outside.map((direction) => (direction === null ? [] : [direction])),
    SHIFT_7: runs(sides, runLength),
    TREND_7: pointsOfSteps(runs(steps, runLength - 1)),
    TWO_OF_THREE: twoOfThree(sides, far),
  };
  return values.map((_, index) =>
    spcRuleValues.flatMap((rule) => (found[rule][index] ?? []).map((direction) => ({ rule, direction }))),
  );
}

type Compare = (value: number, line: number) => Direction | null;

function beyond(value: number, { lower, upper }: ChartLines, compare: Compare): Direction | null {
  if (compare(value, upper) === 'UP') return 'UP';
  return compare(value, lower) === 'DOWN' ? 'DOWN' : null;
}

function twoThirdsOf({ centre, lower, upper }: ChartLines): ChartLines {
  return { centre, lower: centre + ((lower - centre) * 2) / 3, upper: centre + ((upper - centre) * 2) / 3 };
}

/** For each place, its direction where it lies in a row of at least `length` equal ones; else nothing. */
function runs(directions: readonly (Direction | null)[], length: number): readonly (readonly Direction[])[] {
  return directions.map((direction, index) => {
    if (direction === null) return [];
    let [first, last] = [index, index];
    while (directions[first - 1] === direction) first -= 1;
    while (directions[last + 1] === direction) last += 1;
    return last - first + 1 >= length ? [direction] : [];
  });
}

/** From the steps between points to the points: each lies before one step and after another, which may turn. */
function pointsOfSteps(steps: readonly (readonly Direction[])[]): readonly (readonly Direction[])[] {
  return [...steps, []].map((next, index) => [...new Set([...(steps[index - 1] ?? []), ...next])]);
}

function twoOfThree(
  sides: readonly (Direction | null)[],
  far: readonly (Direction | null)[],
): readonly (readonly Direction[])[] {
  const isMet = (start: number, direction: Direction) => {
    const window = [start, start + 1, start + 2];
    const isOneSided = window.every((index) => sides[index] === direction);
    return isOneSided && window.filter((index) => far[index] === direction).length >= 2;
  };
  return far.map((direction, index) => {
    if (direction === null) return [];
    return [index - 2, index - 1, index].some((start) => isMet(start, direction)) ? [direction] : [];
  });
}
