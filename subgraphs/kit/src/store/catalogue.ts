import { LRUCache } from 'lru-cache';
import { type Answer, answerFrom, type CoverageRecord, unitedByRelease } from './answering-releases.ts';
import { CatalogueMemory } from './catalogue-memory.ts';
import { type DatasetReleases, isStanding, newestFirst } from './dataset-releases.ts';
import { Reach } from './reach.ts';
import type { ReleaseRecord, StoredRelease } from './release-record.ts';

/**
 * Answers kept in memory: some hundred indicators, as of today and of a few dates each. Dates come from clients: the memory
 * must not grow with them, and asking for many must not cost everybody else theirs.
 */
const maximumAnswers = 2_000;

/** How a catalogue is made. */
export interface CatalogueOptions {
  /** The datasets of which a part is for named users: a release of them with nothing for everybody is not there at all. @default none */
  readonly partlyRestricted?: ReadonlySet<string>;
  /** What the state before has in common with this one, which is not made anew. @default nothing */
  readonly memory?: CatalogueMemory;
}

/** What an agency has loaded and may be seen, at one moment. It never changes, so that a request reads all its figures from one state. */
export class Catalogue {
  readonly #all: readonly StoredRelease[];
  readonly #releases: readonly StoredRelease[];
  readonly #byDataset: ReadonlyMap<string, readonly StoredRelease[]>;
  readonly #coverage: ReadonlyMap<string, readonly CoverageRecord[]>;
  readonly #replaced: ReadonlySet<number>;
  readonly #memory: CatalogueMemory;
  /** Those that were asked for, by dataset. */
  readonly #ordered = new Map<string, DatasetReleases>();
  #describing: readonly StoredRelease[] | null = null;
  /** By indicator. */
  readonly #reach = new Map<string, Reach>();
  #state: string | null = null;
  /** Wrapped, because the cache takes no null. */
  readonly #answers = new LRUCache<string, { readonly answer: Answer | null }>({ max: maximumAnswers });

  constructor(
    all: readonly StoredRelease[],
    coverage: readonly CoverageRecord[],
    { partlyRestricted = new Set(), memory = new CatalogueMemory() }: CatalogueOptions = {},
  ) {
    this.#all = all;
    const isThere = ({ datasetId, observationCount }: StoredRelease) =>
      observationCount > 0 || !partlyRestricted.has(datasetId);
    this.#releases = all.every(isThere) ? all : all.filter(isThere);
    this.#byDataset = Map.groupBy(this.#releases, ({ datasetId }) => datasetId);
    this.#replaced = new Set(this.#releases.filter(({ isReplaced = false }) => isReplaced).map(({ number }) => number));
    this.#coverage = Map.groupBy(coverage, (record) => record.indicatorId);
    this.#memory = memory;
  }

  /**
   * A word for what may be seen of what is loaded: another one after each load, recall and end of an embargo, the same for as long as
   * nothing of these has been. It says nothing else, and nothing of what is still under embargo.
   */
  get state(): string {
    this.#state ??= this.#memory.stateOf(this.#all);
    return this.#state;
  }

  /** The releases that answer for a dataset, newest first; on a date, those that could be seen by its end. Empty for a dataset without one. */
  releasesOf(datasetId: string, asPublishedOn: string | null = null): readonly ReleaseRecord[] {
    const all = this.#ofDataset(datasetId)?.standing ?? [];
    return asPublishedOn === null ? all : all.filter((release) => release.availableOn <= asPublishedOn);
  }

  /** Whether any of some releases, by their numbers, has series that others have come in the place of. */
  isAnyReplaced(numbers: readonly number[]): boolean {
    return this.#replaced.size > 0 && numbers.some((number) => this.#replaced.has(number));
  }

  /** As `releasesOf`, with those that were recalled, which answer for nothing. */
  listedReleasesOf(datasetId: string): readonly ReleaseRecord[] {
    return this.#ofDataset(datasetId)?.listed ?? [];
  }

  #ofDataset(datasetId: string): DatasetReleases | undefined {
    const known = this.#ordered.get(datasetId);
    const own = this.#byDataset.get(datasetId);
    if (known !== undefined || own === undefined) return known;
    const ordered = this.#memory.releasesOf(datasetId, own);
    this.#ordered.set(datasetId, ordered);
    return ordered;
  }

  #findStanding(releaseId: string): ReleaseRecord | undefined {
    const found = this.#releases.find(({ id }) => id === releaseId);
    return found && this.releasesOf(found.datasetId).find(({ id }) => id === releaseId);
  }

  /**
   * The releases that stand, in the order in which they describe what several name: newest first, what is made up after what is
   * real. A sample that real figures replace is among them: it names what nothing else does.
   */
  describingReleases(): readonly StoredRelease[] {
    return (this.#describing ??= this.#releases.filter(isStanding).toSorted(realFirst));
  }

  /** The indicators that a release covers, in no order; none for an unknown id or one that was recalled. */
  indicatorsOf(releaseId: string): readonly { readonly id: string; readonly datasetId: string }[] {
    const release = this.#findStanding(releaseId);
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
    // Asked for several times for each series. No id and no reach has a line break, and none is empty.
    const ofToday = `${id}\n${reach ?? ''}`;
    const name = asPublishedOn === null ? ofToday : `${ofToday}\n${asPublishedOn}`;
    return this.#remembered(name, () => {
      const request = { releases: this.releasesOf(datasetId, asPublishedOn), coverage: covered };
      const at = reach === null ? null : place;
      // Other days are asked for once in a while.
      return asPublishedOn === null
        ? this.#memory.answer(name, { ...request, place: at })
        : answerFrom(request.releases, covered, at);
    });
  }

  #reachOf(indicatorId: string): Reach {
    const known = this.#reach.get(indicatorId) ?? new Reach(this.#coverage.get(indicatorId) ?? []);
    this.#reach.set(indicatorId, known);
    return known;
  }

  /** The places at which a release covers an indicator; null for everywhere. */
  placesOf(releaseId: string, indicatorId: string): readonly string[] | null {
    const release = this.#findStanding(releaseId);
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

function realFirst(a: StoredRelease, b: StoredRelease): number {
  return Number(a.isSynthetic) - Number(b.isSynthetic) || newestFirst(a, b);
}
