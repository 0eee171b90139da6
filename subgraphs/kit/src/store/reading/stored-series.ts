import type { ObservationFlag } from '@boroughgraph/schema/vocabulary/core.ts';
import { dimensionsOf } from '../../statistics/dimensions.ts';
import { flagBits, flagsOf, type ProtectedReading } from '../../statistics/observation.ts';
import {
  type DeclaredBreak,
  type IndicatorDefinition,
  remarksOn,
  type SeriesBreak,
} from '../../statistics/indicator.ts';
import { periodAt } from '../../statistics/periods.ts';
import type { AnsweringRelease } from '../answering-cell.ts';
import type { Answer } from '../answering-releases.ts';
import type { SeriesRows } from '../series-rows.ts';
import { seamsBetween } from './edition-seams.ts';
import type { StoredEdition } from './editions-served.ts';
import { type HeldNarrowings, textOfNarrowing } from './held-narrowings.ts';
import { type Replacement, SeriesEditions } from './series-editions.ts';

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

/** What releases hold of a series. */
interface StoredRows {
  readonly rows: SeriesRows;
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
  readonly #editions: SeriesEditions;
  readonly #request: SeriesRequest;
  readonly #held: HeldNarrowings | null;
  readonly #cells: (StoredCell | undefined)[] = [];
  #positions: readonly number[] | null = null;
  #gaps: readonly (readonly [first: number, last: number])[] | null = null;
  #lifetime: Lifetime | null = null;
  #breaks: readonly SeriesBreak[] | null = null;
  #afterBreaks: ReadonlySet<number> | null = null;

  constructor(request: SeriesRequest, answer: Answer, { rows, held }: StoredRows) {
    this.answer = answer;
    this.#request = request;
    this.#held = held;
    this.#editions = new SeriesEditions(answer, rows);
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
    return this.length * cellBytes + this.#editions.rows.estimatedBytes;
  }

  /** True where a release that answers has a series of this narrowing. */
  get isHeld(): boolean {
    return this.#editions.rows.count > 0;
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
    const [from = null] = this.#editions.candidates(position);
    const ordinal = this.answer.firstOrdinal + position;
    const row = this.#editions.rowOf(from);
    if (row === undefined || from === null) {
      const reading = from === null || this.#isAlive(position) ? null : notApplicable;
      return { ordinal, reading, denominatorPeriodId: null, denominatorSource: null, from };
    }
    const index = ordinal - from.firstOrdinal;
    const isInRow = index >= 0 && index < row.length;
    const denominatorPeriodId = isInRow ? (row.lists.denominatorPeriodIds?.[row.first + index] ?? null) : null;
    const { denominatorSource } = row;
    return { ordinal, reading: this.#markedReading(position), denominatorPeriodId, denominatorSource, from };
  }

  /** See {@link SeriesEditions.replacements}. */
  replacements(): readonly Replacement[] {
    return this.#editions.replacements();
  }

  /** See {@link SeriesEditions.seenAt}. */
  seenAt(ordinal: number): ReturnType<SeriesEditions['seenAt']> {
    return this.#editions.seenAt(ordinal);
  }

  /** See {@link SeriesEditions.editionsOf}. */
  editionsOf(ordinal: number): readonly StoredEdition[] {
    return this.#editions.editionsOf(ordinal);
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
    return remarksOn(indicator.breaks, { place, dimensions: dimensionsOf(dimensionKey) }).flatMap((declared) =>
      this.#servedBreaks(declared),
    );
  }

  /** A break of which no source says the day stands where a figure that is loaded may be of another way than the one before it. */
  #servedBreaks({ undated, ...declared }: DeclaredBreak): readonly SeriesBreak[] {
    if (undated === undefined) return [declared];
    const first = this.#publishedFrom(0);
    const found = [undated.unsureFrom, undated.newFrom].map((day) => this.#publishedFrom(this.#firstPeriodFrom(day)));
    const positions = new Set(found.filter((position) => position > first));
    return [...positions].map((position) => {
      const { start } = periodAt(this.#request.indicator.grid, this.answer.firstOrdinal + position);
      return { ...declared, at: start };
    });
  }

  #seams(): readonly SeriesBreak[] {
    const { indicator } = this.#request;
    if (indicator.hasSeams !== true) return [];
    const days = new Set(this.answer.byPosition.flatMap((from) => from?.release.publishedAt ?? []));
    if (days.size < 2) return [];
    const cells = this.answer.byPosition.map((_, position) => {
      const edition = this.#editions.candidates(position)[0]?.release.publishedAt ?? null;
      return { ordinal: this.answer.firstOrdinal + position, edition, figures: this.#editions.publishedAt(position) };
    });
    return seamsBetween(indicator.grid, cells);
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
    const [from = null, ...earlier] = this.#editions.candidates(position);
    const reading = this.#editions.readingFrom(from, position);
    // A cell without a figure has no marks: they would tell what it hides.
    if (reading?.status !== 'PUBLISHED') return reading;
    const isRevised = earlier.some((release) => {
      const before = this.#editions.readingFrom(release, position);
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
      if (this.#editions.readingFrom(this.#editions.candidates(position)[0], position)?.status === 'PUBLISHED')
        return position;
    return -1;
  }
}

/** A cell with its reading, and all that is worked out of it. */
const cellBytes = 240;
const none: readonly AnsweringRelease[] = [];
const greatestCommonDivisor = (one: number, other: number): number =>
  other === 0 ? one : greatestCommonDivisor(other, one % other);
const notApplicable: ProtectedReading = { value: null, status: 'NOT_APPLICABLE' };
const revised: readonly ObservationFlag[] = ['REVISED'];
const breakBefore: readonly ObservationFlag[] = ['BREAK_BEFORE'];

const noFlags: readonly ObservationFlag[] = [];
