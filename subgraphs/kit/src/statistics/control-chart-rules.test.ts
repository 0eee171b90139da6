import type { SpcRule } from '@boroughgraph/schema/vocabulary/core.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signalsOf } from './control-chart-rules.ts';

/** Lines with two thirds of the way at 6 and -6. */
const lines = { centre: 0, lower: -9, upper: 9 };

const letters: Readonly<Record<SpcRule, string>> = {
  OUTSIDE_LIMITS: 'O',
  SHIFT_7: 'S',
  TREND_7: 'T',
  TWO_OF_THREE: '2',
};

/** The rules of each point by their first sign, a small letter for one that points down; `-` for a point that meets none. */
function signs(values: readonly number[], chart = lines): string {
  return signalsOf(values, chart)
    .map((signals) =>
      signals.map(({ rule, direction }) => (direction === 'UP' ? letters[rule] : letters[rule].toLowerCase())).join(''),
    )
    .map((text) => (text === '' ? '-' : text))
    .join(' ');
}

describe('a point outside the limits', () => {
  it('lies beyond them, not on them', () => {
    expect(signs([1, 9, -1, 9.1, 1, -9.1, -1])).toBe('- - - O - o -');
  });
});

describe('a shift', () => {
  it('is seven in a row on one side', () => {
    expect(signs([-1, 2, 1, 2, 1, 2, 1, -1])).toBe('- - - - - - - -');
    expect(signs([-1, 2, 1, 2, 1, 2, 1, 2, -1])).toBe('- S S S S S S S -');
    expect(signs([1, -2, -1, -2, -1, -2, -1, -2, -1])).toBe('- s s s s s s s s');
  });

  it('is ended by a point on the centre line', () => {
    expect(signs([2, 1, 2, 0, 1, 2, 1, 2])).toBe('- - - - - - - -');
  });

  it('is not seen in numbers that are all the same, whatever rounding makes of their mean', () => {
    const mean = Array.from({ length: 12 }, () => 0.1).reduce((sum, value) => sum + value, 0) / 12;
    expect(mean).not.toBe(0.1);
    const constant = Array.from({ length: 12 }, () => 0.1);
    expect(signs(constant, { centre: mean, lower: mean, upper: mean })).toBe(constant.map(() => '-').join(' '));
  });
});

describe('a trend', () => {
  it('is seven in a row of which each is higher than the one before', () => {
    expect(signs([-3, -2, -1, 1, 2, 3, 1])).toBe('- - - - - - -');
    expect(signs([0, -3, -2, -1, 1, 2, 3, 4, 1])).toBe('- T T T T T T T -');
  });

  it('is ended by two equal numbers', () => {
    expect(signs([-3, -2, -1, -1, 1, 2, 3, 4])).toBe('- - - - - - - -');
  });

  it('may turn, and then its turning point lies in both', () => {
    expect(signs([-5, -4, -3, -2, 1, 2, 3, 2, 1, -2, -3, -4, -5])).toBe('T T T T T T Tt t t t t t t');
  });
});

describe('two of three', () => {
  it('are two points beyond two thirds of the way, and the third on their side', () => {
    expect(signs([0, 7, 1, 7, 0])).toBe('- 2 - 2 -');
    expect(signs([0, -7, -7, -1, 0])).toBe('- 2 2 - -');
  });

  it('count a point outside the limits, which older tools did not', () => {
    expect(signs([0, 7, 10, 1, 0])).toBe('- 2 O2 - -');
  });

  it('are not met on two sides, nor where the third point lies on the other', () => {
    expect(signs([1, 7, -7, 1])).toBe('- - - -');
    expect(signs([0, 7, -1, 7, 0])).toBe('- - - - -');
    expect(signs([0, 7, 7])).toBe('- - -');
  });

  it('lie beyond two thirds of the way, not on it', () => {
    expect(signs([1, 6, 6, 1])).toBe('- - - -');
  });
});

describe('the rules', () => {
  it('are those that every window of a chart gives, in whole numbers', () => {
    // Pieces that rise or fall evenly, so that runs and trends are met, and their ends.
    const piece = fc
      .tuple(fc.integer({ min: -12, max: 12 }), fc.integer({ min: -2, max: 2 }), fc.integer({ min: 1, max: 9 }))
      .map(([start, step, length]) => Array.from({ length }, (_, index) => start + step * index));
    const values = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.flat());
    fc.assert(
      fc.property(values, (given) => {
        expect(signs(given)).toBe(given.map((_, index) => bruteForce(given, index)).join(' '));
      }),
      { seed: 20251121, numRuns: 500 },
    );
  });
});

/** The rules that a point meets, by looking at every window that it lies in. */
function bruteForce(values: readonly number[], index: number): string {
  const windows = (length: number) =>
    Array.from({ length }, (_, back) => index - back)
      .filter((start) => start >= 0 && start + length <= values.length)
      .map((start) => values.slice(start, start + length));
  const own = values[index] ?? 0;
  const found: string[] = [];
  if (own > 9) found.push('O');
  if (own < -9) found.push('o');
  if (windows(7).some((window) => window.every((value) => value > 0))) found.push('S');
  if (windows(7).some((window) => window.every((value) => value < 0))) found.push('s');
  const isStrict = (window: readonly number[], sign: number) =>
    window.every((value, at) => at === 0 || sign * (value - (window[at - 1] ?? 0)) > 0);
  const trends = ['T', 't'].filter((_, at) => windows(7).some((window) => isStrict(window, at === 0 ? 1 : -1)));
  // A turning point ends the one and begins the other: the earlier stands first.
  const isFirstDown = (values[index - 1] ?? own) > own;
  found.push(...(isFirstDown ? trends.toReversed() : trends));
  for (const sign of [1, -1]) {
    const isMet = windows(3).some(
      (window) => window.every((value) => sign * value > 0) && window.filter((value) => sign * value > 6).length >= 2,
    );
    if (sign * own > 6 && isMet) found.push('2');
  }
  return found.length === 0 ? '-' : found.join('');
}
