import { educationMarkers } from '@boroughgraph/kit/files/markers.ts';
import type { Row } from '@boroughgraph/kit/files/row.ts';
import type { AreaRecord } from '@boroughgraph/kit/geography/areas.ts';
import type { Reading } from '@boroughgraph/kit/statistics/observation.ts';
import { ordinalOf, type PeriodGrid } from '@boroughgraph/kit/statistics/periods.ts';

/** Snapshots on the last day of March, when the Department for Education counts. */
export const marchGrid: PeriodGrid = { type: 'SNAPSHOT', everyMonths: 12, month: 3 };

/** Years from April to March. */
export const yearGrid: PeriodGrid = { type: 'FINANCIAL_YEAR' };

/** Snapshots in the middle of each year, of which populations are estimated. */
export const midYearGrid: PeriodGrid = { type: 'SNAPSHOT', everyMonths: 12, month: 6 };

/** The ordinal of 31 March of a year on `marchGrid`. */
export const marchOf = (year: number) => ordinalOf(marchGrid, `S${year}-03-31`);

/** The ordinal of the year to 31 March of a year on `yearGrid`. */
export const yearTo = (year: number) => ordinalOf(yearGrid, `FY${year - 1}-${String(year % 100).padStart(2, '0')}`);

/** The ordinal of 30 June of a year on `midYearGrid`. */
export const midYearOf = (year: number) => ordinalOf(midYearGrid, `S${year}-06-30`);

/**
 * Whose residents the Department's rates are per: those of the mid-year before the year's 31 March.
 *
 * Source: Department for Education, Children in need, methodology; every rate at 31 March of its table B1 of October 2024
 * follows from the estimates that it publishes beside it.
 */
export const residentsOfRates = {
  denominatorSource: 'Office for National Statistics, mid-year estimates of children aged 0 to 17',
  periodId: (year: number) => `S${year - 1}-06-30`,
};

/** A count as the Department publishes it: whole for authorities, rounded to ten for regions and England. */
export function countIn(row: Row, column: string, area: AreaRecord): Reading {
  return asPublished(row.count(column, educationMarkers), area);
}

/** As `countIn`, for the cell at a position. */
export function countAt(
  row: Row,
  { position, heading }: { readonly position: number; readonly heading: string },
  area: AreaRecord,
): Reading {
  return asPublished(row.countAt(position, heading, educationMarkers), area);
}

function asPublished(reading: Reading, { type }: AreaRecord): Reading {
  if (type === 'BOROUGH' || reading.value === null) return reading;
  return { ...reading, flags: [...(reading.flags ?? []), 'ROUNDED'] };
}

/** A rate with the count that it rests on: where the count is withheld or was not supplied, so is the rate, which tells it. */
export function rateIn(row: Row, column: string, count: Reading): Reading {
  const rate = row.reading(column, educationMarkers);
  if (rate.value === null) return rate;
  if (rate.value < 0) return row.refuse(column, 'a number of zero or more');
  return count.value === null ? { value: null, status: count.status } : { ...rate, numerator: count.value };
}
