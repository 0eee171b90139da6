import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { areaTypeOf } from '@boroughgraph/kit/geography/area-codes.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import type { Reading } from '@boroughgraph/kit/statistics/observation.ts';

/** A figure that is served, and the release that it is of. */
export type HeldFigure = Pick<Reading, 'numerator' | 'denominator' | 'flags'> & {
  readonly value: number;
  readonly release: string;
  readonly publishedAt: string;
};

/** One series that everybody may see, with its published figures alone: what is withheld or not there yet is absent. */
export interface HeldSeries {
  /** The slug of its agency. */
  readonly agency: string;
  readonly dataset: DatasetDefinition;
  readonly indicator: IndicatorDefinition;
  /** An area code, or the id of a site. */
  readonly place: string;
  readonly dimensionKey: string;
  /** By the ordinal of the indicator's grid. */
  readonly figures: ReadonlyMap<number, HeldFigure>;
}

/** All that agencies hold, found by what it measures. */
export class HeldFigures {
  readonly all: readonly HeldSeries[];
  /** The release of whose figures something is asked, as its figures name it; null where it is asked of all. */
  readonly judged: string | null;
  readonly #byIndicator: ReadonlyMap<string, readonly HeldSeries[]>;
  readonly #byName: ReadonlyMap<string, HeldSeries>;
  readonly #judgedOrdinals = new Map<HeldSeries, readonly number[]>();

  constructor(series: readonly HeldSeries[], judged: string | null = null) {
    this.all = series;
    this.judged = judged;
    this.#byIndicator = Map.groupBy(series, (one) => `${one.agency}/${one.indicator.id}`);
    this.#byName = new Map(series.map((one) => [nameOf(one.agency, one.indicator.id, one), one]));
  }

  /** The series of each indicator that has any. */
  get indicators(): readonly (readonly HeldSeries[])[] {
    return [...this.#byIndicator.values()];
  }

  /** The series of each indicator of which a figure is judged: what a rule finds within one indicator, it finds in these. */
  get judgedIndicators(): readonly (readonly HeldSeries[])[] {
    return this.indicators.filter((series) => series.some((one) => this.isJudged(one)));
  }

  /** Whether any figure of a series is judged. */
  isJudged(series: HeldSeries): boolean {
    return this.#judgedIn(series).length > 0;
  }

  /** The ordinals at which a figure of any of the series is judged, in order: what a rule finds at one time, it finds at these. */
  judgedOrdinalsOf(series: readonly HeldSeries[]): readonly number[] {
    if (this.judged === null) return ordinalsOf(series);
    const found = new Set<number>();
    for (const one of series) for (const ordinal of this.#judgedIn(one)) found.add(ordinal);
    return [...found].sort((a, b) => a - b);
  }

  /** Looked for once: each rule asks it of each series. */
  #judgedIn(series: HeldSeries): readonly number[] {
    const known = this.#judgedOrdinals.get(series);
    if (known !== undefined) return known;
    const { judged } = this;
    const found: number[] = [];
    for (const [ordinal, { release }] of series.figures) if (judged === null || release === judged) found.push(ordinal);
    this.#judgedOrdinals.set(series, found);
    return found;
  }

  /** The series of an indicator; empty where nothing is held of it. */
  of(agency: string, indicator: string): readonly HeldSeries[] {
    return this.#byIndicator.get(`${agency}/${indicator}`) ?? [];
  }

  /** One series; undefined where nothing is held of it. */
  at(agency: string, indicator: string, of: Pick<HeldSeries, 'place' | 'dimensionKey'>): HeldSeries | undefined {
    return this.#byName.get(nameOf(agency, indicator, of));
  }

  /** With some series in the place of those of the same name, of which the figures of a release are judged. */
  with(series: readonly HeldSeries[], judged: string): HeldFigures {
    const all = new Map(this.#byName);
    for (const one of series) all.set(nameOf(one.agency, one.indicator.id, one), one);
    return new HeldFigures([...all.values()], judged);
  }
}

const nameOf = (agency: string, indicator: string, of: Pick<HeldSeries, 'place' | 'dimensionKey'>) =>
  `${agency}/${indicator} ${of.place} ${of.dimensionKey}`;

/** Whether a figure counts all that it is of: one that says of itself that it does not surprises nobody. Never throws. */
export const isWhole = ({ flags = [] }: HeldFigure): boolean => !flags.includes('PARTIAL_COVERAGE');

/** The whole figures of series of one indicator at one ordinal, by series; those that have none there are left out. */
export function across(series: readonly HeldSeries[], ordinal: number): readonly (readonly [HeldSeries, HeldFigure])[] {
  const found: (readonly [HeldSeries, HeldFigure])[] = [];
  for (const one of series) {
    const figure = one.figures.get(ordinal);
    if (figure !== undefined && isWhole(figure)) found.push([one, figure]);
  }
  return found;
}

/** The ordinals at which any of the series has a figure, in order. */
export function ordinalsOf(series: readonly HeldSeries[]): readonly number[] {
  const ordinals = new Set<number>();
  for (const { figures } of series) for (const ordinal of figures.keys()) ordinals.add(ordinal);
  return [...ordinals].sort((a, b) => a - b);
}

/** Whether a series is of a borough. */
export const isOfBorough = ({ place }: HeldSeries): boolean => areaTypeOf(place) === 'BOROUGH';
