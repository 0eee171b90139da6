import { FileProblem } from '@boroughgraph/kit/files/row-problem.ts';
import { monthNumber } from '@boroughgraph/kit/statistics/calendar.ts';

/** What the names of the monthly files of prosecution outcomes hold besides the month and the year. */
const otherWords: ReadonlySet<string> = new Set([
  'principal',
  'offence',
  'offences',
  'category',
  'categories',
  'cps',
  'case',
  'outcomes',
  'by',
  'and',
  'data',
]);

/**
 * The month that a file is named after, `2014-01` for `principal_offence_category_january_2014.csv`: the only place where
 * these files say it.
 *
 * @throws {FileProblem} when the name has no month, no year, more than one of either, or anything else that could be one.
 */
export function monthInName(name: string): string {
  const words = name
    .toLowerCase()
    .replace(/\.csv$/, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  const months = words.map(monthNumber).filter((month) => month !== null);
  const years = words.filter((word) => /^(19|20)\d{2}$/.test(word));
  const unknown = words.find((word) => !otherWords.has(word) && monthNumber(word) === null && !years.includes(word));
  const [[month], [year]] = [months, years];
  if (month === undefined || year === undefined || months.length > 1 || years.length > 1 || unknown !== undefined)
    throw new FileProblem(
      `${name} does not say its month: the period is in the name alone, so expected one like principal_offence_category_january_2014.csv${unknown === undefined ? '' : `, without "${unknown}"`}; make sure of the month before you rename it`,
    );
  return `${year}-${String(month).padStart(2, '0')}`;
}
