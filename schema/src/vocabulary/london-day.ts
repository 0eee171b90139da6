/** The time zone in which days, embargoes and publications are meant, as PostgreSQL and `Intl` name it. */
export const londonTimeZone = 'Europe/London';

// Sweden writes a day as ISO 8601 does.
const swedish = new Intl.DateTimeFormat('sv-SE', { timeZone: londonTimeZone, dateStyle: 'short' });

const minuteMs = 60_000;
let latest = { minute: -1, day: '' };

/** The day that it is in London at an instant, `YYYY-MM-DD`. */
export function londonDayAt(instant: Date): string {
  // Days begin with a minute, and nearly everybody asks for now.
  const minute = Math.floor(instant.getTime() / minuteMs);
  if (latest.minute !== minute) latest = { minute, day: swedish.format(instant) };
  return latest.day;
}
