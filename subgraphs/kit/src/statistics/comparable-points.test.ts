import type { ObservationFlag } from '@boroughgraph/schema/vocabulary/core.ts';
import { monthlyCount, pointsFrom, type Cell } from '@boroughgraph/test/support/series-points.ts';
import { describe, expect, it } from 'vitest';
import { dayText, newestStretch, type SeriesPoint } from './comparable-points.ts';
import type { SeriesBreak } from './indicator.ts';
import type { Reading } from './observation.ts';

const month = { type: 'MONTH' } as const;
const marked = (value: number, ...flags: ObservationFlag[]): Cell => ({ value, status: 'PUBLISHED', flags });
const breakAt = (at: string): SeriesBreak => ({ at, kind: 'SYSTEM', note: 'Another system.' });

const stretchIn = (points: readonly SeriesPoint[], breaks: readonly SeriesBreak[] = []) =>
  newestStretch({ points, breaks, measure: monthlyCount });

/** The values of the newest stretch of months from January 2024 on, and why it starts where it does. */
function stretchOf(cells: readonly Cell[], ...days: readonly string[]) {
  const { points, startsBecause } = stretchIn(pointsFrom(month, '2024-01', cells), days.map(breakAt));
  return [points.map(({ value }) => value), startsBecause];
}

describe('the newest stretch of comparable points', () => {
  it('is the whole of a series without gaps, and a zero is a point', () => {
    expect(stretchOf([3, 0, 5])).toEqual([[3, 0, 5], 'the series begins there']);
  });

  it('ends at the newest published figure', () => {
    expect(stretchOf([3, 4, 'NOT_YET_DUE'])).toEqual([[3, 4], 'the series begins there']);
  });

  it('is empty where nothing is published', () => {
    expect(stretchOf(['CONFIDENTIAL', 'NOT_AVAILABLE'])).toEqual([[], 'no figure is published']);
    expect(stretchOf([])).toEqual([[], 'no figure is published']);
  });

  it('starts after a withheld, a missing and an incomplete figure', () => {
    expect(stretchOf([3, 'CONFIDENTIAL', 5])).toEqual([
      [5],
      'the figure for February 2024 is withheld to protect people',
    ]);
    expect(stretchOf([3, 'NOT_AVAILABLE', 5])).toEqual([[5], 'the figure for February 2024 is not available']);
    expect(stretchOf([3, marked(4, 'PARTIAL_COVERAGE'), 5])).toEqual([
      [5],
      'the figure for February 2024 is incomplete',
    ]);
  });

  it('starts after a figure of too few of those who should report, and says how many', () => {
    const measure = { ...monthlyCount, coverageUnit: 'departments', neededCoverage: 0.5 };
    const of = (reporting: number): Reading => ({
      value: 4,
      status: 'PUBLISHED',
      flags: ['PARTIAL_COVERAGE'],
      coverage: { reporting, expected: 4 },
    });
    const found = (cells: Parameters<typeof pointsFrom>[2]) =>
      newestStretch({ points: pointsFrom({ type: 'MONTH' }, '2024-01', cells), breaks: [], measure }).startsBecause;
    expect(found([3, of(1), 5])).toBe('the figure for February 2024 rests on 1 of 4 departments, and 2 are needed');
    expect(found([3, of(2), 5])).toBe('the series begins there');
    expect(found([3, { value: null, status: 'NOT_AVAILABLE', coverage: { reporting: 1, expected: 4 } }, 5])).toBe(
      'the figure for February 2024 is not worked out: it would rest on 1 of 4 departments, and 2 are needed',
    );
  });

  it('of windows of twelve months is of those that share no month', () => {
    const rolling = { type: 'ROLLING_12_MONTHS' } as const;
    const measure = { ...monthlyCount, grid: rolling };
    const points = pointsFrom(
      rolling,
      'R12-2021-03',
      Array.from({ length: 37 }, (_, index) => index),
    );
    // March 2024, and the same month of three years before.
    const found = newestStretch({ points, breaks: [], measure }).points.map(({ period, value }) => [period.id, value]);
    expect(found).toEqual([
      ['R12-2021-03', 0],
      ['R12-2022-03', 12],
      ['R12-2023-03', 24],
      ['R12-2024-03', 36],
    ]);
    // One that is published a year apart is the same series.
    const yearly = points.filter((_, index) => index % 12 === 0);
    expect(newestStretch({ points: yearly, breaks: [], measure }).points).toHaveLength(4);
  });

  it('starts after a period that is not in the series at all', () => {
    const [january, , march] = pointsFrom(month, '2024-01', [1, 2, 3]);
    const points = [january, march].filter((point) => point !== undefined);
    expect(stretchIn(points)).toMatchObject({
      points: [{ value: 3 }],
      startsBecause: 'there is no figure for the period before March 2024',
    });
  });

  it('holds nothing while the newest figure is of a month that had not ended when it was published', () => {
    const published = pointsFrom(month, '2024-01', [3, 4, 5]).map((point) => ({ ...point, publishedAt: '2024-03-15' }));
    const { points, startsBecause } = stretchIn(published);
    expect([points, startsBecause]).toEqual([
      [],
      'the figure for March 2024 was published before that time had passed',
    ]);
    expect(stretchIn(published.slice(0, 2)).points).toHaveLength(2);
  });

  it('starts after figures of another kind', () => {
    expect(stretchOf([marked(3, 'PLANNED'), marked(4, 'PROVISIONAL'), 5])).toEqual([
      [4, 5],
      'the figure for January 2024 is of another kind',
    ]);
  });

  it('starts at a point that is marked as the first after a break', () => {
    expect(stretchOf([3, marked(4, 'BREAK_BEFORE'), 5])).toEqual([
      [4, 5],
      'figures from February 2024 on are not comparable with those before',
    ]);
  });

  it('starts after the latest break, and leaves out the period in which that lies', () => {
    const why = (day: string) => `figures before and after ${day} are not comparable`;
    expect(stretchOf([1, 2, 3, 4], '2024-02-01')).toEqual([[2, 3, 4], why('1 February 2024')]);
    expect(stretchOf([1, 2, 3, 4], '2024-02-28', '2024-01-02')).toEqual([[3, 4], why('28 February 2024')]);
    expect(stretchOf([1, 2, 3, 4], '2024-04-30')).toEqual([[], why('30 April 2024')]);
  });

  it('knows nothing of a break that is still to come', () => {
    expect(stretchOf([1, 2, 'NOT_YET_DUE'], '2024-03-01')).toEqual([[1, 2], 'the series begins there']);
  });
});

describe('a day for people', () => {
  it('is written out, and any other text stays', () => {
    expect([dayText('2024-02-28'), dayText('soon')]).toEqual(['28 February 2024', 'soon']);
  });
});
