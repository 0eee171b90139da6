const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** The English name of a month; 0 is January. Empty for a number outside 0 to 11. */
export function monthName(month: number): string {
  return monthNames[month] ?? '';
}

/** The number of a month from its English name or the first three letters of it, in any case, 1 for January; null for anything else. */
export function monthNumber(name: string): number | null {
  const text = name.trim().toLowerCase();
  const index = monthNames
    .map((month) => month.toLowerCase())
    .findIndex((month) => text === month || text === month.slice(0, 3));
  return index < 0 ? null : index + 1;
}

/** The number of days in a month of the Gregorian calendar; 1 is January. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** A day as `YYYY-MM-DD`; 1 is January. */
export function isoDate(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** So many days has each month. */
const fewestDays = 28;

/** The parts of a `YYYY-MM-DD` day; null for any other text and for days that no calendar has. */
export function parseIsoDate(
  text: string,
): { readonly year: number; readonly month: number; readonly day: number } | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const exists = month >= 1 && month <= 12 && day >= 1 && (day <= fewestDays || day <= daysInMonth(year, month));
  return exists ? { year, month, day } : null;
}
