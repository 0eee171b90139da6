/** A year and its last two digits, or the next year in full: `2014-15`, `2014_15`, `2014/15`, `2014-2015`. */
const spans = /(?<!\d)(\d{4})[-_/](\d{4}|\d{2})(?!\d)/g;

/**
 * The year in which the one financial year begins that a text names: 2014 for `admissions-2014-15.csv`.
 *
 * Null where it names none or several, and for years that do not follow on each other. Never throws.
 */
export function financialYearIn(text: string): number | null {
  const named = new Set([...text.matchAll(spans)].map(([, first = '', last = '']) => startOf(first, last)));
  const [start, ...others] = named;
  return start === undefined || others.length > 0 ? null : start;
}

function startOf(first: string, last: string): number | null {
  const next = String(Number(first) + 1);
  return next.endsWith(last) ? Number(first) : null;
}

/** The id of the financial year that begins in April of a year: `FY2014-15` for 2014. Never throws. */
export function financialYearId(startYear: number): string {
  return `FY${startYear}-${String((startYear + 1) % 100).padStart(2, '0')}`;
}
