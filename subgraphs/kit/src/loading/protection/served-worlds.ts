import { dimensionKey } from '../../statistics/dimensions.ts';
import type { PublishedSeries } from '../../disclosure/figure-index.ts';
import type { Reading } from '../../statistics/observation.ts';
import { AnsweredCells, type AnsweredSeries } from './answered-cells.ts';
import { isRestrictedIn } from '../../datasets/open-part.ts';
import { policyAt } from '../../datasets/area-policy.ts';
import type { DatasetDefinition } from '../../datasets/dataset.ts';
import { editionsTogether, isOtherPrint } from './editions-together.ts';
import type { PublishedRelease } from './published-releases.ts';
import { newestFirst } from './release-order.ts';
import { nameOf, type SeenFigures } from './seen-figures.ts';

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
 * those of the other datasets at that time. Every release counts, since a recall brings an older one back. Any two editions, and any
 * with all before it, may be read as one table, in which each fills the gaps of the others: a figure that they print differently is
 * bounded by all of them, all others stand. Of those that do, each may also be believed before all others.
 *
 * A synthetic release takes no part beside a real one, which replaces it. What readers saw before an embargo ended is marked. Never
 * throws.
 */
export function worldsOf(datasets: readonly DatasetReleases[], memory: Memory | null = null): readonly World[] {
  const served = datasets.map((each) => ({
    ...each,
    releases: withoutReplacedSamples(each.releases).toSorted(newestFirst),
  }));
  const own = served.filter(({ isElsewhere }) => !isElsewhere).flatMap(({ releases }) => releases);
  const restated = restatedIn(served);
  const worlds = own.map((newest) => served.map((each) => ({ ...each, releases: answeringBy(each, newest) })));
  // Datasets that are published on one day make one world, not one each.
  const different = new Map(worlds.map((world) => [textOf(world.flatMap(({ releases }) => releases)), world]));
  return [...different.values(), ...filledIn(served)].map((world) =>
    world.flatMap((each) => seriesOf(each, { restated, memory })),
  );
}

/** The datasets with the gaps of some releases filled from others; none where no release has another beside it. */
function filledIn(served: readonly AnsweringReleases[]): readonly (readonly AnsweringReleases[])[] {
  const all = served.map((each) => ({ ...each, fillsGaps: !each.isElsewhere && each.releases.length > 1 }));
  const filled = all.flatMap((one) =>
    one.fillsGaps
      ? editionsTogether(one.releases).map((together) =>
          all.map((each) => (each === one ? { ...one, ...together } : each)),
        )
      : [],
  );
  const nameOfWorld = (world: readonly AnsweringReleases[]) =>
    world.map(({ releases, isFirstBelieved = false }) => `${textOf(releases)}${isFirstBelieved ? '!' : ''}`).join(' ');
  return [...new Map(filled.map((world) => [nameOfWorld(world), world])).values()];
}

/** The releases of a dataset that answer in a world, newest first. */
interface AnsweringReleases extends DatasetReleases {
  /** True where what a release has no figure of is read in an older one, though the newer covers its period. @default false */
  readonly fillsGaps?: boolean;
  /** True where what the first release has is as it says, whatever others print. @default false */
  readonly isFirstBelieved?: boolean;
}

const textOf = (releases: readonly PublishedRelease[]) => releases.map(({ number }) => number ?? 'new').join(' ');

/** Without made-up releases where there is a real one. Never throws. */
export function withoutReplacedSamples(releases: readonly PublishedRelease[]): readonly PublishedRelease[] {
  const real = releases.filter(({ isSynthetic }) => !isSynthetic);
  return real.length > 0 ? real : releases;
}

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

/** What readers have seen while a release was under embargo. */
export interface Memory {
  readonly seen: SeenFigures;
  /** True for the worlds of whoever remembers it; false where it may be that nobody does. */
  readonly isRemembered: boolean;
}

/** Ordinals at which the releases of a dataset do not all show the same, by the name of the series. */
type RestatedFigures = ReadonlyMap<string, ReadonlySet<number>>;

const nowhere: ReadonlySet<number> = new Set();

function restatedIn(datasets: readonly DatasetReleases[]): RestatedFigures {
  const restated = new Map<string, Set<number>>();
  const known = new Map<string, Map<number, number | null>>();
  for (const { releases, isElsewhere } of datasets)
    for (const release of isElsewhere || releases.length < 2 ? [] : releases)
      for (const series of release.series) {
        const name = nameOf(series, release.dataset);
        const [before, differing] = [
          known.get(name) ?? new Map<number, number | null>(),
          restated.get(name) ?? new Set<number>(),
        ];
        known.set(name, before);
        restated.set(name, differing);
        for (const [ordinal, { value }] of series.readings)
          // What a release withholds may have been another figure: nobody here knows any more.
          if (!before.has(ordinal)) before.set(ordinal, value);
          else if (value === null || before.get(ordinal) !== value) differing.add(ordinal);
      }
  return restated;
}

type MergedSeries = PublishedSeries & {
  readonly readings: Map<number, Reading>;
  readonly otherPrints: Map<number, readonly Reading[]>;
  /** Ordinals at which what others print does not count. */
  readonly believed: ReadonlySet<number>;
};

/** The series of a dataset: period by period those of the newest release that covers it, or that has the figure. */
function seriesOf(
  { agency, isElsewhere, releases, fillsGaps, isFirstBelieved = false }: AnsweringReleases,
  { restated, memory }: { readonly restated: RestatedFigures; readonly memory: Memory | null },
): World {
  const answered = new AnsweredDays();
  const merged = new Map<string, MergedSeries>();
  for (const release of releases) {
    answered.begin(release);
    const isFixed = isElsewhere || !release.dataset.disclosurePolicy.secondarySuppression;
    for (const series of release.series) {
      const { indicator, place, dimensions, dimensionKey, readings } = series;
      const key = `${indicator.id} ${place} ${dimensionKey}`;
      const known = merged.get(key);
      const isAnswered = (ordinal: number) =>
        fillsGaps === true
          ? isTold(known?.readings.get(ordinal))
          : answered.has(series, ordinal) || known?.readings.has(ordinal) === true;
      const fresh = [...readings].filter(([ordinal]) => !isAnswered(ordinal));
      if (fillsGaps === true && known !== undefined) addPrints(known, readings);
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
          ...(isRestrictedIn(release.dataset, series) && { isRestricted: true }),
          otherPrints: new Map(),
          believed: isFirstBelieved && release === releases[0] ? new Set(readings.keys()) : nowhere,
          restated: restated.get(nameOf(series, release.dataset)) ?? nowhere,
        });
    }
  }
  const [{ dataset } = { dataset: null }] = releases;
  return memory === null ? inOrder(merged) : inOrder(merged).map((one) => withMemory(one, { dataset, memory }));
}

/**
 * The cells that releases of later days answer for, as releases are gone through, newest first. Files of one day are parts of one edition:
 * what one has no figure of is read in the others.
 */
class AnsweredDays {
  readonly #cells = new AnsweredCells();
  readonly #ofDay: PublishedRelease[] = [];

  /** Begins with a release: if it is of another day, what those before it cover is answered. */
  begin(release: PublishedRelease): void {
    if (this.#ofDay[0]?.publishedAt !== release.publishedAt)
      for (const part of this.#ofDay.splice(0)) this.#cells.add(part);
    this.#ofDay.push(release);
  }

  /** Whether a release of a later day answers for a cell. */
  has(series: AnsweredSeries, ordinal: number): boolean {
    return this.#cells.has(series, ordinal);
  }
}

/** A series with the ordinals at which what it says has been seen: a figure that was revised since has not. */
function withMemory(
  series: PublishedSeries,
  { dataset, memory }: { readonly dataset: DatasetDefinition | null; readonly memory: Memory },
): PublishedSeries {
  const named = { ...series, dimensionKey: dimensionKey(series.dimensions) };
  const seen = dataset === null ? undefined : memory.seen.get(nameOf(named, dataset));
  const isSeen = ([ordinal, reading]: readonly [number, Reading]) => {
    const print = seen?.get(ordinal);
    return reading.status === 'PUBLISHED' && print !== undefined && !isOtherPrint(reading, print);
  };
  const seenAt = new Set([...series.readings].filter(isSeen).map(([ordinal]) => ordinal));
  return { ...series, seenAt, isRemembered: memory.isRemembered };
}

/** By name, and by period within: what is withheld must not hang on the order of a file's rows, or of the store's. */
function inOrder(series: ReadonlyMap<string, PublishedSeries>): World {
  return [...series]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, one]) => ({ ...one, readings: new Map([...one.readings].toSorted(([a], [b]) => a - b)) }));
}

/** Keeps what an older edition prints otherwise than a newer one. */
function addPrints(
  { readings: newer, otherPrints, believed }: MergedSeries,
  older: ReadonlyMap<number, Reading>,
): void {
  for (const [ordinal, print] of older) {
    const reading = believed.has(ordinal) ? undefined : newer.get(ordinal);
    if (reading?.value == null || print.value === null || !isOtherPrint(reading, print)) continue;
    otherPrints.set(ordinal, [...(otherPrints.get(ordinal) ?? []), print]);
  }
}

/** True where there is a figure, shown or withheld. */
const isTold = (reading: Reading | undefined) =>
  reading !== undefined && (reading.value !== null || reading.status === 'CONFIDENTIAL');
