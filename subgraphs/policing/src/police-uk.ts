import type { OpenedFile } from '@boroughgraph/kit/datasets/dataset.ts';
import { FileProblem } from '@boroughgraph/kit/files/row-problem.ts';
import type { DisclosurePolicy } from '@boroughgraph/kit/disclosure/policy.ts';

/** A year and a month anywhere in a name: `2024-06-city-of-london-street.csv`, `stops-202406.csv`. */
const monthInName = /(?<!\d)(20\d{2})-?(0[1-9]|1[0-2])(?!\d)/g;

/**
 * The month that a file of data.police.uk holds, such as `2024-06`: the one in its name, which its rows must agree with, or
 * else the only one of its rows. `monthsOfRows` are the months of its rows that could be read.
 *
 * @throws {FileProblem} when its name and its rows have no month in common, or neither settles on one: a file saved under
 * another month would count for that month.
 */
export function monthOfFile(name: string, monthsOfRows: ReadonlySet<string>): string {
  const named = new Set([...name.matchAll(monthInName)].map(([, year = '', month = '']) => `${year}-${month}`));
  const [month, ...others] = named.size > 0 ? named : monthsOfRows;
  const rows = [...monthsOfRows].sort().join(', ') || 'no month';
  if (month === undefined || others.length > 0)
    throw new FileProblem(
      `${name} does not say which one month it holds (its rows are of ${rows}): data.police.uk publishes a file a month, with a name such as 2024-06-city-of-london-street.csv`,
    );
  if (monthsOfRows.size > 0 && !monthsOfRows.has(month))
    throw new FileProblem(
      `${name} is named for ${month}, but its rows are of ${rows}: check under which month it was saved`,
    );
  return month;
}

/** With fewer rows, copies may be chance. */
const fewestRows = 50;
/** In the files at hand up to 3 rows of 100 are exact copies of another, most of them incidents at one point. */
const largestShareOfCopies = 0.25;

/**
 * Refuses a file of which a great part is there twice, as when two copies were joined: rows without an id would be counted twice.
 *
 * @throws {FileProblem} that says how many rows are copies.
 */
export function requireNotJoined({ name, rows }: OpenedFile): void {
  const texts = new Set<string>();
  let count = 0;
  for (const row of rows()) {
    texts.add(row.wholeText());
    count += 1;
  }
  const copies = count - texts.size;
  if (count >= fewestRows && copies > count * largestShareOfCopies)
    throw new FileProblem(
      `${name} has ${copies} rows of ${count} that are exact copies of others: it seems to be joined to itself; fetch it again`,
    );
}

/**
 * The force that a name such as `2016-06-metropolitan-stop-and-search.csv` says a file of this kind is of; null where the name
 * is of another form. Stops and searches carry it nowhere else.
 */
export function forceInName(name: string, kind: string): string | null {
  return new RegExp(`^\\d{4}-\\d{2}-([a-z-]+)-${kind}\\.csv$`, 'i').exec(name)?.[1]?.toLowerCase() ?? null;
}

/**
 * What protects people in counts of published rows: one breakdown at a time, by borough and month. The rows themselves are open
 * data; what is not open is what they would tell together with other attributes, which is why none of these is kept.
 */
export const countsOnly: DisclosurePolicy = {
  id: 'police-uk-counts',
  description:
    'Counts by borough and month, in all and by one attribute at a time, never by two together: outcome, object of search or self-defined ethnicity. Age, gender, position, time of day and identifiers are read past and kept nowhere. Nothing is withheld beyond that: every row that is counted is published by its owner.',
  minimumCount: 1,
  zerosShown: true,
  roundingBase: null,
  secondarySuppression: false,
};
