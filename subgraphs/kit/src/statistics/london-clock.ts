import { londonDayAt, londonTimeZone } from '@boroughgraph/schema/vocabulary/london-day.ts';

/** `2026-12-01 09:30:00`, which is how Sweden writes a time. */
const swedish = new Intl.DateTimeFormat('sv-SE', { timeZone: londonTimeZone, dateStyle: 'short', timeStyle: 'medium' });

const inWords = new Intl.DateTimeFormat('en-GB', { timeZone: londonTimeZone, dateStyle: 'long' });

/** What the clocks of London show at an instant: `2026-12-01 09:30:00`. */
export function londonTimeAt(instant: Date): string {
  return swedish.format(instant);
}

/** The day that it is in London, `YYYY-MM-DD`: what "today" means in an argument that is left out. */
export function londonToday(): string {
  return londonDayAt(new Date());
}

/** The day in London at an instant, for people: `1 December 2026`. */
export function londonDayInWords(instant: Date): string {
  return inWords.format(instant);
}

/** The offsets from UTC that London has: in winter, and in summer. */
const offsets = ['Z', '+01:00'];

/**
 * The instants at which the clocks of London show a time, `2026-12-01 09:30:00`: one; none where the change of clocks skips
 * it; two, the later one first, where it repeats it.
 */
export function instantsInLondon(wallClock: string): readonly Date[] {
  return offsets
    .map((offset) => new Date(`${wallClock.replace(' ', 'T')}${offset}`))
    .filter((instant) => londonTimeAt(instant) === wallClock);
}
