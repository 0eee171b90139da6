import { isoDate } from '../statistics/calendar.ts';

/** How a workbook shows the number of a cell: its value alone does not say that 0.123 is 12.3 percent, or that 45292 is a day. */
export type NumberForm = 'plain' | 'percent' | 'date';

/** Built-in formats of days and times. Source: ECMA-376, part 1, 18.8.30. */
const isBuiltInDate = (id: number) => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58);

/** The form that a number format gives. Texts in quotation marks, colours and languages in it are no part of the form. Never throws. */
export function numberFormOf(id: number, code: string | null): NumberForm {
  if (code === null) return id === 9 || id === 10 ? 'percent' : isBuiltInDate(id) ? 'date' : 'plain';
  const plain = code.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '');
  if (plain.includes('%')) return 'percent';
  return /[dmyhs]/i.test(plain.replaceAll(/general/gi, '')) ? 'date' : 'plain';
}

/** A number as its cell shows it, with all its digits: `12.3%` for 0.123 as a percentage. Never throws. */
export function textOfNumber(text: string, form: NumberForm): string {
  const value = Number(text);
  if (form !== 'percent') return Number.isFinite(value) ? String(rounded(value)) : text;
  return `${rounded(value * 100)}%`;
}

/** Without the last digits of binary fractions, which no one typed: 0.1 + 0.2, or 56.00000000000001 percent. */
const rounded = (value: number) => Number(value.toPrecision(15));

/** The day that a workbook's number stands for, as `YYYY-MM-DD`; a time of day is left out. Never throws. */
export function dateOfSerial(serial: number, isFrom1904: boolean): string {
  // Excel takes 1900 for a leap year, so that its days before March 1900 are one off.
  const days = Math.floor(serial) + (isFrom1904 ? 1462 : serial < 60 ? 1 : 0);
  const day = new Date(Date.UTC(1899, 11, 30) + days * 86_400_000);
  return isoDate(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate());
}
