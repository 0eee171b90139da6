/** One loaded edition of a dataset, as the store knows it. */
export interface ReleaseRecord {
  readonly number: number;
  readonly id: string;
  readonly datasetId: string;
  readonly publishedAt: string;
  /** An instant in UTC. */
  readonly loadedAt: string;
  readonly supersedes: string | null;
  readonly checksum: string;
  readonly sourceName: string;
  readonly isSynthetic: boolean;
  /** Last day of the latest period that its file covers; null where it covers none. */
  readonly latestPeriodEnd: string | null;
  readonly rowsRead: number;
  readonly rowsLeftOut: number;
  readonly rowsRejected: number;
  readonly observationCount: number;
}

/** The periods that a release covers for one indicator: `periodIds[i]` lies at ordinal `firstOrdinal + i`; null is not covered. */
export interface CoverageRecord {
  readonly releaseNumber: number;
  readonly indicatorId: string;
  readonly firstOrdinal: number;
  readonly periodIds: readonly (string | null)[];
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
  /** Those that answer for at least one period. */
  readonly releaseNumbers: readonly number[];
}

/** What an agency has loaded, at one moment. It never changes, so that a request reads all its figures from one state. */
export class Catalogue {
  readonly #byDataset: ReadonlyMap<string, readonly ReleaseRecord[]>;
  readonly #coverage: ReadonlyMap<string, readonly CoverageRecord[]>;
  readonly #answers = new Map<string, Answer | null>();

  constructor(releases: readonly ReleaseRecord[], coverage: readonly CoverageRecord[]) {
    const served = withoutReplacedSamples(releases);
    this.#byDataset = Map.groupBy([...served].sort(newestFirst), (release) => release.datasetId);
    this.#coverage = Map.groupBy(coverage, (record) => record.indicatorId);
  }

  /** The releases of a dataset, newest first; on a date, those published by its end. Empty for a dataset without one. */
  releasesOf(datasetId: string, asPublishedOn: string | null = null): readonly ReleaseRecord[] {
    const all = this.#byDataset.get(datasetId) ?? [];
    return asPublishedOn === null ? all : all.filter((release) => release.publishedAt <= asPublishedOn);
  }

  /**
   * Which release answers for each period of an indicator: period by period the newest whose file covers it.
   *
   * Null where none covers any, or had been published by the end of `asPublishedOn`.
   */
  answer(indicator: { readonly id: string; readonly datasetId: string }, asPublishedOn: string | null): Answer | null {
    const key = `${indicator.id} ${asPublishedOn ?? ''}`;
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    const releases = this.releasesOf(indicator.datasetId, asPublishedOn);
    const answer = answerFrom(releases, this.#coverage.get(indicator.id) ?? []);
    // Dates come from clients: the memory of answers must not grow with them.
    if (this.#answers.size < maximumAnswers) this.#answers.set(key, answer);
    return answer;
  }
}

/** Answers kept in memory: some hundred indicators, as of today and of a few dates each. */
const maximumAnswers = 2_000;

/** A synthetic release takes no part once a real one of its dataset exists, whatever their dates. */
function withoutReplacedSamples(releases: readonly ReleaseRecord[]): readonly ReleaseRecord[] {
  const real = new Set(releases.filter((release) => !release.isSynthetic).map((release) => release.datasetId));
  return releases.filter((release) => !release.isSynthetic || !real.has(release.datasetId));
}

/** Newest by the day of publication, then by the latest period, then by load. */
function newestFirst(a: ReleaseRecord, b: ReleaseRecord): number {
  return (
    compare(b.publishedAt, a.publishedAt) ||
    compare(b.latestPeriodEnd ?? '', a.latestPeriodEnd ?? '') ||
    b.number - a.number
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function answerFrom(newestReleases: readonly ReleaseRecord[], coverage: readonly CoverageRecord[]): Answer | null {
  const byRelease = new Map(coverage.map((record) => [record.releaseNumber, record]));
  const taking = newestReleases.flatMap((release) => {
    const record = byRelease.get(release.number);
    return record === undefined ? [] : [{ release, record }];
  });
  if (taking.length === 0) return null;
  const firstOrdinal = Math.min(...taking.map(({ record }) => record.firstOrdinal));
  const lastOrdinal = Math.max(...taking.map(({ record }) => record.firstOrdinal + record.periodIds.length - 1));
  const byPosition = new Array<AnsweringRelease | null>(lastOrdinal - firstOrdinal + 1).fill(null);
  for (const { release, record } of taking) {
    const answering = { release, firstOrdinal: record.firstOrdinal };
    record.periodIds.forEach((periodId, index) => {
      const position = record.firstOrdinal - firstOrdinal + index;
      if (periodId !== null) byPosition[position] ??= answering;
    });
  }
  const numbers = new Set(byPosition.flatMap((answering) => (answering === null ? [] : [answering.release.number])));
  return { firstOrdinal, byPosition, releaseNumbers: [...numbers] };
}
