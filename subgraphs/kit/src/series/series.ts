import type { MeasuredRelation } from '@boroughgraph/schema/vocabulary/core.ts';
import { dimensionKey, type Dimensions } from '../statistics/dimensions.ts';
import { absencePhrase, type RatedSeries, type SeriesPoint } from '../statistics/comparable-points.ts';
import { type ControlChart, controlChartOf } from '../statistics/control-chart.ts';
import { type Caveat, type IndicatorDefinition, remarksOn, type SeriesBreak } from '../statistics/indicator.ts';
import type { Observation } from '../statistics/observation.ts';
import type { Period } from '../statistics/periods.ts';
import { printedStepOf } from '../statistics/printed-step.ts';
import { eventsOn, type SeriesEvent } from '../statistics/series-event.ts';
import { type Trend, trendOf } from '../statistics/trend.ts';
import type { ReleaseRecord } from '../store/release-record.ts';
import { type RequestContext, turnOf } from './context.ts';
import { movementText } from './movement.ts';
import { isWithin, type PeriodRange, rangeKey } from './period-range.ts';
import { caveatsOn, type SeriesToRead } from './series-caveats.ts';
import { type CellSource, type Derivation, observationOf, periodOf, pointOf, readingOf } from './series-cells.ts';
import type { StoredCell, StoredSeries } from '../store/reading/stored-series.ts';
import { type Column, flagsIn, type WorkedOut, workedOutOf } from './worked-out.ts';

/** Which series is meant. */
export interface SeriesChoice {
  readonly indicator: IndicatorDefinition;
  readonly place: string;
  readonly relation: MeasuredRelation;
  readonly dimensions?: Dimensions;
  readonly asPublishedOn?: string | null;
  readonly derivation?: Derivation;
}

/** One figure as the rules see it, and as it is served. */
export interface SeriesFigure {
  readonly point: SeriesPoint;
  readonly observation: Observation<ReleaseRecord>;
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
  readonly #source: CellSource;
  readonly #columns = new Map<string, Promise<readonly Column[]>>();
  readonly #observed = new Map<string, Promise<readonly Observation<ReleaseRecord>[]>>();
  #stored: Promise<StoredSeries | null> | null = null;
  #rated: Promise<RatedSeries> | null = null;

  constructor(context: RequestContext, choice: SeriesChoice) {
    this.#context = context;
    this.indicator = choice.indicator;
    this.place = choice.place;
    this.relation = choice.relation;
    this.dimensions = choice.dimensions ?? {};
    this.asPublishedOn = choice.asPublishedOn ?? null;
    this.#source = { indicator: choice.indicator, place: choice.place, derivation: choice.derivation ?? null };
  }

  /** Why nobody measures it here, although it is measured elsewhere; null where it is. */
  get notMeasuredBecause(): string | null {
    return this.indicator.notMeasuredIn?.[this.place] ?? null;
  }

  /** True where it is worked out when it is asked for, so that it is known of this one place alone. */
  get isDerived(): boolean {
    return this.#source.derivation !== null;
  }

  /** The same figures of another place, as of the same day. */
  elsewhere(place: string): SeriesHandle {
    const { indicator, dimensions, asPublishedOn } = this;
    return new SeriesHandle(this.#context, { indicator, place, relation: 'SAME', dimensions, asPublishedOn });
  }

  /** The same place's figures, narrowed otherwise. */
  narrowedTo(dimensions: Dimensions): SeriesHandle {
    const { indicator, place, relation, asPublishedOn } = this;
    return new SeriesHandle(this.#context, { indicator, place, relation, dimensions, asPublishedOn });
  }

  /** The stored figures; null where nothing is loaded, or nobody measures it here. */
  stored(): Promise<StoredSeries | null> {
    return (this.#stored ??= this.#load());
  }

  async #load(): Promise<StoredSeries | null> {
    if (this.notMeasuredBecause !== null) return null;
    return this.#context.reading.series.load({
      indicator: this.#source.derivation?.from ?? this.indicator,
      place: this.place,
      dimensionKey: dimensionKey(this.dimensions),
      asPublishedOn: this.asPublishedOn,
    });
  }

  /** What the stored figures are made into, in turn: a batch brings hundreds of series at once, which would keep everybody else waiting. */
  async #madeOf<Made>(make: (stored: StoredSeries | null) => Made): Promise<Made> {
    const stored = await this.stored();
    // Of a large answer, what is made of one series is written into its columns before the next one is begun.
    const turn = turnOf(this.#context, { isOneOfMany: this.#context.room.isNeeded });
    // Nothing may come between the question and the work: all of the batch would be let in before any of it had begun.
    if (turn !== null) await turn;
    return make(stored);
  }

  /** The grid from the first period to the last, oldest first; of it, the periods in `during`, and of these the `last`. */
  async observations(
    during: PeriodRange | null = null,
    last: number | null = null,
  ): Promise<readonly Observation<ReleaseRecord>[]> {
    return this.#madeOf((stored) => {
      if (stored === null) return [];
      const cells = this.#cellsIn(stored, during);
      const wanted = cells.slice(last === null ? 0 : Math.max(0, cells.length - last));
      return wanted.map((cell) => observationOf(this.#source, cell, stored));
    });
  }

  /** The periods of the grid with their readings, for columns: worked out once for the columns that one range is asked for. */
  columns(during: PeriodRange | null): Promise<readonly Column[]> {
    const range = rangeKey(during);
    const known = this.#columns.get(range) ?? this.#readColumns(during);
    this.#columns.set(range, known);
    return known;
  }

  /** The same, made once for the columns that one range is asked for. */
  observed(during: PeriodRange | null): Promise<readonly Observation<ReleaseRecord>[]> {
    const range = rangeKey(during);
    const known = this.#observed.get(range) ?? this.observations(during);
    this.#observed.set(range, known);
    return known;
  }

  /** The newest published observation; null where there is none. */
  async latest(): Promise<Observation<ReleaseRecord> | null> {
    return this.#madeOf((stored) => {
      const cell = newestPublished(this.#source, stored);
      return stored === null || cell === null ? null : observationOf(this.#source, cell, stored);
    });
  }

  /** The first and the last period with a published figure; both null where there is none. */
  async extent(): Promise<{ readonly firstPeriod: Period | null; readonly lastPeriod: Period | null }> {
    const published = (await this.columns(null)).filter(({ reading }) => reading.status === 'PUBLISHED');
    return { firstPeriod: published[0]?.period ?? null, lastPeriod: published.at(-1)?.period ?? null };
  }

  /** The newest published figure, or the newest cell where none is published; null where there is no cell. */
  async newestFigure(): Promise<SeriesFigure | null> {
    return this.#madeOf((stored) => {
      if (stored === null || stored.length === 0) return null;
      return this.#figure(newestPublished(this.#source, stored) ?? stored.cell(stored.length - 1), stored);
    });
  }

  /** That the figure that is compared is not of the newest period, as sentences for people; null where it is, or there is none. */
  async newestIsLacking(): Promise<string | null> {
    const [stored, own] = [await this.stored(), await this.newestFigure()];
    if (stored === null || own?.point.value == null) return null;
    const newest = pointOf(this.#source, stored.cell(stored.length - 1));
    if (newest.ordinal === own.point.ordinal) return null;
    return `Compared is the figure for ${own.point.period.label}: that for ${newest.period.label} ${absencePhrase(this.indicator, newest)}.`;
  }

  /** The figure of a period, by its ordinal; null for one that the grid does not reach. */
  async figureAt(ordinal: number): Promise<SeriesFigure | null> {
    const stored = await this.stored();
    const position = ordinal - (stored?.answer.firstOrdinal ?? 0);
    return stored === null || position < 0 || position >= stored.length
      ? null
      : this.#figure(stored.cell(position), stored);
  }

  /** The step in which the edition of a figure prints numbers of this series: 1 for whole percentages; 0 where there is none. */
  async printedStep(figure: SeriesFigure | null): Promise<number> {
    const release = figure?.observation.release?.id;
    if (release === undefined) return printedStepOf([]);
    return this.#madeOf((stored) => {
      const printed = this.#cellsIn(stored, null).filter(({ from }) => from?.release.id === release);
      return printedStepOf(printed.flatMap(({ reading }) => reading?.value ?? []));
    });
  }

  /** True where a figure of it is made up. */
  async isSynthetic(): Promise<boolean> {
    return ((await this.stored())?.isSynthetic ?? false) || (this.#source.derivation?.isSynthetic ?? false);
  }

  /** The days at which figures before and after are not comparable, oldest first: where editions meet, as far as they are loaded. */
  async breaks(): Promise<readonly SeriesBreak[]> {
    const own = this.#source.derivation?.from ?? this.indicator;
    const isByFigures = own.hasSeams === true || own.breaks?.some(({ undated }) => undated !== undefined) === true;
    const stored = isByFigures ? await this.stored() : null;
    return stored?.breaks() ?? remarksOn(own.breaks, this).toSorted((a, b) => (a.at < b.at ? -1 : 1));
  }

  /** What happened meanwhile that a source ties to it, oldest first. Nothing that is worked out takes notice of it. */
  events(): readonly SeriesEvent[] {
    return eventsOn(this.#context.agency.events ?? [], this.indicator, this);
  }

  /** Which way the newest comparable figures went, as they are served. */
  trend(): Promise<Trend> {
    return this.#once('trend', async () => trendOf(await this.#whenRated()));
  }

  /** The control chart of the newest comparable figures, as they are served. */
  async controlChart(): Promise<ControlChart> {
    return controlChartOf(await this.#whenRated());
  }

  /** How far it moved between the editions held, where a figure was revised or may be, as sentences for people; null elsewhere. */
  async movement(): Promise<string | null> {
    if (this.isDerived) return null;
    const flags = flagsIn(await this.columns(null));
    const stored = flags.has('PROVISIONAL') || flags.has('REVISED') ? await this.stored() : null;
    return stored === null ? null : movementText(this.indicator, stored.replacements());
  }

  /** What the publisher says of its revisions, where a figure was revised; null elsewhere, and where nothing is known. */
  async revisionNote(): Promise<string | null> {
    const { datasets } = this.#context.agency;
    const { revisionNote = null } = datasets.find(({ id }) => id === this.indicator.datasetId) ?? {};
    if (revisionNote === null || this.isDerived) return null;
    return flagsIn(await this.columns(null)).has('REVISED') ? revisionNote : null;
  }

  /** What a reader must know before using a figure, gravest first. */
  caveats(): Promise<readonly Caveat[]> {
    return this.#once('caveats', async () => caveatsOn(await this.#whatReadersMustKnow()));
  }

  /** What is made of the figures, once for as long as these are remembered. */
  async #once<Name extends 'trend' | 'caveats'>(
    name: Name,
    make: () => Promise<NonNullable<WorkedOut[Name]>>,
  ): Promise<NonNullable<WorkedOut[Name]>> {
    const stored = await this.stored();
    const worked = stored === null ? {} : workedOutOf(stored, this.#source);
    return (worked[name] ??= await make());
  }

  async #whatReadersMustKnow(): Promise<SeriesToRead> {
    const { derivation } = this.#source;
    const latest = derivation === null ? null : await this.latest();
    return {
      indicator: this.indicator,
      dimensions: this.dimensions,
      place: this.place,
      isSynthetic: await this.isSynthetic(),
      notMeasuredBecause: this.notMeasuredBecause,
      cells: await this.columns(null),
      derived: latest === null ? [] : (derivation?.caveats(latest.period) ?? []),
      gaps: (await this.stored())?.gaps() ?? [],
      movement: await this.movement(),
      revisionNote: await this.revisionNote(),
    };
  }

  /** The whole series as the rules see it, made once for trend, chart and statement. */
  #whenRated(): Promise<RatedSeries> {
    return (this.#rated ??= this.#rate());
  }

  async #rate(): Promise<RatedSeries> {
    const points = await this.#madeOf((stored) =>
      this.#cellsIn(stored, null).map((cell) => pointOf(this.#source, cell)),
    );
    return { points, breaks: await this.breaks(), measure: this.indicator };
  }

  async #readColumns(during: PeriodRange | null): Promise<readonly Column[]> {
    return this.#madeOf((stored) => {
      if (stored === null) return [];
      const worked = workedOutOf(stored, this.#source);
      const all = (worked.columns ??= this.#columnsOf(stored));
      return during === null ? all : all.filter(isWithin(during));
    });
  }

  #columnsOf(stored: StoredSeries): readonly Column[] {
    return this.#cellsIn(stored, null).map((cell) => ({
      period: periodOf(this.#source, cell),
      reading: readingOf(this.#source, cell),
    }));
  }

  #figure(cell: StoredCell, stored: StoredSeries): SeriesFigure {
    return { point: pointOf(this.#source, cell), observation: observationOf(this.#source, cell, stored) };
  }

  #cellsIn(stored: StoredSeries | null, during: PeriodRange | null): readonly StoredCell[] {
    if (stored === null) return [];
    const cells = stored.positionsOnGrid().map((position) => stored.cell(position));
    if (during === null) return cells;
    const isWanted = isWithin(during);
    return cells.filter((cell) => isWanted({ period: periodOf(this.#source, cell) }));
  }
}

function newestPublished(source: CellSource, stored: StoredSeries | null): StoredCell | null {
  for (let position = (stored?.length ?? 0) - 1; position >= 0; position -= 1) {
    const cell = stored?.cell(position);
    if (cell !== undefined && readingOf(source, cell).status === 'PUBLISHED') return cell;
  }
  return null;
}
