import type { PeriodGrid } from '@boroughgraph/kit/statistics/periods.ts';
import { expect, it } from 'vitest';
import { samplePeriods } from './periods.ts';

const cases: readonly (readonly [PeriodGrid, count: number, first: string, last: string])[] = [
  [{ type: 'MONTH' }, 60, '2021-01', '2025-12'],
  [{ type: 'QUARTER' }, 20, '2021-Q1', '2025-Q4'],
  [{ type: 'CALENDAR_YEAR' }, 5, 'CY2021', 'CY2025'],
  [{ type: 'FINANCIAL_YEAR' }, 5, 'FY2020-21', 'FY2024-25'],
  [{ type: 'ACADEMIC_YEAR' }, 5, 'AY2020-21', 'AY2024-25'],
  [{ type: 'ROLLING_12_MONTHS' }, 60, 'R12-2021-01', 'R12-2025-12'],
  [{ type: 'POOLED_3_YEARS' }, 5, 'P3-2019-21', 'P3-2023-25'],
  [{ type: 'SNAPSHOT', everyMonths: 12, month: 3 }, 5, 'S2021-03-31', 'S2025-03-31'],
  [{ type: 'SNAPSHOT', everyMonths: 3, month: 12 }, 20, 'S2021-03-31', 'S2025-12-31'],
];

it.each(cases)('The sample of %j has %i periods, from %s to %s', (grid, count, first, last) => {
  const ids = samplePeriods(grid).map(({ id }) => id);
  expect([ids.length, ids[0], ids.at(-1)]).toEqual([count, first, last]);
});
