const two = (value: number) => String(value).padStart(2, '0');
const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

interface Days {
  readonly from: string;
  readonly to: string;
}

/** By the form of an id, the kind of period and its days. */
const forms: readonly (readonly [type: string, form: RegExp, days: (...numbers: readonly number[]) => Days])[] = [
  ['MONTH', /^(\d{4})-(\d\d)$/, (year = 0, month = 0) => months(year, month, 1)],
  ['QUARTER', /^(\d{4})-Q([1-4])$/, (year = 0, quarter = 0) => months(year, quarter * 3 - 2, 3)],
  ['CALENDAR_YEAR', /^CY(\d{4})$/, (year = 0) => months(year, 1, 12)],
  ['FINANCIAL_YEAR', /^FY(\d{4})-\d\d$/, (year = 0) => months(year, 4, 12)],
  ['ACADEMIC_YEAR', /^AY(\d{4})-\d\d$/, (year = 0) => months(year, 9, 12)],
  ['POOLED_3_YEARS', /^P3-(\d{4})-\d\d$/, (year = 0) => ({ from: `${year}-01-01`, to: `${year + 3}-12-31` })],
  [
    'ROLLING_12_MONTHS',
    /^R12-(\d{4})-(\d\d)$/,
    (year = 0, month = 0) => months(month === 12 ? year : year - 1, (month % 12) + 1, 12),
  ],
];

function months(year: number, first: number, count: number): Days {
  const end = first + count - 1;
  const [endYear, endMonth] = end > 12 ? [year + 1, end - 12] : [year, end];
  return { from: `${year}-${two(first)}-01`, to: `${endYear}-${two(endMonth)}-${two(lastDay(endYear, endMonth))}` };
}

/** The kind of period that an id names. Never throws. */
export function typeOf(id: string): string {
  return forms.find(([, form]) => form.test(id))?.[0] ?? 'SNAPSHOT';
}

/** The days of the period that an id names, both included. Never throws. */
export function rangeOf(id: string): Days {
  for (const [, form, days] of forms) {
    const numbers = form.exec(id)?.slice(1).map(Number);
    if (numbers !== undefined) return days(...numbers);
  }
  return { from: id.slice(1), to: id.slice(1) };
}
