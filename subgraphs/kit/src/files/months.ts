import { monthNumber } from '../statistics/calendar.ts';

/**
 * The id of the month that a heading names: `202401`, `2024-01`, its first day `2024-01-01`, `Jan-24`, `Jan 2024`,
 * `January 2024` or `2024 Jan` is `2024-01`.
 * Null for anything else, other forms of dates included: a day and a month could be taken for each other.
 */
export function monthIdOf(heading: string): string | null {
  const text = heading.trim();
  const digits = /^(\d{4})[-/_ ]?(\d{2})(?:(?<=-\d\d)-01(?:T00:00:00)?)?$/i.exec(text);
  if (digits !== null) return monthId(Number(digits[1]), Number(digits[2]));
  const words = /^([a-z]+)[-/_\s]+(\d{4}|\d{2})$/i.exec(text);
  const turned = /^(\d{4})[-/_\s]+([a-z]+)$/i.exec(text);
  const [name = '', year = ''] = words?.slice(1) ?? turned?.slice(1).toReversed() ?? [];
  const month = monthNumber(name);
  return month === null ? null : monthId(Number(year.length === 2 ? `20${year}` : year), month);
}

/** Years that a published month can lie in: recorded crime by month is not older, and a typing error is soon later. */
const firstYear = 1990;
const lastYear = 2100;

function monthId(year: number, month: number): string | null {
  if (month < 1 || month > 12 || year < firstYear || year > lastYear) return null;
  return `${year}-${String(month).padStart(2, '0')}`;
}
