import { type Cell, monthlyCount, pointsFrom, yearlyRate } from '@boroughgraph/test/support/series-points.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RatedSeries } from './comparable-points.ts';
import { controlChartOf } from './control-chart.ts';

function chartOf(cells: readonly Cell[], changes: Partial<RatedSeries> = {}, firstMonth = '2023-01') {
  const points = pointsFrom({ type: 'MONTH' }, firstMonth, cells);
  return controlChartOf({ points, breaks: [], measure: monthlyCount, ...changes });
}

/** The lower limit, the centre and the upper limit, with four decimals. */
function linesOf(cells: readonly Cell[]) {
  const { lower, centre, upper } = chartOf(cells);
  return [lower, centre, upper].map((line) => Number(line?.toFixed(4)));
}

/** As many numbers, 10 and 12 in turn. */
const inTurn = (count: number) => Array.from({ length: count }, (_, index) => (index % 2 === 0 ? 10 : 12));

describe('the lines of a control chart', () => {
  it('are the mean and 2.66 mean moving ranges from it', () => {
    // 12 points: mean 11; every moving range is 2, so the limits are 11 ± 2.66 · 2 = 5.68 and 16.32.
    expect(linesOf(inTurn(12))).toEqual([5.68, 11, 16.32]);
    const { points, ruleSet, isProvisional, reason } = chartOf(inTurn(12));
    expect([ruleSet, isProvisional, reason]).toEqual(['NHS_MDC_XMR_v1', false, null]);
    expect(points.map(({ period, variation, rules }) => `${period.id} ${variation} ${rules.join()}`)).toEqual(
      Array.from({ length: 12 }, (_, index) => `2023-${String(index + 1).padStart(2, '0')} COMMON_CAUSE `),
    );
  });

  it('are provisional from eleven points', () => {
    // Six times 10 and five times 12: 120 / 11 = 10.9091, and 5.32 on each side.
    expect(linesOf(inTurn(11))).toEqual([5.5891, 10.9091, 16.2291]);
    expect(chartOf(inTurn(11))).toMatchObject({ isProvisional: true, reason: null });
  });

  it('take in every moving range, the ones around an outlier too', () => {
    // Twelve in turn, 20, twelve in turn: mean (24·11 + 20) / 25 = 11.36; ranges 11·2 + 8 + 10 + 11·2 = 62, over 24.
    // The limits lie 2.66 · 62 / 24 = 6.8717 from it. Screened of 8 and 10, above 3.27 · 2.58 = 8.4, they would lie nearer.
    expect(linesOf([...inTurn(12), 20, ...inTurn(12)])).toEqual([4.4883, 11.36, 18.2317]);
    expect(chartOf([...inTurn(12), 20, ...inTurn(12)]).points[12]).toMatchObject({
      variation: 'SPECIAL_CAUSE_CONCERN',
      rules: ['OUTSIDE_LIMITS'],
    });
  });

  it('end where the values do: a count has no limit below zero, a share none above a hundred', () => {
    // Mean 1, ranges 2: 1 - 5.32 and 1 + 5.32.
    const low = [0, 2, 0, 2, 0, 2, 0, 2, 0, 2];
    expect(linesOf(low)).toEqual([0, 1, 6.32]);
    expect(chartOf(low).caveats.map(({ text }) => text)).toEqual([
      'Nothing can lie below 0, where its limit ends: no single figure is out of the ordinary on that side.',
    ]);
    const share = { ...monthlyCount, valueType: 'PROPORTION', multiplier: 100 } as const;
    expect(
      chartOf(
        low.map((value) => 100 - value),
        { measure: share },
      ),
    ).toMatchObject({ upper: 100 });
    const gap = { ...monthlyCount, valueType: 'PERCENTAGE_POINT_GAP' } as const;
    expect(chartOf(low, { measure: gap }).lower).toBeCloseTo(-4.32, 10);
    expect(chartOf(inTurn(12)).caveats).toEqual([]);
  });

  it('are none where the numbers are all the same', () => {
    const constant = Array.from({ length: 15 }, () => 0.1);
    expect(chartOf(constant)).toMatchObject({
      centre: null,
      reason: 'Every comparable figure is the same: there is no variation to draw.',
    });
  });

  it('are those of whole numbers, worked out without division', () => {
    // Far enough from zero for the lower limit to be above it; a chart of which most points are special is none.
    const values = fc.array(fc.integer({ min: 900, max: 1100 }), { minLength: 10, maxLength: 40 });
    fc.assert(
      fc.property(values, (given) => {
        const { centre, lower, upper } = chartOf(given);
        if (centre === null) return;
        const ranges = given.slice(1).reduce((sum, value, index) => sum + Math.abs(value - (given[index] ?? 0)), 0);
        const total = given.reduce((sum, value) => sum + value, 0);
        expect(centre * given.length).toBeCloseTo(total, 6);
        expect(((upper ?? Number.NaN) - (lower ?? Number.NaN)) * (given.length - 1)).toBeCloseTo(5.32 * ranges, 6);
        expect((lower ?? Number.NaN) + (upper ?? Number.NaN)).toBeCloseTo(2 * centre, 6);
      }),
      { seed: 20251121 },
    );
  });
});

describe('the stretch of a control chart', () => {
  it('begins after a break and never spans it', () => {
    // Two years of hate crime by month, with another recording system from 28 February 2024 on: ten months are left.
    const breaks = [{ at: '2024-02-28', kind: 'SYSTEM', note: 'CRIS was replaced by CONNECT.' }] as const;
    const chart = chartOf([...inTurn(14).map((value) => value + 50), ...inTurn(10)], { breaks });
    expect(chart).toMatchObject({
      centre: 11,
      isProvisional: true,
      reason: null,
      pointsUsed: 10,
      firstPeriod: { id: '2024-03' },
      lastPeriod: { id: '2024-12' },
      startsBecause: 'Figures before and after 28 February 2024 are not comparable.',
    });
    expect(chart.points.map(({ period }) => period.id)).toEqual(
      ['03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map((month) => `2024-${month}`),
    );
  });

  it('begins after a gap', () => {
    const chart = chartOf([50, 60, 'CONFIDENTIAL', ...inTurn(12)]);
    expect([chart.centre, chart.points.length]).toEqual([11, 12]);
  });

  it('holds zeros, which are numbers', () => {
    expect(chartOf([0, 0, 3, 0, 0, 3, 0, 0, 3, 1])).toMatchObject({ centre: 1, reason: null });
  });
});

describe('a special cause', () => {
  const variationOf = (polarity: RatedSeries['measure']['polarity'], cells: readonly Cell[]) =>
    chartOf(cells, { measure: { ...monthlyCount, polarity } }).points.at(-1)?.variation;

  it.each([
    ['LOW_IS_GOOD', 'SPECIAL_CAUSE_CONCERN', 'SPECIAL_CAUSE_IMPROVEMENT'],
    ['HIGH_IS_GOOD', 'SPECIAL_CAUSE_IMPROVEMENT', 'SPECIAL_CAUSE_CONCERN'],
    ['REPORTING_VOLUME', 'SPECIAL_CAUSE_NEUTRAL', 'SPECIAL_CAUSE_NEUTRAL'],
    ['NO_JUDGEMENT', 'SPECIAL_CAUSE_NEUTRAL', 'SPECIAL_CAUSE_NEUTRAL'],
  ] as const)('follows from %s: above is %s, below is %s', (polarity, above, below) => {
    const after = (value: number) => variationOf(polarity, [...inTurn(24), value]);
    expect([after(20), after(2)]).toEqual([above, below]);
  });

  it('of a trend goes by its way, on both sides of the centre line', () => {
    // Seven fall from 14 to 8 after ten in turn.
    const { points } = chartOf([...inTurn(10), 14, 13, 12, 11, 10, 9, 8]);
    expect(points.slice(-7).map(({ variation, rules }) => `${variation} ${rules.join()}`)).toEqual(
      Array.from({ length: 7 }, () => 'SPECIAL_CAUSE_IMPROVEMENT TREND_7'),
    );
  });

  it('that points both ways is an improvement', () => {
    // The first of seven that fall lies above the upper limit: a concern by itself, an improvement as part of the fall.
    const { points, upper } = chartOf([...inTurn(20), 18, 12, 11.5, 11, 10.5, 10, 9.5]);
    expect(upper).toBeLessThan(18);
    expect(points[20]).toMatchObject({
      variation: 'SPECIAL_CAUSE_IMPROVEMENT',
      rules: ['OUTSIDE_LIMITS', 'TREND_7'],
    });
  });
});

describe('a series that drifts', () => {
  const drift = (special: number, points: number) =>
    `${special} of ${points} points would be special causes: the series drifts, has changed its level or has figures far from the rest, so that one centre line does not describe it.`;
  const reasonOf = (cells: readonly Cell[]) => {
    const { centre, points, reason, drift: span } = chartOf(cells);
    expect([centre, points, span === null]).toEqual([null, [], false]);
    return reason;
  };

  it('has no chart: more than half of its points would be special', () => {
    // 13 rise, from 1 to 13: all lie in one trend. Mean 7, every moving range 1, limits 7 ± 2.66.
    expect(reasonOf(Array.from({ length: 13 }, (_, index) => index + 1))).toBe(drift(13, 13));
    expect(chartOf(Array.from({ length: 13 }, (_, index) => index + 1)).drift).toMatchObject({
      firstPeriod: { id: '2023-01' },
      lastPeriod: { id: '2024-01' },
    });
  });

  it('has none either where it has two levels and no trend', () => {
    // Ten around 11, then ten around 51, each level a row on one side of the mean of 31.
    expect(reasonOf([...inTurn(10), ...inTurn(10).map((value) => value + 40)])).toBe(drift(20, 20));
  });

  it('has one where just half of its points are special', () => {
    // Seven fall; the others take turns on both sides of the mean, 1359 / 14 = 97.07, and of 1261 / 13 = 97 without the last.
    const cells = [100, 99, 98, 97, 96, 95, 94, 98, 96, 98, 96, 98, 96, 98];
    const { points, reason } = chartOf(cells);
    expect([points.filter(({ variation }) => variation !== 'COMMON_CAUSE').length, reason]).toEqual([7, null]);
    expect(reasonOf(cells.slice(0, -1))).toBe(drift(7, 13));
  });

  it('may be one figure at the end that moves the mean past all others', () => {
    expect(chartOf([...inTurn(6), 30, ...inTurn(6)]).reason).toBeNull();
    // Mean 162 / 13 = 12.46: the twelve others are a row below it.
    expect(reasonOf([...inTurn(12), 30])).toBe(drift(13, 13));
  });
});

describe('there is no control chart', () => {
  const none = {
    ruleSet: 'NHS_MDC_XMR_v1',
    centre: null,
    lower: null,
    upper: null,
    pointsUsed: 0,
    firstPeriod: null,
    lastPeriod: null,
    startsBecause: null,
    points: [],
    caveats: [],
    coverage: null,
    drift: null,
  };

  it('of fewer than ten comparable points', () => {
    expect(chartOf(['NOT_AVAILABLE', 4])).toEqual({
      ...none,
      isProvisional: true,
      reason:
        'A control chart needs ten comparable points in a row, and there is one: the figure for January 2023 is not available.',
    });
    expect(chartOf(['CONFIDENTIAL'])).toEqual({
      ...none,
      isProvisional: true,
      reason: 'A control chart needs ten comparable points in a row, and there is none: no figure is published.',
    });
  });

  it('of nine, and there is of ten', () => {
    expect(chartOf(inTurn(9))).toMatchObject({
      centre: null,
      reason: 'A control chart needs ten comparable points in a row, and there are 9: the series begins there.',
    });
    expect(chartOf(inTurn(10))).toMatchObject({ centre: 11, isProvisional: true });
  });

  it('of periods that overlap', () => {
    const measure = { ...yearlyRate, grid: { type: 'ROLLING_12_MONTHS' } } as const;
    const points = pointsFrom(measure.grid, 'R12-2022-01', inTurn(24));
    // December 2023 and December 2022 share no month.
    expect(controlChartOf({ points, breaks: [], measure })).toMatchObject({
      reason: 'A control chart needs ten comparable points in a row, and there are 2: the series begins there.',
    });
  });
});
