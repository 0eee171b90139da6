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
  return londonTimeAt(new Date(milliseconds)).slice(0, 7);
}
