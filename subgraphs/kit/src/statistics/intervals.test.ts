import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  confidence95,
  confidence998,
  countLimits,
  limitsOf,
  type Limits,
  type Measure,
  proportionalLimits,
  rateLimits,
  shareLimits,
} from './intervals.ts';
import type { Reading } from './observation.ts';

const rounded = (limits: Limits | null, decimals = 3) =>
  limits === null ? null : [limits.lower, limits.upper].map((limit) => Number(limit.toFixed(decimals)));

describe('limits of a count', () => {
  // From 10 on by Byar, as the reference values of the statistical guide have them.
  it.each([
    [10, confidence95, [4.787, 18.391]],
    [10, confidence998, [2.916, 24.194]],
    [25, confidence95, [16.174, 36.906]],
    [100, confidence95, [81.362, 121.628]],
  ])('of %d with %o are %j', (count, confidence, limits) => {
    expect(rounded(countLimits(count, confidence))).toEqual(limits);
  });

  // Exact Poisson below 10: half the chi-square quantiles of 2 and 2 + 2 times the count, from a table. 0 has -ln 0.025 above it.
  it.each([
    [0, [0, 3.689]],
    [1, [0.025, 5.572]],
    [5, [1.623, 11.668]],
    [9, [4.115, 17.085]],
  ])('of %d, which is small, are the exact %j', (count, limits) => {
    expect(rounded(countLimits(count))).toEqual(limits);
  });

  it('are none for a number that is no count', () => {
    expect([-1, 2.5, Number.NaN].map((count) => countLimits(count))).toEqual([null, null, null]);
  });

  it('leave the chance of their tail beyond them, by sums over the distribution', () => {
    const counts = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(counts, fc.constantFrom(confidence95, confidence998), (count, confidence) => {
        const { lower, upper } = countLimits(count, confidence) ?? { lower: Number.NaN, upper: Number.NaN };
        expect(chanceBetween(0, count, upper)).toBeCloseTo(confidence.tail, 10);
        if (count > 0) expect(chanceBetween(count, 200, lower)).toBeCloseTo(confidence.tail, 10);
      }),
      { seed: 20251121 },
    );
  });

  it('by Byar leave nearly that chance beyond them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 80 }), (count) => {
        const { lower, upper } = countLimits(count) ?? { lower: Number.NaN, upper: Number.NaN };
        // The tails that Byar's limits leave are those of 95% limits, to two parts in a thousand.
        expect(Math.abs(chanceBetween(0, count, upper) - 0.025)).toBeLessThan(0.002);
        expect(Math.abs(chanceBetween(count, 400, lower) - 0.025)).toBeLessThan(0.002);
      }),
      { seed: 20251121 },
    );
  });
});

/** The chance of `from` to `to` events under a mean, each by logarithms, which the source does not use. */
function chanceBetween(from: number, to: number, mean: number): number {
  let logFactorial = 0;
  let sum = 0;
  for (let events = 0; events <= to; events += 1) {
    if (events > 0) logFactorial += Math.log(events);
    if (events >= from) sum += Math.exp(events * Math.log(mean) - mean - logFactorial);
  }
  return sum;
}

describe('limits of a rate', () => {
  it('are those of its count, scaled', () => {
    // 25 events among 10,000 people: 16.174 and 36.906 in 10,000, so 1.6174 and 3.6906 in 1,000.
    expect(rounded(rateLimits({ numerator: 25, denominator: 10_000, multiplier: 1000 }), 4)).toEqual([1.6174, 3.6906]);
  });

  it('of no event reach from zero', () => {
    // -ln 0.025 = 3.6889 events at most, among 1,000 people.
    expect(rounded(rateLimits({ numerator: 0, denominator: 1000, multiplier: 1000 }))).toEqual([0, 3.689]);
  });

  it('are none without people', () => {
    expect(rateLimits({ numerator: 5, denominator: 0, multiplier: 1000 })).toBeNull();
  });

  /** The NHS printed its limits from a rate with more decimals: half of the last one moves a limit by a thousandth at most. */
  const reproduces = (value: number, count: number, published: readonly number[]) => {
    const alert = rounded(proportionalLimits({ value, count }), 6) ?? [];
    const alarm = rounded(proportionalLimits({ value, count }, confidence998), 6) ?? [];
    return [...alert, ...alarm].map((limit, index) => Math.abs(limit - (published[index] ?? Number.NaN)));
  };

  it('reproduce those of emergency admissions in the City of London, 2008-09, as published', () => {
    // 296 admissions. 4,213.1 was printed with one decimal; its limits are those of a rate of 4,213.102.
    const differences = reproduces(4213.102, 296, [3746.74, 4721.46, 3496.58, 5026.23]);
    expect(Math.max(...differences)).toBeLessThan(0.01);
  });

  it('reproduce those of emergency admissions in Hackney, 2014-15, as published', () => {
    // 6,971 admissions where 19,980.65 were expected; the table has the rate as 3,200.59.
    const differences = reproduces(3200.59, 6971, [3125.89, 3276.62, 3083.43, 3320.83]);
    expect(Math.max(...differences)).toBeLessThan(0.01);
  });
});

describe('limits of a share', () => {
  it.each([
    [15, 50, [19.1, 43.75]],
    [0, 20, [0, 16.11]],
    [71, 100, [61.46, 78.99]],
  ])('of %d in %d are %j percent', (numerator, denominator, limits) => {
    expect(rounded(shareLimits({ numerator, denominator, multiplier: 100 }), 2)).toEqual(limits);
  });

  it('have three decimals as worked by hand', () => {
    // 15 of 50: (2·15 + 3.841459 ± 1.959964·√(3.841459 + 4·15·0.7)) / (2·53.841459) = (33.841459 ± 13.270195) / 107.682918.
    expect(rounded(shareLimits({ numerator: 15, denominator: 50, multiplier: 100 }))).toEqual([19.104, 43.75]);
    // 0 of 20: (3.841459 ± 3.841459) / (2·23.841459). 71 of 100: (145.841459 ± 1.959964·√(3.841459 + 4·71·0.29)) / 207.682918.
    expect(rounded(shareLimits({ numerator: 0, denominator: 20, multiplier: 100 }))).toEqual([0, 16.113]);
    expect(rounded(shareLimits({ numerator: 71, denominator: 100, multiplier: 100 }))).toEqual([61.461, 78.985]);
  });

  it('are none for counts that make no share', () => {
    const share = (numerator: number, denominator: number) => shareLimits({ numerator, denominator, multiplier: 100 });
    expect([share(3, 2), share(-1, 2), share(0, 0)]).toEqual([null, null, null]);
  });

  it('are the shares from which the one found lies z standard errors away', () => {
    const shares = fc
      .integer({ min: 1, max: 10_000 })
      .chain((all) => fc.tuple(fc.integer({ min: 0, max: all }), fc.constant(all)));
    fc.assert(
      fc.property(shares, ([part, all]) => {
        const { lower, upper } = shareLimits({ numerator: part, denominator: all, multiplier: 1 }) ?? {
          lower: Number.NaN,
          upper: Number.NaN,
        };
        const distance = (share: number) => Math.abs(part / all - share);
        const reach = (share: number) => confidence95.z * Math.sqrt((share * (1 - share)) / all);
        if (part > 0) expect(distance(lower)).toBeCloseTo(reach(lower), 9);
        if (part < all) expect(distance(upper)).toBeCloseTo(reach(upper), 9);
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(upper).toBeLessThanOrEqual(1);
      }),
      { seed: 20251121 },
    );
  });
});

describe('limits of a reading', () => {
  const rate: Measure = { valueType: 'CRUDE_RATE', multiplier: 1000, attributionBasis: 'PLACE_OF_OFFENCE' };
  const share: Measure = { ...rate, valueType: 'PROPORTION', multiplier: 100 };
  const reading: Reading = { value: 2.5, status: 'PUBLISHED', numerator: 25, denominator: 10_000 };
  const methodOf = (measure: Measure, changes: Partial<Reading> = {}) =>
    limitsOf(measure, { ...reading, ...changes })?.method ?? null;

  it('are the published ones where there are some, whatever the counts say', () => {
    expect(limitsOf(rate, { ...reading, lower: 1, upper: 9 })).toEqual({ lower: 1, upper: 9, method: 'PUBLISHED' });
  });

  it('follow from the counts of a rate by Byar, and of a share by Wilson', () => {
    expect(methodOf(rate)).toBe('BYAR');
    expect(methodOf(rate, { denominator: null })).toBe('BYAR');
    expect(methodOf({ ...rate, valueType: 'COUNT' }, { value: 7, numerator: null })).toBe('BYAR');
    expect(methodOf(share, { value: 30, numerator: 15, denominator: 50 })).toBe('WILSON');
  });

  it('are unknown for a mean, a median, a standardised rate without published ones', () => {
    for (const valueType of ['MEAN', 'MEDIAN', 'STANDARDISED_RATE', 'INDEX'] as const)
      expect(methodOf({ ...rate, valueType })).toBeNull();
  });

  it('are unknown where nobody counted, and where an employer decides', () => {
    expect(methodOf(rate, { flags: ['MODELLED'] })).toBeNull();
    expect(methodOf({ ...rate, attributionBasis: 'EMPLOYER' })).toBeNull();
    const survey: Measure = { ...share, attributionBasis: 'RESIDENCE_OF_RESPONDENT' };
    expect(methodOf(survey, { value: 30, numerator: 15, denominator: 50 })).toBeNull();
    const residents: Measure = { ...survey, valueType: 'COUNT', multiplier: 1 };
    expect(methodOf(residents, { value: 60_000, numerator: null, denominator: null })).toBeNull();
  });

  it('are unknown where a value is withheld, or does not belong to its counts', () => {
    expect(methodOf(rate, { value: null, status: 'CONFIDENTIAL' })).toBeNull();
    expect(methodOf(rate, { value: 40 })).toBeNull();
    expect(methodOf(rate, { lower: 1 })).toBeNull();
  });
});
