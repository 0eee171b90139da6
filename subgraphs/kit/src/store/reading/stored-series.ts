import type { ObservationFlag } from '@boroughgraph/schema/vocabulary/core.ts';
import { dimensionsOf } from '../../statistics/dimensions.ts';
import { flagBits, flagsOf, type ProtectedReading } from '../../statistics/observation.ts';
import { type IndicatorDefinition, remarksOn, type SeriesBreak } from '../../statistics/indicator.ts';
import { periodAt } from '../../statistics/periods.ts';
import type { Answer, AnsweringRelease } from '../answering-releases.ts';
import type { SeriesRecord } from '../series-columns.ts';
import { readingAt } from '../stored-reading.ts';
import { seamsBetween } from './edition-seams.ts';
import { editionsServed, type StoredEdition } from './editions-served.ts';
import { type HeldNarrowings, textOfNarrowing } from './held-narrowings.ts';

/** One series as of a date; null is today. */
export interface SeriesRequest {
  readonly indicator: IndicatorDefinition;
  readonly place: string;
  readonly dimensionKey: string;
  readonly asPublishedOn: string | null;
}

/** A cell and where it stands. A null reading is a gap; a null `from` is one that lies in no release. */
export interface StoredCell {
  readonly ordinal: number;
  readonly reading: ProtectedReading | null;
  readonly denominatorPeriodId: string | null;
  readonly denominatorSource: string | null;
  readonly from: AnsweringRelease | null;
  /** True where the release of it is not told: its counts are of places that the caller may not know. @default false */
  readonly isReleaseHidden?: boolean;
}

/** A figure that is served in place of that of an earlier day, and the first one that was published of its period. */
interface Replacement {
  readonly ordinal: number;
  readonly first: ProtectedReading;
  readonly served: ProtectedReading;
}

/** What releases hold of a series. */
interface StoredRecords {
  readonly records: readonly SeriesRecord[];
  /** Which narrowings each release has at any place; null where it does not matter. */
  readonly held: HeldNarrowings | null;
}

/** The positions between which releases have a narrowing at any place, both included; none where the first is after the last. */
interface Lifetime {
  readonly first: number;
  readonly last: number;
}

/** The whole grid of one series, each cell from the release that answers for its period. */
export class StoredSeries {
  readonly answer: Answer;
  readonly #request: SeriesRequest;
  readonly #records: ReadonlyMap<number, SeriesRecord>;
  readonly #held: HeldNarrowings | null;
  readonly #cells: (StoredCell | undefined)[] = [];
  #positions: readonly number[] | null = null;
  #gaps: readonly (readonly [first: number, last: number])[] | null = null;
  #lifetime: Lifetime | null = null;
  #breaks: readonly SeriesBreak[] | null = null;
  #afterBreaks: ReadonlySet<number> | null = null;

  constructor(request: SeriesRequest, answer: Answer, { records, held }: StoredRecords) {
    this.answer = answer;
    this.#request = request;
    this.#held = held;
    this.#records = new Map(records.map((record) => [record.releaseNumber, record]));
  }

  /** Cells from the first period to the last. */
  get length(): number {
    return this.answer.byPosition.length;
  }

  /**
   * The positions of the grid that its publisher means, from the first to the last: of windows of twelve months, which begin every
   * month, those at the interval at which they are published. What lies between two of them is no gap.
   */
  positionsOnGrid(): readonly number[] {
    return (this.#positions ??= this.#findPositions());
  }

  #findPositions(): readonly number[] {
    const all = Array.from({ length: this.length }, (_, position) => position);
    if (this.#request.indicator.grid.type !== 'ROLLING_12_MONTHS') return all;
    const covered = all.filter((position) => this.answer.byPosition[position] != null);
    const [first = 0] = covered;
    const interval = covered.map((position) => position - first).reduce(greatestCommonDivisor, 0);
    return interval <= 1 ? all : all.filter((position) => (position - first) % interval === 0);
  }

  /** Bytes of memory that it takes, about, with all that is remembered of its cells. */
  get estimatedBytes(): number {
    const lists = [...this.#records.values()].flatMap((record) => Object.values(record).filter(Array.isArray));
    return lists.reduce((sum, { length }) => sum + length * numberBytes, this.length * cellBytes);
  }

  /** True where a release that answers has a series of this narrowing. */
  get isHeld(): boolean {
    return this.#records.size > 0;
  }

  /** True where a release that answers for a period is made up. */
  get isSynthetic(): boolean {
    return this.answer.byPosition.some((from) => from?.release.isSynthetic === true);
  }

  /** The cell at a position of the grid, marked where it differs from what it replaces, and where it is the first after a break. */
  cell(position: number): StoredCell {
    return (this.#cells[position] ??= this.#cellAt(position));
  }

  #cellAt(position: number): StoredCell {
    const [from = null] = this.#candidates(position);
    const ordinal = this.answer.firstOrdinal + position;
    const record = this.#recordOf(from);
    if (record === undefined || from === null) {
      const reading = from === null || this.#isAlive(position) ? null : notApplicable;
      return { ordinal, reading, denominatorPeriodId: null, denominatorSource: null, from };
    }
    const index = ordinal - from.firstOrdinal;
    const denominatorPeriodId = record.denominatorPeriodIds?.[index] ?? null;
    const { denominatorSource } = record;
    return { ordinal, reading: this.#markedReading(position), denominatorPeriodId, denominatorSource, from };
  }

  /** The figures of which editions of two days or more have one, oldest period first: the first edition's and the newest's. */
  replacements(): readonly Replacement[] {
    return this.answer.byPosition.flatMap((_, position) => {
      const [from = null, ...others] = this.#candidates(position);
      const served = this.#readingFrom(from, position);
      const first = others
        .filter((other) => other !== null && from !== null && other.release.publishedAt < from.release.publishedAt)
        .map((other) => this.#readingFrom(other, position))
        .findLast((reading) => reading?.status === 'PUBLISHED');
      if (served?.status !== 'PUBLISHED' || first == null) return [];
      return [{ ordinal: this.answer.firstOrdinal + position, first, served }];
    });
  }

  /** What is read of a cell, without marks, and the release that it is read from; null for what lies beyond the grid, or in no release. */
  seenAt(ordinal: number): { readonly reading: ProtectedReading | null; readonly from: AnsweringRelease } | null {
    const position = ordinal - this.answer.firstOrdinal;
    const [from = null] = this.#candidates(position);
    return from === null ? null : { from, reading: this.#readingFrom(from, position) };
  }

  /** What each edition that has a cell says of it, oldest first: see `editionsServed`. */
  editionsOf(ordinal: number): readonly StoredEdition[] {
    const position = ordinal - this.answer.firstOrdinal;
    const { byPosition, beside, before } = this.answer;
    const covering = [byPosition[position], ...(beside[position] ?? none), ...(before[position] ?? none)];
    const readOf = (from: AnsweringRelease) => this.#readingFrom(from, position);
    return editionsServed(
      covering.filter((from) => from != null),
      readOf,
    );
  }

  /** The days at which figures before and after are not comparable, oldest first: those declared, and those where editions meet. */
  breaks(): readonly SeriesBreak[] {
    return (this.#breaks ??= [...this.#declaredBreaks(), ...this.#seams()].toSorted((a, b) => (a.at < b.at ? -1 : 1)));
  }

  /** The gaps that lie in no release, oldest first: of each the first and the last ordinal. */
  gaps(): readonly (readonly [first: number, last: number])[] {
    return (this.#gaps ??= this.#findGaps());
  }

  #findGaps(): readonly (readonly [first: number, last: number])[] {
    const found: (readonly [number, number])[] = [];
    let open: readonly [number, number] | null = null;
    for (const position of this.positionsOnGrid()) {
      const ordinal = this.answer.firstOrdinal + position;
      if (this.answer.byPosition[position] != null) open = null;
      else if (open === null) found.push((open = [ordinal, ordinal]));
      else found[found.length - 1] = open = [open[0], ordinal];
    }
    return found;
  }

  #declaredBreaks(): readonly SeriesBreak[] {
    const { indicator, place, dimensionKey } = this.#request;
    return remarksOn(indicator.breaks, { place, dimensions: dimensionsOf(dimensionKey) });
  }

  #seams(): readonly SeriesBreak[] {
    const { indicator } = this.#request;
    const days = new Set(this.answer.byPosition.flatMap((from) => from?.release.publishedAt ?? []));
    if (indicator.hasSeams !== true || days.size < 2) return [];
    const cells = this.answer.byPosition.map((_, position) => {
      const edition = this.#candidates(position)[0]?.release.publishedAt ?? null;
      return { ordinal: this.answer.firstOrdinal + position, edition, figures: this.#figuresAt(position) };
    });
    return seamsBetween(indicator.grid, cells);
  }

  /** The published figures of a period, by the day of their edition: of several files of a day, that of the newest. */
  #figuresAt(position: number): ReadonlyMap<string, number> {
    const { byPosition, beside, before } = this.answer;
    const figures = new Map<string, number>();
    for (const from of [byPosition[position], ...(beside[position] ?? none), ...(before[position] ?? none)]) {
      const reading = this.#readingFrom(from, position);
      if (from == null || reading?.status !== 'PUBLISHED' || reading.value === null) continue;
      const { publishedAt } = from.release;
      if (!figures.has(publishedAt)) figures.set(publishedAt, reading.value);
    }
    return figures;
  }

  /** Whether its breakdown has begun and has not ended by then: what the publisher no longer tells apart is not missing. */
  #isAlive(position: number): boolean {
    const { dimensionKey, indicator } = this.#request;
    if (this.#held === null || dimensionKey === '') return true;
    this.#lifetime ??= this.#findLifetime(this.#held, textOfNarrowing(indicator.id, dimensionKey));
    return this.#lifetime.first <= position && position <= this.#lifetime.last;
  }

  #findLifetime(held: HeldNarrowings, narrowing: string): Lifetime {
    const { byPosition, beside } = this.answer;
    const has = (from: AnsweringRelease | null) =>
      from !== null && held.get(from.release.number)?.has(narrowing) === true;
    const having = byPosition.map((newest, position) => [newest, ...(beside[position] ?? none)].some(has));
    const first = having.indexOf(true);
    return first < 0 ? { first: having.length, last: -1 } : { first, last: having.lastIndexOf(true) };
  }

  #markedReading(position: number): ProtectedReading | null {
    const [from = null, ...earlier] = this.#candidates(position);
    const reading = this.#readingFrom(from, position);
    // A cell without a figure has no marks: they would tell what it hides.
    if (reading?.status !== 'PUBLISHED') return reading;
    const isRevised = earlier.some((release) => {
      const before = this.#readingFrom(release, position);
      return before?.status === 'PUBLISHED' && before.value !== reading.value;
    });
    this.#afterBreaks ??= this.#findAfterBreaks();
    const isAfterBreak = this.#afterBreaks.has(position);
    if (!isRevised && !isAfterBreak) return reading;
    const marks = [...(isRevised ? revised : noFlags), ...(isAfterBreak ? breakBefore : noFlags)];
    return { ...reading, flags: flagsOf(flagBits(reading.flags ?? noFlags) | flagBits(marks)) };
  }

  /** The position of the first published figure after each break that has one before it. */
  #findAfterBreaks(): ReadonlySet<number> {
    const breaks = this.breaks();
    const first = breaks.length === 0 ? -1 : this.#publishedFrom(0);
    const after = breaks.map(({ at }) => {
      const position = this.#publishedFrom(this.#firstPeriodFrom(at));
      return first < 0 || position <= first ? -1 : position;
    });
    return new Set(after.filter((position) => position >= 0));
  }

  /** The position of the first period that begins on a day or later, found by halving; the length of the grid where none does. */
  #firstPeriodFrom(day: string): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const { start } = periodAt(this.#request.indicator.grid, this.answer.firstOrdinal + middle);
      if (start < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The position of the first published figure from a position on; -1 where there is none. */
  #publishedFrom(start: number): number {
    for (let position = start; position < this.length; position += 1)
      if (this.#readingFrom(this.#candidates(position)[0], position)?.status === 'PUBLISHED') return position;
    return -1;
  }

  /**
   * The release whose figure is served, and those whose figures it replaces, newest first. Of those of one day it is the newest that has a
   * figure of the series, and the newest of all where none has. Replaced are those of earlier days, whatever other files of the day repeat.
   */
  #candidates(position: number): readonly (AnsweringRelease | null)[] {
    const { byPosition, beside, before } = this.answer;
    const [newest = null, others = none, earlier = none] = [byPosition[position], beside[position], before[position]];
    // Nearly all figures: one file of a day.
    if (others.length === 0) return [newest, ...earlier];
    const having = [newest, ...others, ...earlier].filter((from) => this.#readingFrom(from, position) !== null);
    const [served = null, next = null] = having;
    // An edition that has no figure of the series does not take it from the one before.
    if (served !== newest && !others.some((other) => other === served)) return [newest];
    const replaced = having.filter((from) => from !== null && earlier.includes(from));
    return [served, ...(replaced.length > 0 ? replaced : [next])];
  }

  #readingFrom(from: AnsweringRelease | null | undefined, position: number): ProtectedReading | null {
    const record = this.#recordOf(from);
    if (record === undefined || from == null) return null;
    return readingAt(record, this.answer.firstOrdinal + position - from.firstOrdinal);
  }

  #recordOf(from: AnsweringRelease | null | undefined): SeriesRecord | undefined {
    return from == null ? undefined : this.#records.get(from.release.number);
  }
}

/** A number in a list, where it is a fraction; a cell with its reading, and all that is worked out of it. */
const numberBytes = 20;
const cellBytes = 240;
const none: readonly AnsweringRelease[] = [];
const greatestCommonDivisor = (one: number, other: number): number =>
  other === 0 ? one : greatestCommonDivisor(other, one % other);
const notApplicable: ProtectedReading = { value: null, status: 'NOT_APPLICABLE' };
const revised: readonly ObservationFlag[] = ['REVISED'];
const breakBefore: readonly ObservationFlag[] = ['BREAK_BEFORE'];

const noFlags: readonly ObservationFlag[] = [];
