/**
 * How many calendar months a range of days touches, at most: from the first day to the last, or to `today` where it has no
 * last. Null for one without a first day, for what is no range, and for days that cannot be read. Never throws.
 */
export function monthsIn(range: unknown, today: string): number | null {
  if (typeof range !== 'object' || range === null || !('from' in range)) return null;
  const first = monthOf(range.from);
  const last = monthOf(('to' in range ? range.to : null) ?? today);
  return first === null || last === null ? null : Math.max(0, last - first + 1);
}

/** The months from the year 0 to that of a day; null for what is no day. */
function monthOf(day: unknown): number | null {
  const [, year, month] = typeof day === 'string' ? (/^(\d{4})-(\d\d)-/.exec(day) ?? []) : [];
  return year === undefined || month === undefined ? null : Number(year) * 12 + Number(month);
}
