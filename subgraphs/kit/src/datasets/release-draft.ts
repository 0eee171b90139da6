import type { ObservationFlag } from '@boroughgraph/schema/vocabulary/core.ts';
import { areaByCode } from '../geography/areas.ts';
import { dimensionKey, type Dimensions } from '../statistics/dimensions.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';
import { hiddenBecause } from './hidden-place.ts';
import { impossibilityOf } from '../statistics/impossible-reading.ts';
import { lowestCoverage, notWorkedOut, restingOn } from '../statistics/coverage.ts';
import type { Reading } from '../statistics/observation.ts';
import { publicIdOf } from '../statistics/period-kinds.ts';
import { periodAt } from '../statistics/periods.ts';
import type { FactRecord } from '../store/site.ts';
import { FileProblem, RowProblem } from '../files/row-problem.ts';

/** What a row says of one series. */
export interface StagedSeries {
  readonly indicator: IndicatorDefinition;
  /** An area code, or the id of a site. */
  readonly place: string;
  readonly dimensions?: Dimensions;
  /** One reading at most for each period, by the ordinal of the indicator's grid. */
  readonly cells: readonly StagedCell[];
  /** `once` refuses a second reading of one cell; `sum` adds it to the first. @default 'once' */
  readonly combine?: 'once' | 'sum';
  /** True where one row gives the whole of a sum, so that it lacks nothing where another row is rejected. @default false */
  readonly isWhole?: boolean;
  /**
   * True where figures of parts, such as the boroughs of a force, are added up, of which the coverage of the readings says how many
   * there are: where that is less than the indicator needs, there is no sum. @default false
   */
  readonly isOfParts?: boolean;
  readonly denominatorSource?: string;
}
export interface StagedCell {
  readonly ordinal: number;
  readonly reading: Reading;
  readonly denominatorPeriodId?: string;
}

/** What a file says of one series. */
export interface DraftSeries {
  readonly indicator: IndicatorDefinition;
  readonly place: string;
  readonly dimensions: Dimensions;
  readonly dimensionKey: string;
  readonly readings: ReadonlyMap<number, Reading>;
  readonly denominatorPeriodIds: ReadonlyMap<number, string>;
  readonly denominatorSource: string | null;
}

/** A series to which the rows of a file still add. */
interface GrowingSeries extends DraftSeries {
  readonly readings: Map<number, Reading>;
  readonly denominatorPeriodIds: Map<number, string>;
  denominatorSource: string | null;
}

/**
 * What the rows of a file are without those that were rejected. `whole`: each says what it says by itself. `too-low`: some are added up,
 * and a part of the sum is missing. `not-alone`: they list what there is, so that what is missing would look as if it were not there.
 */
export type RestOfRows = 'whole' | 'too-low' | 'not-alone';

/**
 * Figures of one file at most, with which a load takes under 500 MB of memory. The largest published file at hand has 627,864, two years
 * of all wards.
 */
const mostFigures = 700_000;

/** What is known of a release while its file is read. A row that turns out to be bad leaves no trace in its series and facts. */
export class ReleaseDraft {
  readonly #series = new Map<string, GrowingSeries>();
  /** The ordinals that the file covers for each indicator. */
  readonly covered = new Map<IndicatorDefinition, Set<number>>();
  readonly facts = new Map<string, FactRecord>();
  /** What a person should look at: implausible values and missing parts. */
  readonly notices: string[] = [];
  /** What rows that were rejected were to give, as far as it could be read: of some not even that. */
  readonly rejectedRows: (readonly StagedSeries[])[] = [];
  readonly #wholes = new Set<IndicatorDefinition>();
  readonly #mostFigures: number;
  /** Figures of rows, kept or rejected. */
  #held = 0;
  #staged: StagedSeries[] = [];
  #stagedFacts: FactRecord[] = [];
  /** The series that several rows add up to. */
  readonly #summed = new Set<GrowingSeries>();
  /** The series that add up figures of parts. */
  readonly #ofParts = new Set<GrowingSeries>();
  /** The places that rejected rows are about; null where one does not say. */
  #incomplete: Set<string> | null = new Set();
  readonly #endings: ((isWhole: boolean) => void)[] = [];

  /** @param most how many figures it takes; @default as many as there is memory for */
  constructor(most = mostFigures) {
    this.#mostFigures = most;
  }

  /** What the rows that were kept say, by the name of the series. */
  get series(): ReadonlyMap<string, DraftSeries> {
    return this.#series;
  }

  /**
   * Says that the file covers periods of an indicator everywhere, whether or not a row has a figure for them: of a place that it leaves
   * out there is none any more. What a format does not say so of is covered where it has a row.
   */
  covers(indicator: IndicatorDefinition, ordinals: Iterable<number>): void {
    this.#wholes.add(indicator);
    this.#cover(indicator, ordinals);
  }

  /** Says that the file is meant to replace the whole of its periods, everywhere. */
  replaceWhole(): void {
    for (const indicator of this.covered.keys()) this.#wholes.add(indicator);
  }

  /** The indicators that it covers place by place: where it has no row, what was there before stays. */
  get byPlace(): ReadonlySet<IndicatorDefinition> {
    return new Set([...this.covered.keys()].filter((indicator) => !this.#wholes.has(indicator)));
  }

  #cover(indicator: IndicatorDefinition, ordinals: Iterable<number>): void {
    const known = this.covered.get(indicator) ?? new Set();
    this.covered.set(indicator, known);
    for (const ordinal of ordinals) known.add(ordinal);
  }

  /** Takes what the row at hand says of a series; it is kept when the row is. */
  stage(series: StagedSeries): void {
    this.#staged.push(series);
  }

  /** Takes a fact from the row at hand; it is kept when the row is. */
  state(fact: FactRecord): void {
    this.#stagedFacts.push(fact);
  }

  /** Lists something in the report for a person to decide. */
  notice(sentence: string): void {
    this.notices.push(sentence);
  }

  /**
   * Calls back when every row is read, for what only the file as a whole tells: a figure that several rows make, a part
   * that is missing. `isWhole` is true when no row was rejected. What it stages is kept; it may throw a FileProblem.
   */
  atEnd(ending: (isWhole: boolean) => void): void {
    this.#endings.push(ending);
  }

  /**
   * Ends the reading.
   *
   * @throws {FileProblem} when what the rows make together cannot be.
   */
  end(isWhole: boolean): void {
    // What they keep of the file is not needed after this.
    for (const ending of this.#endings.splice(0)) ending(isWhole);
    try {
      this.keepRow();
    } catch (problem) {
      if (!(problem instanceof RowProblem)) throw problem;
      throw new FileProblem(`what its rows make together cannot be: ${problem.message}`, { cause: problem });
    }
    this.#dropThinSums();
    if (!isWhole) this.#markTooLow();
  }

  /**
   * Sets aside the figures that the row at hand gives for places at which no answer shows them; a status, which tells why there is
   * none, stays. Why, in words, where the row says nothing else; null where something of it is left to serve.
   */
  setAsideHidden(): string | null {
    const reasons = this.#staged.map(({ indicator, place }) => hiddenBecause(indicator, place));
    this.#staged = this.#staged.flatMap((staged, index) => {
      const cells = staged.cells.filter(({ reading }) => reading.value === null);
      return reasons[index] === null ? [staged] : cells.length === 0 ? [] : [{ ...staged, cells }];
    });
    const [reason = null] = reasons;
    return reasons.includes(null) || this.#stagedFacts.length > 0 ? null : reason;
  }

  /** Whether any answer shows something of what the rows that were kept say. */
  hasAnythingToServe(): boolean {
    if (this.facts.size > 0) return true;
    return [...this.#series.values()].some(
      ({ indicator, place, readings }) => readings.size > 0 && hiddenBecause(indicator, place) === null,
    );
  }

  /** Forgets what the row at hand said. */
  dropRow(): void {
    this.#staged = [];
    this.#stagedFacts = [];
  }

  /** What the rows that were kept are without those that were rejected. */
  get rest(): RestOfRows {
    if (this.rejectedRows.length === 0) return 'whole';
    if (this.#series.size === 0 && this.facts.size > 0) return 'not-alone';
    return [...this.#summed].some((series) => this.#lacksPart(series)) ? 'too-low' : 'whole';
  }

  /** Forgets what the row at hand said, but for which cells it was to give, and of which places it is known to be; a repeated row leaves no gap. */
  rejectRow(places: readonly string[] = [], isRepeat = false): void {
    this.rejectedRows.push(this.#staged);
    this.#hold(this.#staged.reduce((sum, { cells }) => sum + cells.length, 0));
    const about = isRepeat ? [] : [...places, ...this.#staged.map(({ place }) => place)];
    if (about.length === 0 && !isRepeat) this.#incomplete = null;
    for (const place of about) this.#incomplete?.add(place);
    this.dropRow();
  }

  /**
   * Keeps what the row at hand said: all of it or nothing.
   *
   * @throws {RowProblem} when it says what cannot be, or repeats a cell that an earlier row gave.
   */
  keepRow(): void {
    const impossible = RowProblem.ofAll(this.#staged.flatMap((staged) => this.#impossibleIn(staged)));
    if (impossible !== null) throw impossible;
    for (const staged of this.#staged) if (staged.combine !== 'sum') this.#refuseRepeats(staged);
    for (const staged of this.#staged) this.#keep(staged);
    for (const fact of this.#stagedFacts) this.facts.set(`${fact.kind} ${fact.key}`, fact);
    this.dropRow();
  }

  #hold(cells: number): void {
    this.#held += cells;
    if (this.#held > this.#mostFigures)
      throw new FileProblem(
        `the file has more than ${this.#mostFigures.toLocaleString('en-GB')} figures, the most that are loaded at once: load it in parts, such as a file for each year or for some boroughs; each part answers for its own periods and areas`,
      );
  }

  /** Of a sum of too few parts there is no figure, and the report says why, once for each place. */
  #dropThinSums(): void {
    const sentences = new Set<string>();
    for (const { indicator, place, readings } of this.#ofParts)
      for (const [ordinal, reading] of readings) {
        const kept = restingOn(indicator, reading, reading);
        if (kept.value !== null || reading.value === null) continue;
        readings.set(ordinal, kept);
        const name = areaByCode(place)?.name ?? place;
        sentences.add(`${publicIdOf(indicator)} of ${name} ${notWorkedOut(indicator, kept) ?? 'is not available'}`);
      }
    for (const sentence of sentences) this.notice(sentence);
  }

  /** Sums in which a rejected row may be missing are too low, and say so. */
  #markTooLow(): void {
    for (const series of this.#summed) {
      if (!this.#lacksPart(series)) continue;
      for (const [ordinal, reading] of series.readings)
        if (reading.value !== null) series.readings.set(ordinal, tooLow(reading));
    }
  }

  #lacksPart({ place }: GrowingSeries): boolean {
    const incomplete = this.#incomplete;
    if (incomplete === null || incomplete.has(place)) return true;
    return areaByCode(place)?.members.some((member) => incomplete.has(member)) === true;
  }

  #impossibleIn({ indicator, place, dimensions = {}, cells, combine }: StagedSeries): readonly RowProblem[] {
    const judge = impossibilityOf(indicator);
    const known =
      combine === 'sum' ? this.#series.get(seriesName(indicator, place, dimensionKey(dimensions))) : undefined;
    return cells.flatMap(({ ordinal, reading }) => {
      const earlier = known?.readings.get(ordinal);
      const impossible = judge(earlier === undefined ? reading : sumOf(earlier, reading));
      if (impossible === null) return [];
      const { found, expected } = impossible;
      const period = cells.length === 1 ? '' : ` in ${periodAt(indicator.grid, ordinal).id}`;
      return [new RowProblem({ column: null, found: `${found}${period}`, expected })];
    });
  }

  #refuseRepeats({ indicator, place, dimensions = {}, cells }: StagedSeries): void {
    const known = this.#series.get(seriesName(indicator, place, dimensionKey(dimensions)));
    const repeated = known === undefined ? undefined : cells.find(({ ordinal }) => known.readings.has(ordinal));
    if (repeated === undefined) return;
    const found = [place, ...Object.values(dimensions)].join(', ');
    throw new RowProblem({
      column: null,
      found,
      expected: `one row for each area, period and breakdown of ${publicIdOf(indicator)}`,
      isRepeat: true,
    });
  }

  #keep({ indicator, place, dimensions = {}, cells, combine, denominatorSource, ...staged }: StagedSeries): void {
    const key = dimensionKey(dimensions);
    const text = seriesName(indicator, place, key);
    let series = this.#series.get(text);
    if (series === undefined) {
      series = {
        indicator,
        place,
        dimensions,
        dimensionKey: key,
        readings: new Map(),
        denominatorPeriodIds: new Map(),
        denominatorSource: null,
      };
      this.#series.set(text, series);
    }
    if (combine === 'sum' && (staged.isWhole !== true || series.readings.size > 0)) this.#summed.add(series);
    if (staged.isOfParts === true) this.#ofParts.add(series);
    series.denominatorSource = denominatorSource ?? series.denominatorSource;
    const known = series.readings.size;
    for (const { ordinal, reading, denominatorPeriodId } of cells) {
      const earlier = combine === 'sum' ? series.readings.get(ordinal) : undefined;
      series.readings.set(ordinal, earlier === undefined ? reading : sumOf(earlier, reading));
      if (denominatorPeriodId !== undefined) series.denominatorPeriodIds.set(ordinal, denominatorPeriodId);
    }
    this.#hold(series.readings.size - known);
    this.#cover(
      indicator,
      cells.map(({ ordinal }) => ordinal),
    );
  }
}

/** The name by which a draft knows a series. Never throws. */
export function seriesName(indicator: IndicatorDefinition, place: string, key: string): string {
  return `${indicator.id} ${place} ${key}`;
}

/** A sum that misses a row: by how much it is too low nobody knows, so that nobody knows its coverage either. */
const tooLow = ({ coverage, ...reading }: Reading): Reading => ({
  ...reading,
  flags: joined(reading.flags, partialCoverage),
  ...(coverage == null ? {} : { coverage: { ...coverage, reporting: null } }),
});

const partialCoverage: readonly ObservationFlag[] = ['PARTIAL_COVERAGE'];

/** A sum with a part that is not published is itself not published; it has the marks of its parts, and the lowest coverage of them. */
function sumOf(a: Reading, b: Reading): Reading {
  if (a.value === null) return a;
  if (b.value === null) return b;
  const sum = { ...a, value: a.value + b.value };
  // Of nearly all, and some sums have hundreds of thousands of parts.
  if (a.flags === b.flags && a.coverage === b.coverage) return sum;
  return { ...sum, flags: joined(a.flags, b.flags), coverage: lowestCoverage([a.coverage, b.coverage]) };
}

function joined(flags: readonly ObservationFlag[] = [], others: readonly ObservationFlag[] = []) {
  return [...new Set([...flags, ...others])];
}
