import type { AreaType } from '@boroughgraph/schema/vocabulary/core.ts';
import { resolveAreaName } from '../geography/area-names.ts';
import type { AreaRecord } from '../geography/areas.ts';
import { slug } from '../statistics/dimensions.ts';
import type { Reading } from '../statistics/observation.ts';
import { likelyFigures } from './likely-figures.ts';
import { type Markers, readingOfMarker } from './markers.ts';
import { nearestOf } from './nearest.ts';
import { parseNumber } from './numbers.ts';
import { RowProblem } from './row-problem.ts';
import type { RawRow } from './records.ts';

/** Where each column of a format lies in the file at hand; a column that the file lacks is absent. */
export type ColumnPositions = ReadonlyMap<string, { readonly position: number; readonly heading: string }>;

/** What a figure that cannot be read is taken for, in a row that is rejected for it: withheld. */
const unreadable: Reading = { value: null, status: 'CONFIDENTIAL' };

/**
 * One row of a file, read by the names that its format gives to columns. What cannot be read is a RowProblem, which every reader
 * throws.
 *
 * Where problems are kept, that of a figure is not thrown (`problem`), and the figure taken for a withheld one: all faults of the row are
 * told together, and which cell it was to give is known, since a cell that is left out follows from its total.
 */
export class Row {
  readonly line: number;
  readonly #cells: readonly string[];
  readonly #columns: ColumnPositions;
  readonly #keepsProblems: boolean;
  readonly #problems: RowProblem[] = [];
  /** Whether a cell could not be read at all: what rests on several cells cannot be judged then. */
  #hasUnreadable = false;
  readonly #places: string[] = [];

  constructor(
    { line, cells }: RawRow,
    columns: ColumnPositions,
    { keepsProblems = false }: { readonly keepsProblems?: boolean } = {},
  ) {
    this.line = line;
    this.#cells = cells;
    this.#columns = columns;
    this.#keepsProblems = keepsProblems;
  }

  /** What could not be read, where the row was read on all the same: it is rejected for it. Null for none. */
  get problem(): RowProblem | null {
    return RowProblem.ofAll(this.#problems);
  }

  /**
   * Reads a part of the row that does not rest on the others. What is wrong with it is kept (`problem`), so that all faults of a row are
   * told at once; null then.
   */
  attempt<T>(read: () => T): T | null {
    try {
      return read();
    } catch (problem) {
      if (!this.#keepsProblems || !(problem instanceof RowProblem)) throw problem;
      this.#keepProblem(problem, true);
      return null;
    }
  }

  /** All that is wrong with the row, a problem at which its reader stopped included. */
  problemsWith(last: RowProblem): RowProblem {
    const isKept = this.#problems.some((problem) => problem === last || problem.column === last.column);
    return this.problem === last || isKept
      ? (this.problem ?? last)
      : (RowProblem.ofAll([...this.#problems, last]) ?? last);
  }

  /** The places that the row is known to be about, as far as it was read; none where it could not be told. */
  get places(): readonly string[] {
    return this.#places;
  }

  /** Says that the row is about a place, so that where it is rejected the totals of others stay whole. */
  concerns(place: string): void {
    this.#places.push(place);
  }

  /** True when every cell is blank. */
  isBlank(): boolean {
    return this.#cells.every((cell) => cell.trim() === '');
  }

  /** All cells as one text: rows with the same one are exact copies of each other. */
  wholeText(): string {
    return this.#cells.join('\u001f');
  }

  /** True when the file has the column. */
  has(column: string): boolean {
    return this.#columns.has(column);
  }

  /** The text of a cell without space around it; empty where the file lacks the column. */
  text(column: string): string {
    const at = this.#columns.get(column);
    return at === undefined ? '' : (this.#cells[at.position] ?? '').trim();
  }

  /** The text of the cell at a position. */
  at(position: number): string {
    return (this.#cells[position] ?? '').trim();
  }

  /** A number, or what a marker stands for. */
  reading(column: string, markers: Markers = {}): Reading {
    return this.#readingOf(this.#heading(column), this.text(column), markers);
  }

  /** A whole number of zero or more, or what a marker stands for. `4299.0` is whole. */
  count(column: string, markers: Markers = {}): Reading {
    return this.#wholeCount(this.#heading(column), this.text(column), this.reading(column, markers));
  }

  /** A number in the cell at a position, or what a marker stands for. */
  readingAt(position: number, heading: string, markers: Markers = {}): Reading {
    return this.#readingOf(heading, this.at(position), markers);
  }

  /** A whole number of zero or more in the cell at a position, or what a marker stands for. */
  countAt(position: number, heading: string, markers: Markers = {}): Reading {
    return this.#wholeCount(heading, this.at(position), this.readingAt(position, heading, markers));
  }

  /** A number, which must be there; zero where its problem is kept. */
  number(column: string): number {
    const { value } = this.reading(column);
    return value ?? this.refuse(column, 'a number').value ?? 0;
  }

  /** The value of the given ones whose key the cell holds, in any case and with any hyphens, commas, spaces and ampersands. */
  oneOf<T>(column: string, choices: Readonly<Record<string, T>>): T {
    const found = this.text(column).toLowerCase();
    // Most cells are spelt as the choice is; the search through all of them is for those that are not.
    const exact = Object.hasOwn(choices, found) ? choices[found] : undefined;
    if (exact !== undefined) return exact;
    const match =
      Object.entries(choices).find(([text]) => text.toLowerCase() === found) ?? looselyAlike(found, choices);
    return match === undefined ? this.rejectLabel(column, Object.keys(choices)) : match[1];
  }

  /** The area that a name stands for. An unknown or ambiguous name is a problem that lists candidates. */
  area(column: string, types: readonly AreaType[] = ['BOROUGH']): AreaRecord {
    const resolved = resolveAreaName(this.text(column), types);
    if (resolved.kind === 'found') {
      this.concerns(resolved.area.code);
      return resolved.area;
    }
    const candidates = resolved.candidates.map((area) => area.name);
    return this.reject(
      column,
      `the name of ${types.map((type) => type.toLowerCase().replaceAll('_', ' ')).join(' or ')}`,
      candidates,
    );
  }

  /** Refuses the row for a label that is none of the known ones, with those that are nearest to it. */
  rejectLabel(column: string, known: readonly string[]): never {
    const labels = [...new Set(known)].filter((label) => label !== '');
    const expected =
      labels.length > mostListed ? `one of the ${labels.length} that are known here` : `one of ${labels.join(', ')}`;
    return this.reject(column, expected, labels.length > mostListed ? nearestOf(this.text(column), labels) : []);
  }

  /** Refuses the row for one of its cells, by which it cannot be told what it is about. */
  reject(column: string, expected: string, candidates: readonly string[] = []): never {
    throw new RowProblem({ column: this.#heading(column), found: this.text(column), expected, candidates });
  }

  /** Refuses the row for a figure: what to take for it, where the problem is kept. */
  refuse(column: string, expected: string): Reading {
    const problem = new RowProblem({ column: this.#heading(column), found: this.text(column), expected });
    return this.#refuseFigure(problem, false);
  }

  #heading(column: string): string {
    return this.#columns.get(column)?.heading ?? column;
  }

  #readingOf(heading: string, text: string, markers: Markers): Reading {
    const marked = readingOfMarker(markers, text);
    if (marked !== null) return marked;
    const value = parseNumber(text);
    if (value !== null) return publishedReading(value);
    const known = Object.keys(markers).filter((marker) => marker !== '');
    const expected = known.length === 0 ? 'a number' : `a number or one of ${known.join(' ')}`;
    const candidates = likelyFigures(text, known);
    return this.#refuseFigure(new RowProblem({ column: heading, found: text, expected, candidates }));
  }

  #wholeCount(heading: string, found: string, reading: Reading): Reading {
    const { value } = reading;
    // A percentage is no count, even where it is whole.
    if (value !== null && (value < 0 || !Number.isInteger(value) || found.includes('%')))
      return this.#refuseFigure(new RowProblem({ column: heading, found, expected: 'a whole number of zero or more' }));
    return reading;
  }

  #refuseFigure(problem: RowProblem, isUnreadable = true): Reading {
    if (!this.#keepsProblems) throw problem;
    // Nothing was read of a cell that it may contradict.
    if (isUnreadable || !this.#hasUnreadable) this.#keepProblem(problem, isUnreadable);
    return unreadable;
  }

  #keepProblem(problem: RowProblem, isUnreadable: boolean): void {
    this.#hasUnreadable ||= isUnreadable;
    if (!this.#problems.some(({ column }) => column !== null && column === problem.column))
      this.#problems.push(problem);
  }
}

/** Readings of the whole numbers that most cells hold, each one object: a file has hundreds of thousands of cells. */
const smallReadings: readonly Reading[] = Array.from({ length: 1_000 }, (_, value) => ({ value, status: 'PUBLISHED' }));

function publishedReading(value: number): Reading {
  // Zero below zero is a number of its own.
  const shared = Object.is(value, -0) ? undefined : smallReadings[value];
  return shared ?? { value, status: 'PUBLISHED' };
}

/** Labels that are listed where none of them is meant; of more, the nearest. */
const mostListed = 8;

/** Signs that make another label of a text: `50+` is not `50`. */
const telling = /[<>≤≥+±%]/;

/** The one choice that a label means but for its hyphens, commas, spaces and ampersands; undefined where none or several are, or it is a number. */
function looselyAlike<T>(label: string, choices: Readonly<Record<string, T>>): readonly [string, T] | undefined {
  const wanted = slug(label);
  if (!/^[a-z0-9]/.test(label) || !/[a-z]{2}/.test(wanted) || telling.test(label)) return undefined;
  const alike = Object.entries(choices).filter(([text]) => slug(text) === wanted && !telling.test(text));
  return alike.length === 1 ? alike[0] : undefined;
}
