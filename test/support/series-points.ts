import type { RatedSeries, SeriesPoint } from '@boroughgraph/kit/inside/statistics/comparable-points.ts';
import type { Reading } from '@boroughgraph/kit/statistics/observation.ts';
import { ordinalOf, periodAt, type PeriodGrid } from '@boroughgraph/kit/statistics/periods.ts';

/** A published number, a status for one that is not there, or a whole reading. */
export type Cell = number | Exclude<Reading['status'], 'PUBLISHED'> | Reading;

/** Points for the periods from `firstPeriod` on, one for each cell. */
export function pointsFrom(grid: PeriodGrid, firstPeriod: string, cells: readonly Cell[]): readonly SeriesPoint[] {
  const first = ordinalOf(grid, firstPeriod);
  return cells.map((cell, index) => ({
    ordinal: first + index,
    period: periodAt(grid, first + index),
    ...readingOf(cell),
  }));
}

function readingOf(cell: Cell): Reading {
  if (typeof cell === 'number') return { value: cell, status: 'PUBLISHED' };
  return typeof cell === 'string' ? { value: null, status: cell } : cell;
}

/** A published number with limits as far below it as above. */
export function within(value: number, halfWidth: number, flags: Reading['flags'] = []): Reading {
  return { value, status: 'PUBLISHED', lower: value - halfWidth, upper: value + halfWidth, flags };
}

/** A count that is to be low, by the month. */
export const monthlyCount: RatedSeries['measure'] = {
  valueType: 'COUNT',
  multiplier: 1,
  attributionBasis: 'PLACE_OF_OFFENCE',
  polarity: 'LOW_IS_GOOD',
  grid: { type: 'MONTH' },
};

/** A rate that is to be low, by the financial year. */
export const yearlyRate: RatedSeries['measure'] = {
  ...monthlyCount,
  valueType: 'CRUDE_RATE',
  multiplier: 1000,
  grid: { type: 'FINANCIAL_YEAR' },
};
