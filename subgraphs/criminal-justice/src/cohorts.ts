import { monthNumber } from '@boroughgraph/kit/statistics/calendar.ts';
import type { SeriesBreak } from '@boroughgraph/kit/statistics/indicator.ts';

/** How cohorts of offenders are drawn. */
export const cohortsOfThreeMonths: SeriesBreak = {
  at: '2015-10-01',
  kind: 'METHOD',
  note: 'Cohorts are of three months from October 2015 on, and of the twelve months of a year before: the release of October 2017 changed how they are drawn.',
  source: 'Ministry of Justice, Guide to proven reoffending statistics, October 2017',
};

/** `Apr 2019 to Mar 2020`, `April 2019 - March 2020`. */
const inWords = /^([a-z]+)[ -](\d{4})\s*(?:to|-|–)\s*([a-z]+)[ -](\d{4})$/i;
/** `2019/20`, `2019-20`, `2019/2020`. */
const inFigures = /^(\d{4})[/-](\d{2}|\d{4})$/;

/**
 * The financial year of an annual cohort of offenders: `FY2019-20` for `Apr 2019 to Mar 2020` and for `2019/20`. Null for any
 * other text, and for any other span of months: a quarterly cohort is none.
 */
export function cohortPeriodId(text: string): string | null {
  const words = inWords.exec(text.trim());
  if (words !== null) {
    const [, first = '', year = '', last = '', end = ''] = words;
    return monthNumber(first) === 4 && monthNumber(last) === 3 ? financialYear(year, end) : null;
  }
  const [, year = '', end = ''] = inFigures.exec(text.trim()) ?? [];
  return financialYear(year, end);
}

/** Null where the second year, of two or four digits, is not the one after the first. */
function financialYear(year: string, end: string): string | null {
  const next = String(Number(year) + 1);
  return end !== '' && next.endsWith(end) ? `FY${year}-${next.slice(2)}` : null;
}
