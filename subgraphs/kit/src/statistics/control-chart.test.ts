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
    // Mean (12·11 + 30) / 13 = 12.4615; mean range (11·2 + 18) / 12 = 10/3, so the limits lie 8.8667 from it: 3.5949, 21.3282.
    // Screened of the range of 18, which is above 3.27 · 10/3 = 10.9, they would lie 5.32 from it.
    expect(linesOf([...inTurn(12), 30])).toEqual([3.5949, 12.4615, 21.3282]);
    expect(chartOf([...inTurn(12), 30]).points.at(-1)).toMatchObject({
      variation: 'SPECIAL_CAUSE_CONCERN',
      rules: ['OUTSIDE_LIMITS'],
    });
  });

  it('may lie below zero', () => {
    // Mean 1, mean range 2: 1 - 5.32.
    expect(chartOf([0, 2, 0, 2]).lower).toBeCloseTo(-4.32, 10);
  });

  it('lie on the numbers where these are all the same', () => {
    const constant = Array.from({ length: 15 }, () => 0.1);
    expect(chartOf(constant).points.every(({ variation }) => variation === 'COMMON_CAUSE')).toBe(true);
  });

  it('are those of whole numbers, worked out without division', () => {
    const values = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(values, (given) => {
        const { centre, lower, upper } = chartOf(given);
        const ranges = given.slice(1).reduce((sum, value, index) => sum + Math.abs(value - (given[index] ?? 0)), 0);
        const total = given.reduce((sum, value) => sum + value, 0);
        expect((centre ?? Number.NaN) * given.length).toBeCloseTo(total, 6);
        expect(((upper ?? Number.NaN) - (lower ?? Number.NaN)) * (given.length - 1)).toBeCloseTo(5.32 * ranges, 6);
        expect((lower ?? Number.NaN) + (upper ?? Number.NaN)).toBeCloseTo(2 * (centre ?? Number.NaN), 6);
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
    expect(chartOf([0, 0, 3, 0])).toMatchObject({ centre: 0.75, reason: null });
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
    expect([variationOf(polarity, [...inTurn(12), 30]), variationOf(polarity, [...inTurn(12), 0])]).toEqual([
      above,
      below,
    ]);
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
    `${special} of ${points} points are special causes: the series drifts, has changed its level or has figures far from the rest. Read the chart as saying that one centre line does not describe the series, not that something out of the ordinary happened in each of these periods.`;

  it('has a caveat where more than half of its points are special', () => {
    // 13 rise, from 1 to 13: all lie in one trend. Mean 7, every moving range 1, limits 7 ± 2.66.
    const { caveats } = chartOf(Array.from({ length: 13 }, (_, index) => index + 1));
    expect(caveats).toEqual([{ severity: 'CAUTION', text: drift(13, 13) }]);
  });

  it('has it also where it has two levels and no trend', () => {
    // Ten around 11, then ten around 51, each level a row on one side of the mean of 31.
    const { caveats } = chartOf([...inTurn(10), ...inTurn(10).map((value) => value + 40)]);
    expect(caveats.map(({ text }) => text)).toEqual([drift(20, 20)]);
  });

  it('has none where just half of its points are special', () => {
    // Seven fall; the others take turns on both sides of the mean, 1359 / 14 = 97.07, and of 1261 / 13 = 97 without the last.
    const cells = [100, 99, 98, 97, 96, 95, 94, 98, 96, 98, 96, 98, 96, 98];
    const special = (given: readonly Cell[]) =>
      chartOf(given).points.filter(({ variation }) => variation !== 'COMMON_CAUSE').length;
    expect([special(cells), chartOf(cells).caveats]).toEqual([7, []]);
    expect([special(cells.slice(0, -1)), chartOf(cells.slice(0, -1)).caveats]).toEqual([
      7,
      [{ severity: 'CAUTION', text: drift(7, 13) }],
    ]);
  });

  it('has none for one point far from the others, unless it moves the mean past all of them', () => {
    expect(chartOf([...inTurn(6), 30, ...inTurn(6)]).caveats).toEqual([]);
    // Mean 162 / 13 = 12.46, as above: the twelve others are a row below it.
    expect(chartOf([...inTurn(12), 30]).caveats.map(({ text }) => text)).toEqual([drift(13, 13)]);
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
  };

  it('of fewer than two comparable points', () => {
    expect(chartOf(['NOT_AVAILABLE', 4])).toEqual({
      ...none,
      isProvisional: true,
      reason:
        'A control chart needs two comparable points in a row, and there is one: the figure for January 2023 is not available.',
    });
    expect(chartOf(['CONFIDENTIAL'])).toEqual({
      ...none,
      isProvisional: true,
      reason: 'A control chart needs two comparable points in a row, and there is none: no figure is published.',
    });
  });

  it('of periods that overlap', () => {
    const measure = { ...yearlyRate, grid: { type: 'ROLLING_12_MONTHS' } } as const;
    expect(chartOf(inTurn(24), { measure })).toEqual({
      ...none,
      isProvisional: false,
      reason:
        'Neighbouring periods of this series overlap, so its points are not independent of each other: draw the chart of single months, quarters or years.',
    });
  });
});
