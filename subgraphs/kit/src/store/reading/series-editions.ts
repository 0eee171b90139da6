import type { ProtectedReading } from '../../statistics/observation.ts';
import type { AnsweringRelease } from '../answering-cell.ts';
import type { Answer } from '../answering-releases.ts';
import type { SeriesRow, SeriesRows } from '../series-rows.ts';
import { readingAt } from '../stored-reading.ts';
import { editionsServed, type StoredEdition } from './editions-served.ts';

/** A figure that is served in place of that of an earlier day, and the first one that was published of its period. */
export interface Replacement {
  readonly ordinal: number;
  readonly first: ProtectedReading;
  readonly served: ProtectedReading;
}

/** What the releases that cover the periods of a series say of them: which of them is served, and what the others have said. */
export class SeriesEditions {
  readonly #answer: Answer;
  /** The rows of the releases that have the series. */
  readonly rows: SeriesRows;

  constructor(answer: Answer, rows: SeriesRows) {
    this.#answer = answer;
    this.rows = rows;
  }

  /** The row in which a release has the series; undefined where it has none. */
  rowOf(from: AnsweringRelease | null | undefined): SeriesRow | undefined {
    return from == null ? undefined : this.rows.of(from.release.number);
  }

  /**
   * The release whose figure is served, and those whose figures it replaces, newest first. Of those of one day it is the newest that has a
   * figure of the series, and the newest of all where none has. Replaced are those of earlier days, whatever other files of the day repeat.
   */
  candidates(position: number): readonly (AnsweringRelease | null)[] {
    const { byPosition, beside, before } = this.#answer;
    const [newest = null, others = none, earlier = none] = [byPosition[position], beside[position], before[position]];
    // Nearly all figures: one file of a day.
    if (others.length === 0) return [newest, ...earlier];
    const having = [newest, ...others, ...earlier].filter((from) => this.readingFrom(from, position) !== null);
    const [served = null, next = null] = having;
    // An edition that has no figure of the series does not take it from the one before.
    if (served !== newest && !others.some((other) => other === served)) return [newest];
    const replaced = having.filter((from) => from !== null && earlier.includes(from));
    return [served, ...(replaced.length > 0 ? replaced : [next])];
  }

  /** What a release says of a position, without marks; null where it says nothing of it. */
  readingFrom(from: AnsweringRelease | null | undefined, position: number): ProtectedReading | null {
    const row = this.rowOf(from);
    if (row === undefined || from == null) return null;
    const index = this.#answer.firstOrdinal + position - from.firstOrdinal;
    return index < 0 || index >= row.length ? null : readingAt(row.lists, row.first + index);
  }

  /** The figures of which editions of two days or more have one, oldest period first: the first edition's and the newest's. */
  replacements(): readonly Replacement[] {
    return this.#answer.byPosition.flatMap((_, position) => {
      const [from = null, ...others] = this.candidates(position);
      const served = this.readingFrom(from, position);
      const first = others
        .filter((other) => other !== null && from !== null && other.release.publishedAt < from.release.publishedAt)
        .map((other) => this.readingFrom(other, position))
        .findLast((reading) => reading?.status === 'PUBLISHED');
      if (served?.status !== 'PUBLISHED' || first == null) return [];
      return [{ ordinal: this.#answer.firstOrdinal + position, first, served }];
    });
  }

  /** What is read of a cell, without marks, and the release that it is read from; null for what lies beyond the grid, or in no release. */
  seenAt(ordinal: number): { readonly reading: ProtectedReading | null; readonly from: AnsweringRelease } | null {
    const position = ordinal - this.#answer.firstOrdinal;
    const [from = null] = this.candidates(position);
    return from === null ? null : { from, reading: this.readingFrom(from, position) };
  }

  /** What each edition that has a cell says of it, oldest first: see `editionsServed`. */
  editionsOf(ordinal: number): readonly StoredEdition[] {
    const position = ordinal - this.#answer.firstOrdinal;
    const { byPosition, beside, before } = this.#answer;
    const covering = [byPosition[position], ...(beside[position] ?? none), ...(before[position] ?? none)];
    const readOf = (from: AnsweringRelease) => this.readingFrom(from, position);
    return editionsServed(
      covering.filter((from) => from != null),
      readOf,
    );
  }

  /** The published figures of a period, by the day of their edition: of several files of a day, that of the newest. */
  publishedAt(position: number): ReadonlyMap<string, number> {
    const { byPosition, beside, before } = this.#answer;
    const figures = new Map<string, number>();
    for (const from of [byPosition[position], ...(beside[position] ?? none), ...(before[position] ?? none)]) {
      const reading = this.readingFrom(from, position);
      if (from == null || reading?.status !== 'PUBLISHED' || reading.value === null) continue;
      const { publishedAt } = from.release;
      if (!figures.has(publishedAt)) figures.set(publishedAt, reading.value);
    }
    return figures;
  }
}

const none: readonly AnsweringRelease[] = [];
