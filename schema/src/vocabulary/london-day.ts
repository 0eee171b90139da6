/** The time zone in which days, embargoes and publications are meant, as PostgreSQL and `Intl` name it. */
export const londonTimeZone = 'Europe/London';

// Sweden writes a day as ISO 8601 does.
const swedish = new Intl.DateTimeFormat('sv-SE', { timeZone: londonTimeZone, dateStyle: 'short' });

/** The day that it is in London at an instant, `YYYY-MM-DD`. */
export function londonDayAt(instant: Date): string {
  return swedish.format(instant);
}
