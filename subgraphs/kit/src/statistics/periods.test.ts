import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ordinalOf, ordinalYearBefore, periodAt, periodFromId, PeriodError, type PeriodGrid } from './periods.ts';

const grids: readonly PeriodGrid[] = [
  { type: 'MONTH' },
  { type: 'QUARTER' },
  { type: 'CALENDAR_YEAR' },
  { type: 'FINANCIAL_YEAR' },
  { type: 'ACADEMIC_YEAR' },
  { type: 'ROLLING_12_MONTHS' },
  { type: 'POOLED_3_YEARS' },
  { type: 'SNAPSHOT', everyMonths: 12, month: 3 },
  { type: 'SNAPSHOT', everyMonths: 3, month: 12 },
];

describe('periods', () => {
  it.each([
    ['2024-11', '2024-11-01', '2024-11-30', 'November 2024'],
    ['2024-02', '2024-02-01', '2024-02-29', 'February 2024'],
    ['2024-Q4', '2024-10-01', '2024-12-31', 'October to December 2024'],
    ['CY2024', '2024-01-01', '2024-12-31', '2024'],
    ['FY2024-25', '2024-04-01', '2025-03-31', 'April 2024 to March 2025'],
    ['FY1999-00', '1999-04-01', '2000-03-31', 'April 1999 to March 2000'],
    ['AY2024-25', '2024-09-01', '2025-08-31', 'September 2024 to August 2025'],
    ['R12-2024-11', '2023-12-01', '2024-11-30', '12 months to November 2024'],
    ['P3-2022-24', '2022-01-01', '2024-12-31', '2022 to 2024'],
    ['S2025-03-31', '2025-03-31', '2025-03-31', '31 March 2025'],
  ])('reads %s', (id, start, end, label) => {
    expect(periodFromId(id)).toMatchObject({ id, start, end, label });
  });

  it.each(['2024', '2024-13', '2024-Q5', 'FY2024-26', 'S2025-02-30', 'S2025-03-30', 'P3-2022-25', '', '__proto__'])(
    'refuses %j',
    (id) => {
      expect(() => periodFromId(id)).toThrow(PeriodError);
    },
  );

  it('refuses a period of another kind with an example of the right one', () => {
    expect(() => ordinalOf({ type: 'QUARTER' }, '2024-11')).toThrow(
      '"2024-11" is not a period of this indicator: expected one like 2024-Q4',
    );
  });

  it('refuses a snapshot between two steps of its grid', () => {
    expect(() => ordinalOf({ type: 'SNAPSHOT', everyMonths: 12, month: 3 }, 'S2025-06-30')).toThrow('like S2025-03-31');
  });

  it('numbers neighbours by one and reads its own ids back, on every grid', () => {
    fc.assert(
      fc.property(fc.constantFrom(...grids), fc.integer({ min: 1900, max: 2100 }), (grid, year) => {
        const ordinal = ordinalOf(grid, periodAt(grid, year * stepsPerYear(grid)).id);
        expect(ordinal).toBe(year * stepsPerYear(grid));
        expect(periodFromId(periodAt(grid, ordinal).id)).toEqual(periodAt(grid, ordinal));
        expect(periodAt(grid, ordinal + 1).start > periodAt(grid, ordinal).start).toBe(true);
      }),
      { seed: 20251121 },
    );
  });
});

describe('the same period of the year before', () => {
  it.each(grids.map((grid) => [grid.type === 'SNAPSHOT' ? `SNAPSHOT ${grid.everyMonths}` : grid.type, grid] as const))(
    'lies as many steps back as a year has, for %s',
    (_, grid) => {
      expect(ordinalYearBefore(grid, 24_000)).toBe(24_000 - stepsPerYear(grid));
    },
  );
});

function stepsPerYear(grid: PeriodGrid): number {
  switch (grid.type) {
    case 'MONTH':
    case 'ROLLING_12_MONTHS':
      return 12;
    case 'QUARTER':
      return 4;
    case 'SNAPSHOT':
      return 12 / grid.everyMonths;
    default:
      return 1;
  }
}
