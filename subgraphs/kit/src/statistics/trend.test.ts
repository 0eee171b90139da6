import { type Cell, monthlyCount, pointsFrom, within, yearlyRate } from '@boroughgraph/test/support/series-points.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RatedSeries } from './comparable-points.ts';
import { periodFromId } from './periods.ts';
import { trendOf } from './trend.ts';

const year = { type: 'FINANCIAL_YEAR' } as const;

/** Half a 95% interval for each standard error. */
const z = 1.959963984540054;

function yearly(cells: readonly Cell[], changes: Partial<RatedSeries> = {}) {
  return trendOf({ points: pointsFrom(year, 'FY2015-16', cells), breaks: [], measure: yearlyRate, ...changes });
}

const rise = [10, 11, 12, 13, 14];
const withError = (values: readonly number[], error: number) => values.map((value) => within(value, error * z));

describe('the trend of five points', () => {
  it('is named with its rule, its standard errors and its points', () => {
    // Slope 1; with standard errors of 1 its variance is 1 / (4 + 1 + 0 + 1 + 4) = 0.1, so chi-square is 1 / 0.1 = 10 > 9.5495.
    expect(yearly(withError(rise, 1))).toEqual({
      direction: 'INCREASING',
      judgement: 'CONCERN',
      scatter: 'UNCLEAR',
      method:
        'Fingertips recent trend: weighted regression over the last five comparable points, chi-square test at 99.8%, in the same direction whichever point is left out; beside it, chi-square test of homogeneity at 95% and 99.8%. Standard errors from published limits. Points: FY2015-16 to FY2019-20.',
      pointsUsed: 5,
      reason: null,
      firstPeriod: periodFromId('FY2015-16'),
      lastPeriod: periodFromId('FY2019-20'),
      coverage: null,
    });
  });

  it('has the lowest coverage of its points, all of which have enough', () => {
    const measure = { ...yearlyRate, coverageUnit: 'departments', neededCoverage: 0.5 };
    const cells = withError(rise, 1).map((cell, index) =>
      typeof cell === 'object' ? { ...cell, coverage: { reporting: index === 2 ? 3 : 4, expected: 4 } } : cell,
    );
    const points = pointsFrom(year, 'FY2015-16', cells);
    expect(trendOf({ points, breaks: [], measure }).coverage).toEqual({
      reporting: 3,
      expected: 4,
      unit: 'departments',
    });
    expect(trendOf({ points, breaks: [], measure: yearlyRate })).toMatchObject({
      direction: 'CANNOT_CALCULATE',
      coverage: null,
      reason: expect.stringContaining('rests on 3 of 4 parts, and all are needed.') as unknown,
    });
  });

  it('is none where chance explains the slope', () => {
    // As above with standard errors of 1.03: chi-square is 10 / 1.0609 = 9.426 < 9.5495.
    expect(yearly(withError(rise, 1.03))).toMatchObject({
      direction: 'NO_SIGNIFICANT_CHANGE',
      judgement: 'NONE',
      pointsUsed: 5,
      reason: null,
    });
  });

  it('is none where one point makes it', () => {
    // Slope (-2·10 - 9 + 7 + 2·60) / 10 = 9.8, chi-square 960; without the last point it is -1.
    expect(yearly(withError([10, 9, 8, 7, 60], 1)).direction).toBe('NO_SIGNIFICANT_CHANGE');
    // Without the last point the others do not move at all.
    expect(yearly(withError([0, 0, 0, 0, 60], 1)).direction).toBe('NO_SIGNIFICANT_CHANGE');
  });

  it('gives a point that is less certain less weight', () => {
    // The line falls by 2 a year until a last point at 30, which is too uncertain to turn it.
    const falling = withError([20, 18, 16, 14], 0.5);
    expect(yearly([...falling, within(11, 100 * z)]).direction).toBe('DECREASING');
    expect(yearly([...falling, within(30, 0.5 * z)]).direction).toBe('NO_SIGNIFICANT_CHANGE');
  });

  it('looks at the last five alone', () => {
    expect(yearly(withError([99, 98, ...rise], 1))).toMatchObject({ direction: 'INCREASING', pointsUsed: 5 });
  });

  it('takes the standard errors of counts from Byar’s limits', () => {
    const months = (cells: readonly Cell[]) =>
      trendOf({ points: pointsFrom({ type: 'MONTH' }, '2024-01', cells), breaks: [], measure: monthlyCount });
    // Standard errors of about √100 to √140, 10 to 12: with 11 for each the slope of 10 has a chi-square of about 100·10 / 121 = 8.3.
    expect(months([100, 110, 120, 130, 140])).toMatchObject({ direction: 'NO_SIGNIFICANT_CHANGE', pointsUsed: 5 });
    // With a slope of 20 it is about 400·10 / 140 = 29.
    const { direction, method } = months([100, 120, 140, 160, 180]);
    expect(direction).toBe('INCREASING');
    expect(method).toMatch(
      /Standard errors from Byar's limits of counts\. Points: 2024-01 to 2024-05\. Seasons are not taken out\.$/,
    );
    // No event at all has a standard error too: 3.689 / 3.92.
    expect(months([0, 0, 0, 0, 0]).direction).toBe('NO_SIGNIFICANT_CHANGE');
  });
});

describe('beside a trend', () => {
  const months = (cells: readonly Cell[]) =>
    trendOf({ points: pointsFrom({ type: 'MONTH' }, '2025-07', cells), breaks: [], measure: monthlyCount });

  it('is said whether the points differ at all', () => {
    // Theft from the person in Westminster, July to November 2025. Mean 1,781.2: chi-square is 941,654.8 / 1,781.2 = 318 above 16.92.
    const { direction, scatter } = months([1911, 1501, 1460, 1632, 2402]);
    expect([direction, scatter]).toEqual(['NO_SIGNIFICANT_CHANGE', 'BEYOND_CHANCE']);
    // Mean 100, squares 100 + 0 + 100 = 200: chi-square 2.
    expect(months([90, 100, 110, 100, 100]).scatter).toBe('WITHIN_CHANCE');
    // Mean 100, squares 2 · 25² = 1,250: chi-square 12.5, between 9.49 and 16.92.
    expect(months([75, 100, 125, 100, 100]).scatter).toBe('UNCLEAR');
    expect(months([0, 0, 0, 0, 0]).scatter).toBe('WITHIN_CHANCE');
    expect(months([0, 0, 0, 0]).scatter).toBeNull();
  });

  it('shares and limits are tested too', () => {
    const share = { ...yearlyRate, valueType: 'PROPORTION', multiplier: 100 } as const;
    const of100 = (numerator: number): Cell => ({ value: numerator, status: 'PUBLISHED', numerator, denominator: 100 });
    // Mean 50 of 100, variance 25 each: squares 2 · 20² = 800, chi-square 32.
    expect(yearly([30, 70, 50, 50, 50].map(of100), { measure: share }).scatter).toBe('BEYOND_CHANCE');
    // Standard errors of 1 around 12: 4 + 1 + 0 + 1 + 4 = 10.
    expect(yearly(withError([14, 10, 12, 11, 13], 1)).scatter).toBe('UNCLEAR');
    expect(yearly(withError([14, 10, 12, 11, 13], 2)).scatter).toBe('WITHIN_CHANCE');
  });
});

describe('what a trend means', () => {
  it.each([
    ['LOW_IS_GOOD', 'CONCERN', 'IMPROVEMENT'],
    ['HIGH_IS_GOOD', 'IMPROVEMENT', 'CONCERN'],
    ['SMALLER_GAP_IS_GOOD', 'CONCERN', 'IMPROVEMENT'],
    ['REPORTING_VOLUME', 'NONE', 'NONE'],
    ['NO_JUDGEMENT', 'NONE', 'NONE'],
  ] as const)('follows from %s: up is %s, down is %s', (polarity, up, down) => {
    const measure = { ...yearlyRate, polarity };
    const judged = (values: readonly number[]) => yearly(withError(values, 0.1), { measure }).judgement;
    expect([judged(rise), judged(rise.toReversed())]).toEqual([up, down]);
  });
});

describe('no trend can be calculated', () => {
  const reasonOf = (cells: readonly Cell[], changes: Partial<RatedSeries> = {}) => {
    const { direction, judgement, pointsUsed, firstPeriod, lastPeriod, reason } = yearly(cells, changes);
    expect({ direction, judgement, pointsUsed, firstPeriod, lastPeriod }).toEqual({
      direction: 'CANNOT_CALCULATE',
      judgement: 'NONE',
      pointsUsed: 0,
      firstPeriod: null,
      lastPeriod: null,
    });
    return reason;
  };
  const sure = withError(rise, 0.1);

  it('from fewer than five points', () => {
    expect(reasonOf(sure.slice(0, 4))).toBe(
      'Five comparable points in a row are needed, and there are 4, from April 2015 to March 2016 on: the series begins there.',
    );
    expect(reasonOf([])).toBe('Five comparable points in a row are needed, and there is none: no figure is published.');
  });

  it('across a gap, a withheld point or an incomplete one', () => {
    const [first = 0, second = 0, ...others] = sure;
    expect(reasonOf([first, 'CONFIDENTIAL', ...others])).toBe(
      'Five comparable points in a row are needed, and there are 3, from April 2017 to March 2018 on: the figure for April 2016 to March 2017 is withheld to protect people.',
    );
    expect(reasonOf([first, second, 'NOT_AVAILABLE', ...others])).toContain(
      'April 2017 to March 2018 is not available',
    );
    expect(reasonOf([within(9, 0.2, ['PARTIAL_COVERAGE']), ...sure.slice(1)])).toContain(
      'the figure for April 2015 to March 2016 is incomplete',
    );
  });

  it('across a break', () => {
    const breaks = [{ at: '2016-06-01', kind: 'DEFINITION', note: 'Defined anew.' }] as const;
    expect(reasonOf(sure, { breaks })).toBe(
      'Five comparable points in a row are needed, and there are 3, from April 2017 to March 2018 on: figures before and after 1 June 2016 are not comparable.',
    );
  });

  it('from several kinds of point', () => {
    expect(reasonOf([...sure.slice(0, 4), within(14, 0.2, ['PLANNED'])])).toBe(
      'Five comparable points in a row are needed, and there is one, April 2019 to March 2020: the figure for April 2018 to March 2019 is of another kind.',
    );
  });

  it('without a standard error of each point, all by one method', () => {
    const reason = 'Neither confidence limits nor counts tell how much of a change is chance.';
    const counted = { value: 14, status: 'PUBLISHED', numerator: 140, denominator: 10_000 } as const;
    expect(reasonOf(rise, { measure: { ...yearlyRate, valueType: 'MEDIAN' } })).toBe(reason);
    expect(reasonOf(withError(rise, 0))).toBe(reason);
    expect(reasonOf([...sure.slice(0, 4), counted])).toBe(reason);
  });

  it('of windows of twelve months of which no five share no month', () => {
    const rolling = { ...yearlyRate, grid: { type: 'ROLLING_12_MONTHS' } } as const;
    const trend = (cells: readonly Cell[]) =>
      trendOf({ points: pointsFrom(rolling.grid, 'R12-2020-03', cells), breaks: [], measure: rolling });
    expect(trend(sure).reason).toBe(
      'Five comparable points in a row are needed, and there is one, 12 months to July 2020: the series begins there.',
    );
    // Of 49, from March 2020 to March 2024, those of each March.
    const months = Array.from({ length: 49 }, (_, index) => within(10 + index / 12, 0.1));
    const { direction, method, firstPeriod } = trend(months);
    expect([direction, firstPeriod?.id]).toEqual(['INCREASING', 'R12-2020-03']);
    expect(method).toMatch(/Of periods that overlap, one in each such time is used\.$/);
  });
});

describe('the rule of Fingertips', () => {
  it('is the one that its sums give, worked out apart', () => {
    const cell = fc.record({ value: fc.integer({ min: 0, max: 60 }), error: fc.integer({ min: 1, max: 12 }) });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 5, maxLength: 5 }), (cells) => {
        const { direction } = yearly(cells.map(({ value, error }) => within(value, error * z)));
        expect(direction).toBe(byFingertips(cells));
      }),
      { seed: 20251121, numRuns: 500 },
    );
  });
});

/** The trend by the published sums: years count from 1, every term is over the square of its standard error. */
function byFingertips(cells: readonly { readonly value: number; readonly error: number }[]) {
  const fit = (left: number | null) => {
    const sums = [0, 0, 0, 0, 0];
    cells.forEach(({ value, error }, index) => {
      if (index === left) return;
      const counter = index + 1;
      [1, value * counter, counter, value, counter ** 2].forEach((term, at) => {
        sums[at] = (sums[at] ?? 0) + term / error ** 2;
      });
    });
    const [one = 0, xy = 0, x = 0, y = 0, xx = 0] = sums;
    return { slope: (one * xy - x * y) / (one * xx - x ** 2), beta: Math.sqrt(one / (one * xx - x ** 2)) };
  };
  const { slope, beta } = fit(null);
  const signs = [slope, ...cells.map((_, left) => fit(left).slope)].map((each) =>
    Math.abs(each) < 1e-9 ? 0 : Math.sign(each),
  );
  if ((slope / beta) ** 2 <= 9.54953570608324 || Math.abs(signs.reduce((sum, sign) => sum + sign, 0)) !== 6)
    return 'NO_SIGNIFICANT_CHANGE';
  return slope > 0 ? 'INCREASING' : 'DECREASING';
}
