import type { ReleaseRecord } from './release-record.ts';
import type { StoredPlace } from './tables.ts';

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

/**
 * Which of some releases, newest first, answers for each period that any of them covers at a place; at any place where it is null.
 * Null where none covers a period. Never throws.
 */
export function answerFrom(
  newestReleases: readonly ReleaseRecord[],
  coverage: readonly CoverageRecord[],
  place: string | null,
): Answer | null {
  const byRelease = new Map<number, TakingRecord>();
  for (const record of coverage.flatMap(withinCovered)) byRelease.set(record.releaseNumber, record);
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
    const positions = positionsAt(record, place);
    if (positions === undefined) continue;
    for (const [index, periodId] of record.periodIds.entries())
      if (periodId !== null && positions?.includes(index + record.skipped) !== false)
        cells[record.firstOrdinal - firstOrdinal + index]?.add(answering, isEverywhere);
  }
  return {
    firstOrdinal,
    byPosition: cells.map(({ newest }) => newest),
    beside: cells.map(({ beside }) => beside ?? none),
    before: cells.map(({ before }) => before ?? none),
    ...numbersIn(cells),
  };
}

function numbersIn(cells: readonly AnsweringCell[]): Pick<Answer, 'releaseNumbers' | 'earlierNumbers'> {
  const [answering, earlier] = [new Set<number>(), new Set<number>()];
  for (const { newest, beside, elsewhere, before } of cells) {
    if (newest !== null) answering.add(newest.release.number);
    for (const { release } of beside ?? none) answering.add(release.number);
    for (const { release } of elsewhere ?? none) answering.add(release.number);
    for (const { release } of before ?? none) earlier.add(release.number);
  }
  return { releaseNumbers: [...answering], earlierNumbers: [...earlier] };
}

/** What answers for one period, as releases are added to it, newest first. */
class AnsweringCell {
  newest: AnsweringRelease | null = null;
  // Of a long history there are thousands of cells, and most have but the newest.
  beside: AnsweringRelease[] | null = null;
  before: AnsweringRelease[] | null = null;
  /** Those that answer where newer ones do not reach, `newest` not among them. */
  elsewhere: AnsweringRelease[] | null = null;
  /** One that reaches everywhere; those of other days that come after it answer nowhere. */
  #last: AnsweringRelease | null = null;

  add(answering: AnsweringRelease, isEverywhere: boolean): void {
    const { newest } = this;
    if (newest === null) this.newest = answering;
    else if (isOfOneDay(newest, answering)) (this.beside ??= []).push(answering);
    else (this.before ??= []).push(answering);
    const isElsewhere = this.#last === null || isOfOneDay(this.#last, answering);
    if (newest !== null && isElsewhere) (this.elsewhere ??= []).push(answering);
    if (isEverywhere) this.#last ??= answering;
  }
}

function isOfOneDay({ release: one }: AnsweringRelease, { release: other }: AnsweringRelease): boolean {
  return one.publishedAt === other.publishedAt && one.isSynthetic === other.isSynthetic;
}

/** Of what a release covers somewhere, the positions that it covers at a place; null where it covers all, and undefined where none. */
function positionsAt(
  { places = null, byPlace }: TakingRecord,
  place: string | null,
): readonly number[] | null | undefined {
  return places === null || place === null ? null : byPlace.get(place);
}

/** What a release covers, within its first and last period that it does. */
interface TakingRecord extends CoverageRecord {
  readonly storedFrom: number;
  /** How many periods of its arrays lie before the first one. */
  readonly skipped: number;
  readonly byPlace: ReadonlyMap<string, readonly number[] | null>;
}

const knownWithin = new WeakMap<CoverageRecord, readonly TakingRecord[]>();

/** What a release covers from its first period to its last, though its arrays may reach further. None where it covers no period. */
function withinCovered(record: CoverageRecord): readonly TakingRecord[] {
  // The same at every place.
  const known = knownWithin.get(record) ?? findWithinCovered(record);
  knownWithin.set(record, known);
  return known;
}

function findWithinCovered(record: CoverageRecord): readonly TakingRecord[] {
  const { firstOrdinal: storedFrom, periodIds } = record;
  const byPlace = new Map(record.places ?? []);
  const first = periodIds.findIndex((id) => id !== null);
  const last = periodIds.findLastIndex((id) => id !== null);
  if (first < 0) return [];
  const covered = { firstOrdinal: storedFrom + first, periodIds: periodIds.slice(first, last + 1) };
  return [{ ...record, ...covered, storedFrom, skipped: first, byPlace }];
}

/** What each release covers for any of some indicators, which have one grid. Never throws. */
export function unitedByRelease(records: readonly CoverageRecord[]): readonly CoverageRecord[] {
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

const none: readonly AnsweringRelease[] = [];
