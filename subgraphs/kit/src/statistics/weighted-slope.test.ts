import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weightedSlope } from './weighted-slope.ts';

describe('a weighted slope', () => {
  it('is worked out by hand', () => {
    // Weights 1, 1, 2: mean x = (1 + 2 + 2·3) / 4 = 2.25, mean y = (0 + 4 + 2·2) / 4 = 2. Spread: 1.25² + 0.25² + 2·0.75² = 2.75.
    // Shared: 1.25·2 - 0.25·2 + 2·0.75·0 = 2. Slope 2 / 2.75, variance 1 / 2.75.
    const { slope, variance } = weightedSlope([
      { x: 1, y: 0, weight: 1 },
      { x: 2, y: 4, weight: 1 },
      { x: 3, y: 2, weight: 2 },
    ]);
    expect([slope, variance]).toEqual([expect.closeTo(2 / 2.75, 12), expect.closeTo(1 / 2.75, 12)]);
  });

  it('agrees with the sums by which Fingertips works it out', () => {
    const points = fc.array(
      fc.record({ y: fc.integer({ min: -500, max: 500 }), error: fc.integer({ min: 1, max: 40 }) }),
      {
        minLength: 3,
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(points, (given) => {
        const [sum1, sum2, sum3, sum4, sum5] = sumsOf(given);
        const determinant = sum1 * sum5 - sum3 ** 2;
        const { slope, variance } = weightedSlope(
          given.map(({ y, error }, index) => ({ x: 24_000 + index, y, weight: 1 / error ** 2 })),
        );
        expect(slope).toBeCloseTo((sum1 * sum2 - sum3 * sum4) / determinant, 6);
        expect(variance / (sum1 / determinant)).toBeCloseTo(1, 6);
      }),
      { seed: 20251121 },
    );
  });
});

/** Sums over the points of 1, xy, x, y and x², each over the square of the standard error; x counts from 1. */
function sumsOf(points: readonly { readonly y: number; readonly error: number }[]) {
  const over = (term: (x: number, y: number) => number) =>
    points.reduce((sum, { y, error }, index) => sum + term(index + 1, y) / error ** 2, 0);
  return [over(() => 1), over((x, y) => x * y), over((x) => x), over((_, y) => y), over((x) => x * x)] as const;
}
