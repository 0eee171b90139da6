import type { Period } from '../statistics/periods.ts';

/** Periods that lie wholly between two days, both included; null is open. */
export interface PeriodRange {
  readonly from?: string | null;
  readonly to?: string | null;
}

/** A range as a text, to be known again. */
export const rangeKey = (during: PeriodRange | null): string => `${during?.from ?? ''} ${during?.to ?? ''}`;

/** Whether a period lies within a range. */
export function isWithin(during: PeriodRange | null): (of: { readonly period: Period }) => boolean {
  const { from = null, to = null } = during ?? {};
  return ({ period }) => (from === null || period.start >= from) && (to === null || period.end <= to);
}
