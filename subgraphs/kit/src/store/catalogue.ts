import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { type Answer, answerFrom, type CoverageRecord, unitedByRelease } from './answering-releases.ts';
import { versionsOf } from './dataset-version.ts';
import { Reach } from './reach.ts';
import type { ReleaseRecord, StoredRelease } from './release-record.ts';

/**
 * Answers kept in memory: some hundred indicators, as of today and of a few dates each. Dates come from clients: the memory
 * must not grow with them, and asking for many must not cost everybody else theirs.
 */
const maximumAnswers = 2_000;

/** What an agency has loaded and may be seen, at one moment. It never changes, so that a request reads all its figures from one state. */
export class Catalogue {
  readonly #listed: ReadonlyMap<string, readonly ReleaseRecord[]>;
  readonly #standing: ReadonlyMap<string, readonly ReleaseRecord[]>;
  readonly #describing: readonly StoredRelease[];
  readonly #coverage: ReadonlyMap<string, readonly CoverageRecord[]>;
  readonly #replaced: ReadonlySet<number>;
  readonly #all: readonly StoredRelease[];
  /** By indicator. */
  readonly #reach = new Map<string, Reach>();
  #state: string | null = null;
  /** Wrapped, because the cache takes no null. */
  readonly #answers = new LRUCache<string, { readonly answer: Answer | null }>({ max: maximumAnswers });

  /** Of datasets that are partly for named users, a release with nothing for everybody is not there at all. */
  constructor(
    all: readonly StoredRelease[],
    coverage: readonly CoverageRecord[],
    partlyRestricted: ReadonlySet<string> = new Set(),
  ) {
    const releases = all.filter(
      ({ datasetId, observationCount }) => observationCount > 0 || !partlyRestricted.has(datasetId),
    );
    const newest = withoutReplacedSamples(releases).toSorted(newestFirst);
    const listed = [...Map.groupBy(newest, ({ datasetId }) => datasetId)].map(
      ([datasetId, own]) => [datasetId, withSuperseded(own)] as const,
    );
    this.#all = all;
    this.#listed = new Map(listed);
    this.#standing = new Map(listed.map(([datasetId, own]) => [datasetId, own.filter(isStanding)]));
    this.#describing = releases.filter(isStanding).toSorted(realFirst);
    this.#replaced = new Set(releases.flatMap(({ number, isReplaced = false }) => (isReplaced ? [number] : [])));
    this.#coverage = Map.groupBy(coverage, (record) => record.indicatorId);
  }

  /**
   * A word for what may be seen of what is loaded: another one after each load, recall and end of an embargo, the same for as long as
   * nothing of these has been. It says nothing else, and nothing of what is still under embargo.
   */
  get state(): string {
    this.#state ??= createHash('sha256')
      .update(
        JSON.stringify(
          this.#all
            .map(({ number, loadedAt, recalledAt, isReplaced = false }) => [number, loadedAt, recalledAt, isReplaced])
            .toSorted(),
        ),
      )
      .digest('base64url')
      .slice(0, 22);
    return this.#state;
  }

  /** The releases that answer for a dataset, newest first; on a date, those that could be seen by its end. Empty for a dataset without one. */
  releasesOf(datasetId: string, asPublishedOn: string | null = null): readonly ReleaseRecord[] {
    const all = this.#standing.get(datasetId) ?? [];
    return asPublishedOn === null ? all : all.filter((release) => release.availableOn <= asPublishedOn);
  }

  /** Whether any of some releases, by their numbers, has series that others have come in the place of. */
  isAnyReplaced(numbers: readonly number[]): boolean {
    return this.#replaced.size > 0 && numbers.some((number) => this.#replaced.has(number));
  }

  /** As `releasesOf`, with those that were recalled, which answer for nothing. */
  listedReleasesOf(datasetId: string): readonly ReleaseRecord[] {
    return this.#listed.get(datasetId) ?? [];
  }

  /**
   * The releases that stand, in the order in which they describe what several name: newest first, what is made up after what is
   * real. A sample that real figures replace is among them: it names what nothing else does.
   */
  describingReleases(): readonly StoredRelease[] {
    return this.#describing;
  }

  /** The indicators that a release covers, in no order; none for an unknown id or one that was recalled. */
  indicatorsOf(releaseId: string): readonly { readonly id: string; readonly datasetId: string }[] {
    const release = [...this.#standing.values()].flat().find(({ id }) => id === releaseId);
    if (release === undefined) return [];
    const covered = [...this.#coverage].filter(([, records]) =>
      records.some(({ releaseNumber }) => releaseNumber === release.number),
    );
    return covered.map(([id]) => ({ id, datasetId: release.datasetId }));
  }

  /**
   * Which release answers for each period of an indicator at a place: period by period the newest whose file covers it there. Where
   * no place is given, the newest that covers it anywhere, and `releaseNumbers` are all that answer at some place.
   *
   * Null where none covers any, or could be seen by the end of `asPublishedOn`. The periods are the same at every place.
   */
  answer(
    { id, datasetId }: { readonly id: string; readonly datasetId: string },
    asPublishedOn: string | null,
    place: string | null = null,
  ): Answer | null {
    const covered = this.#coverage.get(id) ?? [];
    const reach = place === null ? null : this.#reachOf(id).at(place);
    return this.#remembered(JSON.stringify([[id], asPublishedOn, reach]), () =>
      answerFrom(this.releasesOf(datasetId, asPublishedOn), covered, reach === null ? null : place),
    );
  }

  #reachOf(indicatorId: string): Reach {
    const known = this.#reach.get(indicatorId) ?? new Reach(this.#coverage.get(indicatorId) ?? []);
    this.#reach.set(indicatorId, known);
    return known;
  }

  /** The places at which a release covers an indicator; null for everywhere. */
  placesOf(releaseId: string, indicatorId: string): readonly string[] | null {
    const release = [...this.#standing.values()].flat().find(({ id }) => id === releaseId);
    const record = this.#coverage.get(indicatorId)?.find(({ releaseNumber }) => releaseNumber === release?.number);
    return record?.places?.map(([place]) => place) ?? null;
  }

  /** As `answer`, for each period that a release covers for any of some indicators, which have one grid. */
  answerOfAny(
    { ids, datasetId }: { readonly ids: readonly string[]; readonly datasetId: string },
    asPublishedOn: string | null,
  ): Answer | null {
    return this.#remembered(JSON.stringify([ids, asPublishedOn]), () => {
      const covered = ids.flatMap((id) => this.#coverage.get(id) ?? []);
      return answerFrom(this.releasesOf(datasetId, asPublishedOn), unitedByRelease(covered), null);
    });
  }

  #remembered(key: string, find: () => Answer | null): Answer | null {
    const known = this.#answers.get(key);
    if (known !== undefined) return known.answer;
    const answer = find();
    this.#answers.set(key, { answer });
    return answer;
  }
}

/**
 * A synthetic release takes no part once a real one of its dataset exists, whatever their dates, and also when that is
 * recalled: whoever has seen real figures must not be given made-up ones in their place.
 */
function withoutReplacedSamples(releases: readonly StoredRelease[]): readonly StoredRelease[] {
  const real = new Set(releases.filter((release) => !release.isSynthetic).map((release) => release.datasetId));
  return releases.filter((release) => !release.isSynthetic || !real.has(release.datasetId));
}

const isStanding = ({ recalledAt }: StoredRelease) => recalledAt === null;

function withSuperseded(newestReleases: readonly StoredRelease[]): readonly ReleaseRecord[] {
  let earlier: string | null = null;
  const versions = versionsOf(newestReleases);
  const oldestFirst = newestReleases.toReversed().map((release) => {
    const { corrected = 0, number } = release;
    const record = { ...release, supersedes: earlier, corrected, version: versions.get(number) ?? '' };
    if (isStanding(release)) earlier = release.id;
    return record;
  });
  return oldestFirst.reverse();
}

/** Newest by the day of publication, then by the latest period, then by load. */
function newestFirst(a: StoredRelease, b: StoredRelease): number {
  return (
    compare(b.publishedAt, a.publishedAt) ||
    compare(b.latestPeriodEnd ?? '', a.latestPeriodEnd ?? '') ||
    b.number - a.number
  );
}

function realFirst(a: StoredRelease, b: StoredRelease): number {
  return Number(a.isSynthetic) - Number(b.isSynthetic) || newestFirst(a, b);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
