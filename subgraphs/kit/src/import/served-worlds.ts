import type { PublishedSeries } from '../statistics/disclosure/structure-figures.ts';
import type { Reading } from '../statistics/observation.ts';
import { policyAt } from './area-policy.ts';
import type { PublishedRelease, ReleaseSeries } from './published-releases.ts';

/** All figures that a reader can have at one time: of each dataset, those that answered as of one release. */
export type World = readonly PublishedSeries[];

/** The releases of one dataset, and the slug of the agency that serves it. */
export interface DatasetReleases {
  readonly agency: string;
  /** True for another agency, whose figures stay as they are. */
  readonly isElsewhere: boolean;
  readonly releases: readonly PublishedRelease[];
}

/**
 * What readers can have: for each release of the agency's own datasets, the figures that answered when it was the newest, with
 * those of the other datasets at that time. Every release counts, since a recall brings an older one back. Releases that agree
 * wherever both show a figure may be read as one table, in which each fills the gaps of the other: that is one more.
 *
 * A synthetic release takes no part beside a real one, which replaces it. Never throws.
 */
export function worldsOf(datasets: readonly DatasetReleases[]): readonly World[] {
  const served = datasets.map((each) => ({
    ...each,
    releases: withoutReplacedSamples(each.releases).toSorted(newestFirst),
  }));
  const own = served.filter(({ isElsewhere }) => !isElsewhere).flatMap(({ releases }) => releases);
  const restated = restatedIn(served);
  const worlds = own.map((newest) => served.map((each) => ({ ...each, releases: answeringBy(each, newest) })));
  // Datasets that are published on one day make one world, not one each.
  const different = new Map(worlds.map((world) => [textOf(world.flatMap(({ releases }) => releases)), world]));
  return [...different.values(), ...filledIn(served)].map((world) => world.flatMap((each) => seriesOf(each, restated)));
}

/** The datasets with the gaps of releases filled from others that agree with them; none where no release has another beside it. */
function filledIn(served: readonly AnsweringReleases[]): readonly (readonly AnsweringReleases[])[] {
  const filled = served.map((each) => ({
    ...each,
    fillsGaps: !each.isElsewhere && each.releases.length > 1 && agree(each.releases),
  }));
  return filled.some(({ fillsGaps }) => fillsGaps) ? [filled] : [];
}

/** Whether releases show the same wherever more than one shows a figure. */
function agree(releases: readonly PublishedRelease[]): boolean {
  const shown = new Map<string, number>();
  return releases.every((release) =>
    release.series.every((series) =>
      [...series.readings].every(([ordinal, { value }]) => {
        if (value === null) return true;
        const name = `${nameOf(series, release)} ${ordinal}`;
        const other = shown.get(name) ?? value;
        shown.set(name, value);
        return other === value;
      }),
    ),
  );
}

/** The releases of a dataset that answer in a world, newest first. */
interface AnsweringReleases extends DatasetReleases {
  /** True where what a release has no figure of is read in an older one, though the newer covers its period. @default false */
  readonly fillsGaps?: boolean;
}

const textOf = (releases: readonly PublishedRelease[]) => releases.map(({ number }) => number ?? 'new').join(' ');

function withoutReplacedSamples(releases: readonly PublishedRelease[]): readonly PublishedRelease[] {
  const real = releases.filter(({ isSynthetic }) => !isSynthetic);
  return real.length > 0 ? real : releases;
}

/** As the catalogue serves them: by the day of publication, then by the latest period, then by load. */
function newestFirst(a: PublishedRelease, b: PublishedRelease): number {
  return (
    compare(b.publishedAt, a.publishedAt) ||
    compare(b.latestPeriodEnd ?? '', a.latestPeriodEnd ?? '') ||
    (b.number ?? Infinity) - (a.number ?? Infinity)
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The releases that answer for a dataset as of a release, of it or another dataset, newest first: where it had none by then, its
 * first. What is made up says nothing of what is real.
 */
function answeringBy(
  { isElsewhere, releases: all }: DatasetReleases,
  newest: PublishedRelease,
): readonly PublishedRelease[] {
  const releases = all.filter(({ isSynthetic }) => isSynthetic === newest.isSynthetic);
  // What another agency serves is read as of now, all of it.
  if (isElsewhere) return releases;
  const position = releases.indexOf(newest);
  if (position >= 0) return releases.slice(position);
  const byThen = releases.filter(({ publishedAt }) => publishedAt <= newest.publishedAt);
  return byThen.length > 0 ? byThen : releases.slice(-1);
}

/** Ordinals at which the releases of a dataset do not all show the same, by the name of the series. */
type RestatedFigures = ReadonlyMap<string, ReadonlySet<number>>;

const nowhere: ReadonlySet<number> = new Set();

const nameOf = ({ indicator, place, dimensionKey }: ReleaseSeries, { dataset }: PublishedRelease) =>
  `${dataset.id} ${indicator.id} ${place} ${dimensionKey}`;

function restatedIn(datasets: readonly DatasetReleases[]): RestatedFigures {
  const restated = new Map<string, Set<number>>();
  const known = new Map<string, Map<number, number | null>>();
  for (const { releases, isElsewhere } of datasets)
    for (const release of isElsewhere || releases.length < 2 ? [] : releases)
      for (const series of release.series) {
        const name = nameOf(series, release);
        const [before, differing] = [
          known.get(name) ?? new Map<number, number | null>(),
          restated.get(name) ?? new Set<number>(),
        ];
        known.set(name, before);
        restated.set(name, differing);
        for (const [ordinal, { value }] of series.readings) {
          // What a release withholds may have been another figure: nobody here knows any more.
          if (!before.has(ordinal)) before.set(ordinal, value);
          else if (value === null || before.get(ordinal) !== value) differing.add(ordinal);
        }
      }
  return restated;
}

/** The series of a dataset: period by period those of the newest release that covers it, or that has the figure. */
function seriesOf({ agency, isElsewhere, releases, fillsGaps }: AnsweringReleases, restated: RestatedFigures): World {
  const answered = new Map<string, Set<number>>();
  const merged = new Map<string, PublishedSeries & { readonly readings: Map<number, Reading> }>();
  for (const release of releases) {
    const isFixed = isElsewhere || !release.dataset.disclosurePolicy.secondarySuppression;
    for (const series of release.series) {
      const { indicator, place, dimensions, dimensionKey, readings } = series;
      const key = `${indicator.id} ${place} ${dimensionKey}`;
      const known = merged.get(key);
      const earlier = answered.get(indicator.id);
      const isAnswered = (ordinal: number) =>
        fillsGaps === true ? isTold(known?.readings.get(ordinal)) : earlier?.has(ordinal) === true;
      const fresh = [...readings].filter(([ordinal]) => !isAnswered(ordinal));
      if (known !== undefined) for (const [ordinal, reading] of fresh) known.readings.set(ordinal, reading);
      else
        merged.set(key, {
          table: `${agency}/${release.dataset.id}`,
          indicator,
          place,
          dimensions,
          readings: new Map(fresh),
          policy: policyAt(release.dataset, place),
          roundedTo: release.dataset.roundedTo ?? release.dataset.disclosurePolicy.roundingBase ?? 1,
          isFixed,
          restated: restated.get(nameOf(series, release)) ?? nowhere,
        });
    }
    for (const [id, ordinals] of release.covered) answered.set(id, new Set([...(answered.get(id) ?? []), ...ordinals]));
  }
  return inOrder(merged);
}

/** By name, and by period within: what is withheld must not hang on the order of a file's rows, or of the store's. */
function inOrder(series: ReadonlyMap<string, PublishedSeries>): World {
  return [...series]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, one]) => ({ ...one, readings: new Map([...one.readings].toSorted(([a], [b]) => a - b)) }));
}

/** True where there is a figure, shown or withheld. */
const isTold = (reading: Reading | undefined) =>
  reading !== undefined && (reading.value !== null || reading.status === 'CONFIDENTIAL');
