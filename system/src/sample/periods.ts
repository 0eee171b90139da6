import { type Period, periodAt, type PeriodGrid } from '@boroughgraph/kit/statistics/periods.ts';

/** The last day that the sample covers: fixed, so that the sample of tomorrow is that of today. */
const lastDay = '2025-12-31';

/** The day on which the sample counts as published: after its last period, as a publisher would. */
export const samplePublishedAt = '2026-01-31';

/** Five years. */
const sampleMonths = 60;

/** The periods of a grid in the five years to the last of 2025, oldest first; each is complete by then. Never throws. */
export function samplePeriods(grid: PeriodGrid): readonly Period[] {
  const count = sampleMonths / stepMonths(grid);
  const first = lastOrdinal(grid) - count + 1;
  return Array.from({ length: count }, (_, index) => periodAt(grid, first + index));
}

/** Months from one period of a grid to the next. Never throws. */
export function stepMonths(grid: PeriodGrid): 1 | 3 | 6 | 12 {
  switch (grid.type) {
    case 'MONTH':
    case 'ROLLING_12_MONTHS':
      return 1;
    case 'QUARTER':
      return 3;
    case 'CALENDAR_YEAR':
    case 'FINANCIAL_YEAR':
    case 'ACADEMIC_YEAR':
    case 'POOLED_3_YEARS':
      return 12;
    case 'SNAPSHOT':
      return grid.everyMonths;
    default:
      throw new Error(`no step for ${JSON.stringify(grid satisfies never)}`);
  }
}

/** Months from year 0 to the day after the sample: ordinals count steps from there. */
const monthsToEnd = 12 * 2026;

/** The ordinal of the newest period that is complete, by halving: later ordinals end later. */
function lastOrdinal(grid: PeriodGrid): number {
  let complete = 0;
  let open = monthsToEnd / stepMonths(grid);
  while (open - complete > 1) {
    const middle = Math.floor((open + complete) / 2);
    if (periodAt(grid, middle).end <= lastDay) complete = middle;
    else open = middle;
  }
  return complete;
}
