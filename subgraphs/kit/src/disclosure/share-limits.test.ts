import { describe, expect, it } from 'vitest';
import { isShareOfFew } from './share-limits.ts';

const withheldTo5 = { isShown: (count: number) => count === 0 || count > 5, fewest: 6 };
const share = (value: number, lower: number, upper: number, decimals = 1) => ({
  value,
  lower,
  upper,
  multiplier: 100,
  decimals,
});

describe("limits by Wilson's method", () => {
  it.each([
    ['3 of 7', share(42.9, 15.82, 74.95)],
    ['378 of 381, of which 3 are not', share(99.21, 97.71, 99.73, 2)],
    // More people than the 2,000 that were tried one after the other.
    ['3 of 2,054', share(0.1, 0.05, 0.43)],
    ['2 of 5, printed without the zero of 40.0', share(40, 11.76, 76.93)],
  ])('tell of few: %s', (_, printed) => {
    expect(isShareOfFew(printed, withheldTo5)).toBe(true);
  });

  it.each([
    ['50 of 100', share(50, 40.38, 59.62)],
    ['6 of 14, and so 8 are not', share(42.9, 21.38, 67.41)],
    ['of no part and whole, as by another method', share(42.9, 10, 80)],
  ])('do not: %s', (_, printed) => {
    expect(isShareOfFew(printed, withheldTo5)).toBe(false);
  });
});
