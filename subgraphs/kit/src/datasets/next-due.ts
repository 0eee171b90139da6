import { daysInMonth, isoDate, parseIsoDate } from '../statistics/calendar.ts';

/** Months between two editions, by the words in which datasets say how often they are published; the others name no interval. */
const intervals: Readonly<Record<string, number>> = {
  monthly: 1,
  quarterly: 3,
  'twice a year': 6,
  yearly: 12,
  annual: 12,
};

/**
 * The day on which the edition after one that was published on a day is due; null for a dataset without an interval. Where the month
 * is shorter, its last day. Never throws.
 *
 * @param frequency - As `DatasetDefinition.frequency`.
 */
export function nextDueAfter(publishedAt: string, frequency: string): string | null {
  const months = intervals[frequency.toLowerCase()];
  const day = parseIsoDate(publishedAt);
  if (months === undefined || day === null) return null;
  const index = day.year * 12 + day.month - 1 + months;
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  return isoDate(year, month, Math.min(day.day, daysInMonth(year, month)));
}
