import { seededRandom } from '../seeded-random.ts';

/** Offences of one ward: about as many as the Metropolitan Police Service publishes minor categories. */
const offenceCount = 45;
/** Months of one series: fifteen years. */
const monthCount = 180;
/** Editions of the whole file, so that a read has to choose among releases. */
const releaseCount = 2;
/** One series in four carries statuses, on 28% of its months: 7% of all observations. */
const suppressedSeries = 4;
const suppressedShare = 0.28;
/** Stands for any status but PUBLISHED, which is 0. */
const withheld = 3;

/** What tells one series of the experiment's single indicator from another; releases count from 1. */
export interface SeriesKey {
  readonly release: number;
  readonly place: string;
  readonly dimensionKey: string;
}

/** One series: a value for each month, oldest first, null where its status is not 0; no statuses when all are 0. */
export interface Series extends SeriesKey {
  readonly values: readonly (number | null)[];
  readonly statuses: readonly number[] | null;
}

/** How many wards hold at least this number of observations, over all offences, months and releases. */
export function placesFor(observations: number): number {
  return Math.ceil(observations / (offenceCount * monthCount * releaseCount));
}

/** Every series, release by release, ward by ward, offence by offence: the order of the published files. */
export function* generateSeries(places: number): Generator<Series> {
  for (let index = 0; index < places * offenceCount * releaseCount; index++) yield generateOne(index, places);
}

/** The first `count` series of the newest release, offence by offence, as a request for all wards would name them. */
export function newestSeries(places: number, count: number): readonly Series[] {
  const first = places * offenceCount * (releaseCount - 1);
  const wanted = Math.min(count, places * offenceCount);
  return Array.from({ length: wanted }, (_, n) =>
    generateOne(first + (n % places) * offenceCount + Math.floor(n / places), places),
  );
}

/** `count` series from all over the newest release, always the same ones. */
export function scatteredSeries(places: number, count: number): readonly Series[] {
  const random = seededRandom(count);
  const first = places * offenceCount * (releaseCount - 1);
  return Array.from({ length: count }, () => generateOne(first + Math.floor(random() * places * offenceCount), places));
}

function generateOne(index: number, places: number): Series {
  const random = seededRandom(index + 1);
  const offence = index % offenceCount;
  const place = Math.floor(index / offenceCount) % places;
  // Means run from under one offence a month to about forty, as the wards' do.
  const mean = 40 * random() ** 3;
  const statuses = index % suppressedSeries === 0 ? generateStatuses(random) : null;
  return {
    release: Math.floor(index / (offenceCount * places)) + 1,
    place: `E05${String(9317 + place).padStart(6, '0')}`,
    dimensionKey: `offence=group-${Math.floor(offence / 5)}:category-${String(offence).padStart(2, '0')}`,
    values: Array.from({ length: monthCount }, (_, month) =>
      statuses?.[month] === withheld ? null : Math.floor(-Math.log(1 - random()) * mean),
    ),
    statuses,
  };
}

function generateStatuses(random: () => number): readonly number[] {
  return Array.from({ length: monthCount }, () => (random() < suppressedShare ? withheld : 0));
}
