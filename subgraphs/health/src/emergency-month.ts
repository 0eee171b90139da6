import type { OpenedFile } from '@boroughgraph/kit/datasets/dataset.ts';
import { monthIdOf } from '@boroughgraph/kit/files/months.ts';
import { FileProblem } from '@boroughgraph/kit/files/row-problem.ts';
import { isTotal } from './emergency-totals.ts';

/** The collection's name before a month: "MSitAE-JANUARY-2020" is the monthly situation report of January 2020. */
const collection = /^MSitAE[-\s]*/i;

/**
 * The month of a table, which every row states: `2020-01`. Where the file's name has a month too, it must be the same.
 *
 * @throws {FileProblem} that says what the rows and the name have, where they do not agree.
 */
export function monthOf({ name, rows }: OpenedFile): string {
  const stated = rows().filter((row) => !row.isBlank() && !isTotal(row));
  const periods = [...new Set(stated.map((row) => row.text('period')))];
  if (periods.length > 1)
    throw new FileProblem(`${name} has rows of ${periods.slice(0, 3).join(', ')}: expected those of one month`);
  const period = periods[0] ?? '';
  const month = monthIdOf(period.replace(collection, ''));
  if (month === null)
    throw new FileProblem(`${name} has rows of the period "${period}": expected one like MSitAE-JANUARY-2020`);
  const named = monthsNamedIn(name);
  if (named.length > 0 && !named.includes(month))
    throw new FileProblem(
      `${name} is named as of ${named.join(', ')}, and its rows are of ${month}: check which month it holds, and rename it`,
    );
  return month;
}

/** `2020-01` in `ae-monthly-2020-01.csv`; a day, such as `2020-02-13`, names no month. */
const digits = /(?<!\d)(\d{4})[-_ ]?(\d{2})(?![-_ ]?\d)/g;
/** `January2020`, `April-2022` */
const words = /([a-z]+)[-_ ]?(\d{4})(?!\d)/gi;

/** The months that a file's name says, each once: `2020-01`. Never throws. */
export function monthsNamedIn(name: string): readonly string[] {
  const mentions = [...name.matchAll(digits), ...name.matchAll(words)];
  const months = mentions.map(([, first = '', second = '']) => monthIdOf(`${first}-${second}`));
  return [...new Set(months)].filter((month) => month !== null);
}
