import { parseIsoDate } from '@boroughgraph/kit/statistics/calendar.ts';
import { londonTimeAt } from '@boroughgraph/kit/statistics/london-clock.ts';

/** Date and time with their offset from UTC. Without one, an hour of summer time is not known to be this month or the last. */
const instant = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/i;

/**
 * The month in London at an instant: `2016-06` for `2016-05-31T23:01:00+00:00`, which is 1 June there. Null for a text that is
 * no instant, a date without an offset from UTC among them. Never throws.
 */
export function londonMonthOf(text: string): string | null {
  if (!instant.test(text) || parseIsoDate(text.slice(0, 10)) === null) return null;
  const milliseconds = Date.parse(text.replace(' ', 'T').replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  if (Number.isNaN(milliseconds)) return null;
  const inWinter = monthAt(milliseconds);
  // Of nearly all instants it is the same by either clock, which asks less than the calendar of the machine.
  if (milliseconds >= twoClocksSince && monthAt(milliseconds + hourMs) === inWinter) return inWinter;
  return londonTimeAt(new Date(milliseconds)).slice(0, 7);
}

const hourMs = 60 * 60 * 1000;

/** Since then London has been at UTC in winter and an hour ahead in summer. Source: Summer Time Act 1972. */
const twoClocksSince = Date.UTC(1973, 0);

const monthAt = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 7);
