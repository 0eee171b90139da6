/** Writes a day as `YYYY-MM-DD`. */
const isoDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day that it is in London, `YYYY-MM-DD`: what "today" means in an argument that is left out. */
export function today(): string {
  return isoDay.format(new Date());
}
