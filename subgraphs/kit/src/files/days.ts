import { isoDate, monthNumber, parseIsoDate } from '../statistics/calendar.ts';

/** What programs write behind a day that has no time. */
const midnight = /^(\d{4}-\d\d-\d\d|\d{1,2}\/\d{1,2}\/\d{4})[T ]00:00(?::00(?:\.0+)?)?Z?$/i;

/** `18/02/25`: the publishers at hand who write two figures of a year write them so, and of this century. */
const shortYear = /^(\d{1,2})(\/)(\d{1,2})\/(\d{2})$/;

/**
 * The day that a text names, as `YYYY-MM-DD`: `2025-02-18`, with midnight behind it or without, `18/02/2025`, `18/02/25`, `18-02-2025`, `18.02.2025`,
 * `18 February 2025` or `18-Feb-2025`. Null for
 * anything else, days that no calendar has included.
 *
 * Numbers are in the British order, day before month, which is the order of the publishers at hand.
 */
export function isoDayOf(text: string): string | null {
  const trimmed = text.trim().replace(midnight, '$1');
  if (parseIsoDate(trimmed) !== null) return trimmed;
  const numbers = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(trimmed) ?? shortYear.exec(trimmed);
  if (numbers !== null)
    return existing(Number((numbers[4] ?? '').padStart(4, '20')), Number(numbers[3]), Number(numbers[1]));
  const words = /^(\d{1,2})[-\s]+([a-z]+)[-\s]+(\d{4})$/i.exec(trimmed);
  return words === null ? null : existing(Number(words[3]), monthNumber(words[2] ?? '') ?? 0, Number(words[1]));
}

function existing(year: number, month: number, day: number): string | null {
  const text = isoDate(year, month, day);
  return parseIsoDate(text) === null ? null : text;
}
