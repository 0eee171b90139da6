import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { StoredPlace } from './tables.ts';

/**
 * Answers kept in memory: some hundred indicators, as of today and of a few dates each. Dates come from clients: the memory
 * must not grow with them, and asking for many must not cost everybody else theirs.
 */
const maximumAnswers = 2_000;

/** One loaded edition of a dataset, as the store knows it. */
export interface StoredRelease {
  readonly number: number;
  readonly id: string;
  readonly datasetId: string;
  readonly publishedAt: string;
  /** An instant in UTC. */
  readonly loadedAt: string;
  readonly checksum: string;
  readonly sourceName: string;
  readonly isSynthetic: boolean;
  /** Last day of the latest period that its file covers; null where it covers none. */
  readonly latestPeriodEnd: string | null;
  readonly rowsRead: number;
  readonly rowsLeftOut: number;
  readonly rowsRejected: number;
  readonly observationCount: number;
  /** The instant in UTC before which nobody could see it; null where there was none. */
  readonly embargoUntil: string | null;
  /** The first day on which anybody could see it: that of its publication or, if later, of the end of its embargo in London. */
  readonly availableOn: string;
  /** The instant in UTC at which it was taken out of every answer, and why; both null where it stands. */
  readonly recalledAt: string | null;
  readonly recallReason: string | null;
  /** True where an embargo that has ended has put other rows in the place of some of its series. @default false */
  readonly isReplaced?: boolean;
}

/** A release among the others of its dataset. */
export interface ReleaseRecord extends StoredRelease {
  /** The id of the release before it, of those that stand; null for the first. It would be served if this one were recalled. */
  readonly supersedes: string | null;
}

/** The periods that a release covers for one indicator: `periodIds[i]` lies at ordinal `firstOrdinal + i`; null is not covered. */
export interface CoverageRecord {
  readonly releaseNumber: number;
  readonly indicatorId: string;
  readonly firstOrdinal: number;
  readonly periodIds: readonly (string | null)[];
  /** The places where it covers them, each with the positions of its periods or all of them; null for everywhere. @default null */
  readonly places?: readonly StoredPlace[] | null;
}

/** Where a release keeps the figures that it answers with. */
export interface AnsweringRelease {
  readonly release: ReleaseRecord;
  /** The ordinal of the first element of its arrays. */
  readonly firstOrdinal: number;
}

/** Which release answers for each period of an indicator, from the first period that any covers to the last. */
export interface Answer {
  readonly firstOrdinal: number;
  /** By position on the grid; null is a gap that lies in no release. */
  readonly byPosition: readonly (AnsweringRelease | null)[];
  /**
   * By position: others of the same day, newest first. A publisher prints the tables of one edition as several files: what the one that
   * answers has no figure of is read in them.
   */
  readonly beside: readonly (readonly AnsweringRelease[])[];
  /** By position: all that cover it and were published before that day, newest first. Empty where none were. */
  readonly before: readonly (readonly AnsweringRelease[])[];
  /** Those that answer for at least one period, alone or beside another. */
  readonly releaseNumbers: readonly number[];
  /** Those that cover at least one period for which a later one answers. */
  readonly earlierNumbers: readonly number[];
}

/** What an agency has loaded and may be seen, at one moment. It never changes, so that a request reads all its figures from one state. */
export class Catalogue {
  readonly #listed: ReadonlyMap<string, readonly ReleaseRecord[]>;
  readonly #standing: ReadonlyMap<string, readonly ReleaseRecord[]>;
  readonly #describing: readonly StoredRelease[];
  readonly #coverage: ReadonlyMap<string, readonly CoverageRecord[]>;
  readonly #replaced: ReadonlySet<number>;
  readonly #all: readonly StoredRelease[];
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
    const isByPlace = covered.some(({ places = null }) => places !== null);
    return this.#remembered(JSON.stringify([[id], asPublishedOn, isByPlace ? place : null]), () =>
      answerFrom(this.releasesOf(datasetId, asPublishedOn), covered, isByPlace ? place : null),
    );
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
  const oldestFirst = newestReleases.toReversed().map((release) => {
    const record = { ...release, supersedes: earlier };
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

function answerFrom(
  newestReleases: readonly ReleaseRecord[],
  coverage: readonly CoverageRecord[],
  place: string | null,
): Answer | null {
  const byRelease = new Map(coverage.flatMap(withinCovered).map((record) => [record.releaseNumber, record]));
  const taking = newestReleases.flatMap((release) => {
    const record = byRelease.get(release.number);
    return record === undefined ? [] : [{ release, record }];
  });
  if (taking.length === 0) return null;
  const firstOrdinal = Math.min(...taking.map(({ record }) => record.firstOrdinal));
  const lastOrdinal = Math.max(...taking.map(({ record }) => record.firstOrdinal + record.periodIds.length - 1));
  const cells = Array.from({ length: lastOrdinal - firstOrdinal + 1 }, () => new AnsweringCell());
  for (const { release, record } of taking) {
    const answering = { release, firstOrdinal: record.storedFrom };
    const isEverywhere = (record.places ?? null) === null || place !== null;
    record.periodIds.forEach((periodId, index) => {
      if (periodId === null || !isCoveredAt(record, index, place)) return;
      cells[record.firstOrdinal - firstOrdinal + index]?.add(answering, isEverywhere);
    });
  }
  return {
    firstOrdinal,
    byPosition: cells.map(({ newest }) => newest),
    beside: cells.map(({ beside }) => beside),
    before: cells.map(({ before }) => before),
    releaseNumbers: numbersOf(cells.flatMap(({ newest, beside, elsewhere }) => [newest, ...beside, ...elsewhere])),
    earlierNumbers: numbersOf(cells.flatMap(({ before }) => before)),
  };
}

/** What answers for one period, as releases are added to it, newest first. */
class AnsweringCell {
  newest: AnsweringRelease | null = null;
  readonly beside: AnsweringRelease[] = [];
  readonly before: AnsweringRelease[] = [];
  /** Those that answer where newer ones do not reach. */
  readonly elsewhere: AnsweringRelease[] = [];
  /** One that reaches everywhere; those of other days that come after it answer nowhere. */
  #last: AnsweringRelease | null = null;

  add(answering: AnsweringRelease, isEverywhere: boolean): void {
    if (this.newest === null) this.newest = answering;
    else if (isOfOneDay(this.newest, answering)) this.beside.push(answering);
    else this.before.push(answering);
    if (this.#last === null || isOfOneDay(this.#last, answering)) this.elsewhere.push(answering);
    if (isEverywhere) this.#last ??= answering;
  }
}

function isOfOneDay({ release: one }: AnsweringRelease, { release: other }: AnsweringRelease): boolean {
  return one.publishedAt === other.publishedAt && one.isSynthetic === other.isSynthetic;
}

/** Whether a release covers at a place what it covers somewhere. */
function isCoveredAt({ places = null, skipped, byPlace }: TakingRecord, index: number, place: string | null): boolean {
  if (places === null || place === null) return true;
  const positions = byPlace.get(place);
  return positions === null || positions?.includes(index + skipped) === true;
}

/** What a release covers, within its first and last period that it does. */
interface TakingRecord extends CoverageRecord {
  readonly storedFrom: number;
  /** How many periods of its arrays lie before the first one. */
  readonly skipped: number;
  readonly byPlace: ReadonlyMap<string, readonly number[] | null>;
}

/** What a release covers from its first period to its last, though its arrays may reach further. None where it covers no period. */
function withinCovered(record: CoverageRecord): readonly TakingRecord[] {
  const { firstOrdinal: storedFrom, periodIds } = record;
  const byPlace = new Map(record.places ?? []);
  const first = periodIds.findIndex((id) => id !== null);
  const last = periodIds.findLastIndex((id) => id !== null);
  if (first < 0) return [];
  const covered = { firstOrdinal: storedFrom + first, periodIds: periodIds.slice(first, last + 1) };
  return [{ ...record, ...covered, storedFrom, skipped: first, byPlace }];
}

/** What each release covers for any of some indicators. */
function unitedByRelease(records: readonly CoverageRecord[]): readonly CoverageRecord[] {
  return [...Map.groupBy(records, ({ releaseNumber }) => releaseNumber).values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const firstOrdinal = Math.min(...own.map((record) => record.firstOrdinal));
    const end = Math.max(...own.map((record) => record.firstOrdinal + record.periodIds.length));
    const periodIds = Array.from({ length: end - firstOrdinal }, (_, index) => {
      const idIn = (record: CoverageRecord) => record.periodIds[firstOrdinal + index - record.firstOrdinal] ?? null;
      return own.map(idIn).find((id) => id !== null) ?? null;
    });
    return [{ ...first, firstOrdinal, periodIds, places: null }];
  });
}

const numbersOf = (releases: readonly (AnsweringRelease | null)[]) => [
  ...new Set(releases.flatMap((answering) => (answering === null ? [] : [answering.release.number]))),
];
