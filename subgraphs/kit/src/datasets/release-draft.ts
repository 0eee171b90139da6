import { dimensionKey } from '../statistics/dimensions.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';
import { DraftSums } from './draft-sums.ts';
import { hiddenBecause } from './hidden-place.ts';
import { impossibilityOf } from '../statistics/impossible-reading.ts';
import { publicIdOf } from '../statistics/period-kinds.ts';
import { periodAt } from '../statistics/periods.ts';
import { recordedOrdinals, recordedPeriods } from '../statistics/recorded-periods.ts';
import type { FactRecord } from '../store/site.ts';
import { FileProblem, RowProblem } from '../files/row-problem.ts';
import { type DraftSeries, type GrowingSeries, seriesName, type StagedSeries, sumOf } from './draft-series.ts';

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
  readonly #sums = new DraftSums();
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
    const covered = this.#coveredOf(indicator);
    for (const ordinal of ordinals) covered.add(ordinal);
  }

  /** Says that the file is meant to replace the whole of its periods, everywhere. */
  replaceWhole(): void {
    for (const indicator of this.covered.keys()) this.#wholes.add(indicator);
  }

  /** The indicators that it covers place by place: where it has no row, what was there before stays. */
  get byPlace(): ReadonlySet<IndicatorDefinition> {
    return new Set([...this.covered.keys()].filter((indicator) => !this.#wholes.has(indicator)));
  }

  #coveredOf(indicator: IndicatorDefinition): Set<number> {
    const covered = this.covered.get(indicator) ?? new Set();
    this.covered.set(indicator, covered);
    return covered;
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
    for (const sentence of this.#sums.dropThin()) this.notice(sentence);
    if (!isWhole) this.#sums.markTooLow();
  }

  /**
   * Sets aside the figures that the row at hand gives for places at which no answer shows them; a status, which tells why there is
   * none, stays. Why, in words, where the row says nothing else; null where something of it is left to serve.
   */
  setAsideHidden(): string | null {
    const reasons = this.#staged.map(({ indicator, place }) => hiddenBecause(indicator, place));
    // So it is of nearly all rows.
    if (reasons.length > 0 && reasons.every((reason) => reason === null)) return null;
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
    return this.#sums.isAnyTooLow() ? 'too-low' : 'whole';
  }

  /** Forgets what the row at hand said, but for which cells it was to give, and of which places it is known to be; a repeated row leaves no gap. */
  rejectRow(places: readonly string[] = [], isRepeat = false): void {
    this.rejectedRows.push(this.#staged);
    this.#hold(this.#staged.reduce((sum, { cells }) => sum + cells.length, 0));
    if (!isRepeat) this.#sums.lack([...places, ...this.#staged.map(({ place }) => place)]);
    this.dropRow();
  }

  /**
   * Keeps what the row at hand said: all of it or nothing.
   *
   * @throws {RowProblem} when it says what cannot be, or repeats a cell that an earlier row gave.
   */
  keepRow(): void {
    const named = this.#staged.map(nameStaged);
    const impossible = RowProblem.ofAll(named.flatMap((staged) => this.#impossibleIn(staged)));
    if (impossible !== null) throw impossible;
    for (const staged of named) if (staged.of.combine !== 'sum') this.#refuseRepeats(staged);
    for (const staged of named) this.#keep(staged);
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

  #impossibleIn({ of: { indicator, cells, combine }, name }: NamedStaged): readonly RowProblem[] {
    const judge = impossibilityOf(indicator);
    const known = combine === 'sum' ? this.#series.get(name) : undefined;
    const problems: RowProblem[] = [];
    const { first, last } = recordedOrdinals(indicator.grid);
    for (const { ordinal, reading } of cells) {
      if (ordinal < first || ordinal > last) {
        const { id } = periodAt(indicator.grid, ordinal);
        problems.push(new RowProblem({ column: null, found: id, expected: recordedPeriods }));
      }
      const earlier = known?.readings.get(ordinal);
      const impossible = judge(earlier === undefined ? reading : sumOf(earlier, reading));
      if (impossible === null) continue;
      const { found, expected } = impossible;
      const period = cells.length === 1 ? '' : ` in ${periodAt(indicator.grid, ordinal).id}`;
      problems.push(new RowProblem({ column: null, found: `${found}${period}`, expected }));
    }
    return problems;
  }

  #refuseRepeats({ of: { indicator, place, dimensions = {}, cells }, name }: NamedStaged): void {
    const known = this.#series.get(name);
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

  #keep({ of, key, name }: NamedStaged): void {
    const { indicator, place, dimensions = {}, cells, combine, denominatorSource } = of;
    let series = this.#series.get(name);
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
      this.#series.set(name, series);
    }
    if (combine === 'sum' && (of.isWhole !== true || series.readings.size > 0)) this.#sums.addUpRows(series);
    if (of.isOfParts === true) this.#sums.addUpParts(series);
    series.denominatorSource = denominatorSource ?? series.denominatorSource;
    const known = series.readings.size;
    for (const { ordinal, reading, denominatorPeriodId } of cells) {
      const earlier = combine === 'sum' ? series.readings.get(ordinal) : undefined;
      series.readings.set(ordinal, earlier === undefined ? reading : sumOf(earlier, reading));
      if (denominatorPeriodId !== undefined) series.denominatorPeriodIds.set(ordinal, denominatorPeriodId);
    }
    this.#hold(series.readings.size - known);
    const covered = this.#coveredOf(indicator);
    for (const { ordinal } of cells) covered.add(ordinal);
  }
}

/** What a row says of a series, with the name by which the draft knows that: it is asked for at each step. */
interface NamedStaged {
  readonly of: StagedSeries;
  /** What it is narrowed to. */
  readonly key: string;
  readonly name: string;
}

function nameStaged(of: StagedSeries): NamedStaged {
  const key = of.dimensions === undefined ? '' : dimensionKey(of.dimensions);
  return { of, key, name: seriesName(of.indicator, of.place, key) };
}
