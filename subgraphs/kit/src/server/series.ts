import { areaByCode } from '../statistics/areas.ts';
import { dimensionKey, type Dimensions } from '../statistics/dimensions.ts';
import type { RatedSeries } from '../statistics/comparable-points.ts';
import { type ControlChart, controlChartOf } from '../statistics/control-chart.ts';
import { type Caveat, type IndicatorDefinition, remarksOn, type SeriesBreak } from '../statistics/indicator.ts';
import { limitsOf } from '../statistics/intervals.ts';
import { displayValueOf, type Observation, type ObservationFlag, type Reading } from '../statistics/observation.ts';
import { type Period, periodAt, periodFromId } from '../statistics/periods.ts';
import { type Trend, trendOf } from '../statistics/trend.ts';
import type { ReleaseRecord } from '../store/catalogue.ts';
import type { RequestContext } from './context.ts';
import type { MeasuredRelation } from './measured.ts';
import type { StoredCell, StoredSeries } from './series-loader.ts';

/** Periods that lie wholly between two days, both included; null is open. */
export interface PeriodRange {
  readonly from?: string | null;
  readonly to?: string | null;
}

/** A series that is worked out from a stored one when it is asked for: a rate from counts. */
export interface Derivation {
  readonly from: IndicatorDefinition;
  readonly derive: (reading: Reading, period: Period) => DerivedReading;
  /** What the other part of it says of itself. */
  readonly isSynthetic: boolean;
  /** What a reader must know of the newest value, which lies in the given period. */
  readonly caveats: (latest: Period) => readonly Caveat[];
}
export type DerivedReading = Reading & {
  readonly denominatorPeriod: Period | null;
  readonly denominatorSource: string | null;
};

/** Which series is meant. */
export interface SeriesChoice {
  readonly indicator: IndicatorDefinition;
  readonly place: string;
  readonly relation: MeasuredRelation;
  readonly dimensions?: Dimensions;
  readonly asPublishedOn?: string | null;
  readonly derivation?: Derivation;
}

/** One series of a request. It reads nothing until its figures are asked for, and then the whole grid once. */
export class SeriesHandle {
  readonly indicator: IndicatorDefinition;
  readonly place: string;
  readonly relation: MeasuredRelation;
  readonly dimensions: Dimensions;
  /** The day whose releases answer; null is today. */
  readonly asPublishedOn: string | null;
  readonly #context: RequestContext;
  readonly #derivation: Derivation | null;
  #rated: Promise<RatedSeries> | null = null;

  constructor(context: RequestContext, choice: SeriesChoice) {
    this.#context = context;
    this.indicator = choice.indicator;
    this.place = choice.place;
    this.relation = choice.relation;
    this.dimensions = choice.dimensions ?? {};
    this.asPublishedOn = choice.asPublishedOn ?? null;
    this.#derivation = choice.derivation ?? null;
  }

  /** Why nobody measures it here, although it is measured elsewhere; null where it is. */
  get notMeasuredBecause(): string | null {
    return this.indicator.notMeasuredIn?.[this.place] ?? null;
  }

  /** The stored figures; null where nothing is loaded, or nobody measures it here. */
  async stored(): Promise<StoredSeries | null> {
    if (this.notMeasuredBecause !== null) return null;
    return this.#context.series.load({
      indicator: this.#derivation?.from ?? this.indicator,
      place: this.place,
      dimensionKey: dimensionKey(this.dimensions),
      asPublishedOn: this.asPublishedOn,
    });
  }

  /** The grid from the first period to the last, oldest first; of it, the periods in `during`, and of these the `last`. */
  async observations(
    during: PeriodRange | null = null,
    last: number | null = null,
  ): Promise<readonly Observation<ReleaseRecord>[]> {
    const stored = await this.stored();
    if (stored === null) return [];
    const cells = this.cellsIn(stored, during);
    return cells.slice(last === null ? 0 : Math.max(0, cells.length - last)).map((cell) => this.observation(cell));
  }

  /** The periods of the grid with their readings, for columns. */
  async columns(
    during: PeriodRange | null,
  ): Promise<readonly { readonly period: Period; readonly reading: Reading }[]> {
    const stored = await this.stored();
    if (stored === null) return [];
    return this.cellsIn(stored, during).map((cell) => ({ period: this.period(cell), reading: this.reading(cell) }));
  }

  /** The newest published observation; null where there is none. */
  async latest(): Promise<Observation<ReleaseRecord> | null> {
    const stored = await this.stored();
    for (let position = (stored?.length ?? 0) - 1; position >= 0; position -= 1) {
      const cell = stored?.cell(position);
      if (cell !== undefined && this.reading(cell).status === 'PUBLISHED') return this.observation(cell);
    }
    return null;
  }

  /** True where a figure of it is made up. */
  async isSynthetic(): Promise<boolean> {
    return ((await this.stored())?.isSynthetic ?? false) || (this.#derivation?.isSynthetic ?? false);
  }

  /** The days at which figures before and after are not comparable, oldest first. */
  breaks(): readonly SeriesBreak[] {
    const own = this.#derivation?.from ?? this.indicator;
    return remarksOn(own.breaks, { place: this.place, dimensions: this.dimensions }).toSorted((a, b) =>
      a.at < b.at ? -1 : 1,
    );
  }

  /** Which way the newest comparable figures went, as they are served. */
  async trend(): Promise<Trend> {
    return trendOf(await this.rated());
  }

  /** The control chart of the newest comparable figures, as they are served. */
  async controlChart(): Promise<ControlChart> {
    return controlChartOf(await this.rated());
  }

  /** What a reader must know before using a figure, gravest first. */
  async caveats(): Promise<readonly Caveat[]> {
    const found: Caveat[] = [];
    if (await this.isSynthetic()) found.push(syntheticCaveat);
    if (this.notMeasuredBecause !== null) found.push({ severity: 'INFO', text: this.notMeasuredBecause });
    const stored = await this.stored();
    if (
      stored !== null &&
      positions(stored).some(
        (position) => this.reading(stored.cell(position)).flags?.includes('PARTIAL_COVERAGE') === true,
      )
    )
      found.push(partialCoverageCaveat);
    const latest = this.#derivation === null ? null : await this.latest();
    if (latest !== null) found.push(...(this.#derivation?.caveats(latest.period) ?? []));
    found.push(...remarksOn(this.indicator.caveats, { place: this.place, dimensions: this.dimensions }));
    return found.toSorted((a, b) => gravity.indexOf(a.severity) - gravity.indexOf(b.severity));
  }

  /** The whole series as the rules see it, made once for trend, chart and statement. */
  private rated(): Promise<RatedSeries> {
    return (this.#rated ??= this.rate());
  }

  private async rate(): Promise<RatedSeries> {
    const stored = await this.stored();
    const cells = stored === null ? [] : this.cellsIn(stored, null);
    const points = cells.map((cell) => {
      const { ordinal } = cell;
      const reading = this.reading(cell);
      return { ...reading, ordinal, period: this.period(cell), flags: this.flags(cell, reading) };
    });
    return { points, breaks: this.breaks(), measure: this.indicator };
  }

  private cellsIn(stored: StoredSeries, during: PeriodRange | null): readonly StoredCell[] {
    const cells = positions(stored).map((position) => stored.cell(position));
    const { from = null, to = null } = during ?? {};
    if (from === null && to === null) return cells;
    return cells.filter((cell) => {
      const period = this.period(cell);
      return (from === null || period.start >= from) && (to === null || period.end <= to);
    });
  }

  private period(cell: StoredCell): Period {
    return periodAt(this.indicator.grid, cell.ordinal);
  }

  /** What is worked out from a cell; null where the series is a stored one, or the cell a gap. */
  private derived(cell: StoredCell): DerivedReading | null {
    return cell.reading === null ? null : (this.#derivation?.derive(cell.reading, this.period(cell)) ?? null);
  }

  private reading(cell: StoredCell): Reading {
    return this.derived(cell) ?? cell.reading ?? gap;
  }

  private flags(cell: StoredCell, reading: Reading): readonly ObservationFlag[] {
    const own = reading.flags ?? [];
    const isComposite = cell.reading !== null && areaByCode(this.place)?.type === 'COMPOSITE';
    return isComposite && !own.includes('COMPOSITE_AREA') ? [...own, 'COMPOSITE_AREA'] : own;
  }

  private observation(cell: StoredCell): Observation<ReleaseRecord> {
    const period = this.period(cell);
    const derived = this.derived(cell);
    const reading = derived ?? cell.reading ?? gap;
    // A count is served as it was published: limits say how far chance moves a rate or a share of like places.
    const limits = this.indicator.valueType === 'COUNT' ? reading : (limitsOf(this.indicator, reading) ?? reading);
    return {
      period,
      value: reading.value,
      displayValue: displayValueOf(reading, this.indicator.decimals),
      status: reading.status,
      flags: this.flags(cell, reading),
      numerator: reading.numerator ?? null,
      denominator: reading.denominator ?? null,
      denominatorPeriod:
        derived?.denominatorPeriod ??
        (reading.value === null || cell.denominatorPeriodId === null ? null : periodFromId(cell.denominatorPeriodId)),
      denominatorSource: derived?.denominatorSource ?? (reading.value === null ? null : cell.denominatorSource),
      lower: limits.lower ?? null,
      upper: limits.upper ?? null,
      coverage: null,
      release: cell.from?.release ?? null,
    };
  }
}

const gap: Reading = { value: null, status: 'NOT_AVAILABLE' };
const gravity = ['DO_NOT_COMPARE', 'CAUTION', 'INFO'];
const syntheticCaveat: Caveat = {
  severity: 'DO_NOT_COMPARE',
  text: 'SYNTHETIC: made-up sample figures that show how the graph works. They describe no real place, person or event.',
};
const partialCoverageCaveat: Caveat = {
  severity: 'DO_NOT_COMPARE',
  text: 'Part of what should have been counted was not returned, so figures marked PARTIAL_COVERAGE are too low: do not compare them with other places or years.',
};

function positions(stored: StoredSeries): readonly number[] {
  return Array.from({ length: stored.length }, (_, position) => position);
}
