import { type Cell, monthlyCount, pointsFrom } from '@boroughgraph/test/support/series-points.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SeriesPoint } from './comparable-points.ts';
import { controlChartOf } from './control-chart.ts';
import type { SeriesBreak } from './indicator.ts';
import { trendOf } from './trend.ts';

const month = { type: 'MONTH' } as const;

const cell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 14, arbitrary: fc.integer({ min: 0, max: 40 }) },
  { weight: 1, arbitrary: fc.constantFrom('CONFIDENTIAL', 'NOT_AVAILABLE', 'NOT_YET_DUE') },
  { weight: 1, arbitrary: fc.constant({ value: 3, status: 'PUBLISHED', flags: ['PARTIAL_COVERAGE'] }) },
  { weight: 1, arbitrary: fc.constant({ value: 9, status: 'PUBLISHED', flags: ['PLANNED'] }) },
);
/** Days in the three years from January 2023, in which the points lie. */
const day = fc
  .tuple(fc.integer({ min: 2023, max: 2025 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'));
const breakAt = day.map((at): SeriesBreak => ({ at, kind: 'METHOD', note: 'Another method.' }));

const given = fc.record({
  cells: fc.array(cell, { minLength: 1, maxLength: 36 }),
  breaks: fc.array(breakAt, { maxLength: 2 }),
});

const isUsable = ({ value, status, flags = [] }: SeriesPoint) =>
  status === 'PUBLISHED' && value !== null && !flags.includes('PARTIAL_COVERAGE');
const isPlanned = ({ flags = [] }: SeriesPoint) => flags.includes('PLANNED');

/** Whether points may stand in one chart, by looking at each and at each pair. */
function mayStandTogether(points: readonly SeriesPoint[], breaks: readonly SeriesBreak[]): boolean {
  const last = points.at(-1)?.period.end ?? '';
  return (
    points.every(isUsable) &&
    new Set(points.map(isPlanned)).size <= 1 &&
    points.every(({ period }) => breaks.every(({ at }) => at > last || at <= period.start))
  );
}

/** The longest row of points that ends at the newest published one and may stand together, by trying every beginning. */
function longestRow(points: readonly SeriesPoint[], breaks: readonly SeriesBreak[]): readonly SeriesPoint[] {
  const upTo = points.slice(0, points.findLastIndex(({ status }) => status === 'PUBLISHED') + 1);
  const rows = upTo.map((_, from) => upTo.slice(from));
  return rows.find((row) => mayStandTogether(row, breaks)) ?? [];
}

/** Centre and limits by the words of the rule: in plain sums, one number after the other. */
function naiveLines(values: readonly number[]) {
  let sum = 0;
  let ranges = 0;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? 0;
    sum += value;
    if (index > 0) ranges += Math.max(value, values[index - 1] ?? 0) - Math.min(value, values[index - 1] ?? 0);
  }
  const centre = sum / values.length;
  const reach = (2.66 * ranges) / (values.length - 1);
  return [centre - reach, centre, centre + reach];
}

describe('a control chart and a trend of any series', () => {
  it('stand on the longest row of comparable points, never across a gap or a break', () => {
    fc.assert(
      fc.property(given, ({ cells, breaks }) => {
        const points = pointsFrom(month, '2023-01', cells);
        const row = longestRow(points, breaks);
        const series = { points, breaks, measure: monthlyCount };
        const chart = controlChartOf(series);
        const ids = row.map(({ period }) => period.id);
        // A chart needs ten points, and none is drawn of a series that drifts or stands still; one that drifts says over which time.
        const span = [chart.firstPeriod ?? chart.drift?.firstPeriod, chart.lastPeriod ?? chart.drift?.lastPeriod];
        const isStill = new Set(row.map(({ value }) => value)).size <= 1;
        const isCharted = row.length >= 10 && !isStill;
        expect(span.map((period) => period?.id)).toEqual(isCharted ? [ids[0], ids.at(-1)] : [undefined, undefined]);
        expect(chart.points.map(({ period }) => period.id)).toEqual(chart.reason === null ? ids : []);
        expect([chart.pointsUsed, chart.centre !== null]).toEqual([chart.points.length, chart.reason === null]);
        const trend = trendOf(series);
        const trendSpan = [trend.firstPeriod?.id, trend.lastPeriod?.id];
        // Points that are planned have no standard error.
        const hasErrors = row.length >= 5 && !row.some(isPlanned);
        expect(trendSpan).toEqual(hasErrors ? [ids.at(-5), ids.at(-1)] : [undefined, undefined]);
        expect([trend.pointsUsed, trend.reason === null]).toEqual(hasErrors ? [5, true] : [0, false]);
      }),
      { seed: 20251122, numRuns: 1000 },
    );
  });

  it('has the lines that plain sums give', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 10, maxLength: 40 }), (values) => {
        const points = pointsFrom(month, '2023-01', values);
        const { lower, centre, upper } = controlChartOf({ points, breaks: [], measure: monthlyCount });
        if (centre === null) return;
        const [least = 0, ...naive] = naiveLines(values);
        naive.unshift(Math.max(0, least));
        [lower, centre, upper].forEach((line, at) => {
          expect(line).toBeCloseTo(naive[at] ?? Number.NaN, 9);
        });
      }),
      { seed: 20251122, numRuns: 500 },
    );
  });
});
