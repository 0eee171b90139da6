import type { OpenedFile } from '@boroughgraph/kit/datasets/dataset.ts';
import { FileProblem } from '@boroughgraph/kit/files/row-problem.ts';
import { isoDate, parseIsoDate } from '@boroughgraph/kit/statistics/calendar.ts';
import type { Caveat, SeriesBreak } from '@boroughgraph/kit/statistics/indicator.ts';
import { type Period, periodAt } from '@boroughgraph/kit/statistics/periods.ts';

/*
 * What the datasets cut from one publication share: Ministry of Justice, Criminal court statistics quarterly. It is published
 * as Excel tools whose rows sit in a pivot cache; the files at hand are tables made of them.
 */

/** Who publishes the figures, and how they may be used. */
export const publication = {
  publisher: 'the Ministry of Justice',
  licence: 'Open Government Licence v3.0',
  attribution:
    'Contains public sector information licensed under the Open Government Licence v3.0. Ministry of Justice, Criminal court statistics quarterly; table reshaped by a third party.',
  // The accredited statistics are the tools; a table that somebody else made of them is a reshaped copy.
  designation: 'RESEARCH',
  accessTier: 'OPEN',
  frequency: 'Quarterly',
  landingPage: 'https://www.gov.uk/government/collections/criminal-court-statistics',
  comparableFrom: {
    publishedAt: '2024-12-12',
    reason:
      'the release of that day restated the Crown Court on the "One Crown" definition: figures of both never stand in one series',
  },
} as const;

/** London as a region of HM Courts & Tribunals Service, which consists of the 33 boroughs. */
export const london = 'E12000007';
export const englandAndWales = 'K04000001';

/** What stands beside every figure of these copies. */
export const reshapedCopy: Caveat = {
  severity: 'CAUTION',
  text: 'From a copy that a third party reshaped, which is no official statistics. A figure that is missing here was published by the Ministry of Justice all the same: the copy does not have it.',
};

/** How far back the Crown Court was restated. */
export const oneCrown: SeriesBreak = {
  at: '2016-01-01',
  kind: 'METHOD',
  note: 'The release of 12 December 2024 restated the Crown Court on the "One Crown" definition, back to here: neither earlier quarters nor earlier releases are comparable.',
  source: 'Ministry of Justice, Criminal court statistics quarterly, July to September 2024',
};

/** The other regions of HM Courts & Tribunals Service. */
export const otherRegions = ['Midlands', 'North East', 'North West', 'South East', 'South West', 'Wales'] as const;

/** The day from which all figures follow the "One Crown" definition, back to 2016. Source: the release of that day. */
const restatedOn = '2024-12-12';

/**
 * The day on which a file was published.
 *
 * @throws {FileProblem} when nobody has said, or when it is older than the restatement of the Crown Court: figures on both
 * definitions never stand in one series.
 */
export function publicationDay(file: OpenedFile): string {
  const { name, publishedAt } = file;
  if (publishedAt === null) throw new FileProblem(`${name} does not say when it was published: name the day`);
  if (publishedAt < restatedOn)
    throw new FileProblem(
      `${name} was published on ${publishedAt}, before the Crown Court was restated on the "One Crown" definition (${restatedOn}): its figures cannot stand beside later ones; check --published-at, or find a later release`,
    );
  return publishedAt;
}

/** Days from the end of a quarter to its publication. Source: release calendar; on record are 73 to 90. */
const earliestDays = 60;
const latestDays = 110;

/**
 * The quarter that a release is about, for a table that does not say it: the one that ended about three months before.
 *
 * @throws {FileProblem} when no quarter ended 60 to 110 days before the day of publication, or the name of the file has
 * another quarter in it.
 */
export function quarterOfPublication(file: OpenedFile): Period {
  const publishedAt = publicationDay(file);
  const day = parseIsoDate(publishedAt);
  if (day === null) throw new FileProblem(`"${publishedAt}" is no day of publication: expected one like 2026-03-26`);
  const ofPublication = Math.floor((day.year * 12 + day.month - 1) / 3);
  const quarter = [ofPublication - 1, ofPublication - 2]
    .map((ordinal) => periodAt({ type: 'QUARTER' }, ordinal))
    .find(({ end }) => isPlausible(daysBetween(end, publishedAt)));
  if (quarter === undefined)
    throw new FileProblem(
      `${file.name} does not say its quarter, and none ended ${earliestDays} to ${latestDays} days before ${publishedAt}, when Criminal court statistics quarterly would have published it: check --published-at`,
    );
  const named = quarterInName(file.name);
  if (named !== null && named !== quarter.id)
    throw new FileProblem(
      `${file.name} is named after ${named}, but what was published on ${publishedAt} is about ${quarter.id}: check the name and --published-at`,
    );
  return quarter;
}

const isPlausible = (days: number) => days >= earliestDays && days <= latestDays;
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** The quarter that a file is named after, `2025q4`; null where it is named after none. */
function quarterInName(name: string): string | null {
  const match = /(\d{4})[-_ ]?q([1-4])(?!\d)/i.exec(name);
  return match === null ? null : `${match[1] ?? ''}-Q${match[2] ?? ''}`;
}

/** The last day of the same month a year before. */
export function yearBefore(day: string): string {
  const parts = parseIsoDate(day);
  return parts === null ? day : isoDate(parts.year - 1, parts.month, parts.day);
}
