import { AnsweringCell, type AnsweringRelease, numbersIn } from './answering-cell.ts';
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

/** What is asked of the releases of an indicator. */
export interface AnswerRequest {
  /** Newest first. */
  readonly releases: readonly ReleaseRecord[];
  readonly coverage: readonly CoverageRecord[];
  /** Null for any. */
  readonly place: string | null;
}

/** An answer, and what it is made of. */
export interface FoundAnswer extends Pick<AnswerRequest, 'place'> {
  /** Null where no release covers a period. */
  readonly answer: Answer | null;
  readonly taking: readonly TakingRelease[];
  readonly cells: readonly AnsweringCell[];
}

/** A release that covers periods of the indicator. */
interface TakingRelease extends AnsweringRelease {
  readonly record: TakingRecord;
  /** Those that it covers at the place; null for all, undefined for none. */
  readonly positions: readonly number[] | null | undefined;
  readonly isEverywhere: boolean;
}

/**
 * Which of some releases, newest first, answers for each period that any of them covers at a place; at any place where it is null.
 * Null where none covers a period. Never throws.
 */
export function answerFrom(
  releases: readonly ReleaseRecord[],
  coverage: readonly CoverageRecord[],
  place: string | null,
): Answer | null {
  return findAnswer({ releases, coverage, place }).answer;
}

const nothingFound: FoundAnswer = { answer: null, taking: [], cells: [], place: null };

/** As `answerFrom`. What was found `before` of most of the same releases is taken over but for the periods of those that have come, gone or changed. */
export function findAnswer(request: AnswerRequest, before: FoundAnswer = nothingFound): FoundAnswer {
  const { taking, changed } = besideKnown(takingOf(request, before), before.taking);
  if (changed.length === 0) return before;
  if (taking.length === 0) return nothingFound;
  const firstOrdinal = Math.min(...taking.map(({ record }) => record.firstOrdinal));
  const end = Math.max(...taking.map(({ record }) => record.firstOrdinal + record.periodIds.length));
  const cells = cellsFrom({ taking, changed, before }, firstOrdinal, end - firstOrdinal);
  const answer = {
    firstOrdinal,
    byPosition: cells.map(({ newest }) => newest),
    beside: cells.map(({ beside }) => beside ?? none),
    before: cells.map((cell) => cell.before ?? none),
    ...numbersIn(cells),
  };
  return { answer, taking, cells, place: request.place };
}

/** The releases of an indicator, newest first; those that are known to be asked for at the same place are the same objects, as far as no older one has changed. */
function takingOf({ releases, coverage, place }: AnswerRequest, before: FoundAnswer): readonly TakingRelease[] {
  const byRelease = new Map<number, TakingRecord>();
  for (const one of coverage) for (const record of withinCovered(one)) byRelease.set(record.releaseNumber, record);
  const taking: TakingRelease[] = [];
  for (const release of releases.toReversed()) {
    const record = byRelease.get(release.number);
    if (record === undefined) continue;
    const known = before.place === place ? before.taking.at(-1 - taking.length) : undefined;
    const isKnown = known?.release === release && known.record === record;
    taking.push(isKnown ? known : takingAt(place, release, record));
  }
  return taking.reverse();
}

function takingAt(place: string | null, release: ReleaseRecord, record: TakingRecord): TakingRelease {
  const isEverywhere = (record.places ?? null) === null || place !== null;
  return { release, firstOrdinal: record.storedFrom, record, positions: positionsAt(record, place), isEverywhere };
}

/** Releases as they are known, where they are; and which are not, or not any more. Those that come first or last on both lists are known. */
function besideKnown(taking: readonly TakingRelease[], known: readonly TakingRelease[]) {
  const most = Math.min(taking.length, known.length);
  let [first, last] = [0, 0];
  while (first < most && isSame(taking[first], known[first])) first += 1;
  while (last < most - first && isSame(taking.at(-1 - last), known.at(-1 - last))) last += 1;
  const [added, gone] = [taking.slice(first, taking.length - last), known.slice(first, known.length - last)];
  return {
    taking: [...known.slice(0, first), ...added, ...known.slice(known.length - last)],
    changed: [...added, ...gone],
  };
}

function isSame(one: TakingRelease | undefined, other: TakingRelease | undefined): boolean {
  if (one === other) return true;
  return (
    one?.release === other?.release &&
    one?.record === other?.record &&
    one?.isEverywhere === other?.isEverywhere &&
    arePositionsSame(one?.positions, other?.positions)
  );
}

function arePositionsSame(one: TakingRelease['positions'], other: TakingRelease['positions']): boolean {
  if (one == null || other == null) return one === other;
  return one.length === other.length && one.every((position, index) => position === other[index]);
}

/** Periods of changed releases of which it is cheaper to look at each by itself than at all again. */
const mostLookedAt = 48;

interface Change extends Pick<FoundAnswer, 'taking'> {
  readonly changed: readonly TakingRelease[];
  readonly before: FoundAnswer;
}

function cellsFrom(
  { taking, changed, before }: Change,
  firstOrdinal: number,
  length: number,
): readonly AnsweringCell[] {
  const periods = changed.reduce((sum, { record }) => sum + record.periodIds.length, 0);
  if (before.answer === null || periods > mostLookedAt) return cellsOf(taking, firstOrdinal, length);
  const shift = firstOrdinal - before.answer.firstOrdinal;
  const cells = Array.from({ length }, (_, position) => before.cells[position + shift] ?? new AnsweringCell());
  for (const { record } of changed)
    for (const index of record.periodIds.keys()) {
      const position = record.firstOrdinal + index - firstOrdinal;
      if (position >= 0 && position < length) cells[position] = cellAt(firstOrdinal + position, taking);
    }
  return cells;
}

function cellsOf(taking: readonly TakingRelease[], firstOrdinal: number, length: number): readonly AnsweringCell[] {
  const cells = Array.from({ length }, () => new AnsweringCell());
  for (const one of taking)
    for (const index of one.record.periodIds.keys())
      if (isCovered(one, index)) cells[one.record.firstOrdinal - firstOrdinal + index]?.add(one, one.isEverywhere);
  return cells;
}

function cellAt(ordinal: number, taking: readonly TakingRelease[]): AnsweringCell {
  const cell = new AnsweringCell();
  for (const one of taking) if (isCovered(one, ordinal - one.record.firstOrdinal)) cell.add(one, one.isEverywhere);
  return cell;
}

/** Whether a release covers a period at the place, by the index among those of its record. */
function isCovered({ record, positions }: TakingRelease, index: number): boolean {
  if (positions === undefined || (record.periodIds[index] ?? null) === null) return false;
  return positions === null || positions.includes(index + record.skipped);
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
