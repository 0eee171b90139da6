import { dimensionKey, type Dimensions } from '../statistics/dimensions.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';
import type { Reading } from '../statistics/observation.ts';
import { periodAt } from '../statistics/periods.ts';
import { type HistoryEvidence, noEvidence } from './history-evidence.ts';
import type { DisclosurePolicy } from './policy.ts';
import type { FigurePart } from './structure.ts';

/** One series as an attacker meets it, with what is known of its dataset. */
export interface PublishedSeries {
  /** The slug of its agency and the id of its dataset: `health/fingertips`. */
  readonly table: string;
  readonly indicator: IndicatorDefinition;
  /** An area code, or the id of a site. */
  readonly place: string;
  readonly dimensions: Dimensions;
  /** By the ordinal of the indicator's grid. */
  readonly readings: ReadonlyMap<number, Reading>;
  readonly policy: DisclosurePolicy;
  /** The multiple to which figures with the flag ROUNDED are rounded; 1 where none are. */
  readonly roundedTo: number;
  /** True where it must stay as it is: another agency serves it, or its policy withholds nothing for another's sake. */
  readonly isFixed: boolean;
  /** True where it is for named users, so that nothing that is for everybody is withheld for its sake. @default false */
  readonly isRestricted?: boolean;
  /** True where it is for everybody and looked at beside what is for named users: it stays, and what follows from it too. @default false */
  readonly isOfOpenTier?: boolean;
  /** Ordinals at which another edition has, or may have, another figure: what is withheld for its sake may be zero here. @default none */
  readonly restated?: ReadonlySet<number>;
  /**
   * Ordinals at which readers have seen the figure while another release was under embargo. To withhold it hides it from nobody who
   * remembers, so that it is not taken for another's sake. @default none
   */
  readonly seenAt?: ReadonlySet<number>;
  /** True as whoever remembers has it: what was seen is known, whatever is withheld since. @default false */
  readonly isRemembered?: boolean;
  /** By ordinal, what other editions print in place of a reading: the figure is bounded by all of them. @default none */
  readonly otherPrints?: ReadonlyMap<number, readonly Reading[]>;
}

/** A reading, and where it stands. */
export interface PlacedReading {
  readonly series: PublishedSeries;
  readonly ordinal: number;
  readonly reading: Reading;
  /** The count that it implies: between which numbers that lies on which it rests. @default null, it implies none */
  readonly implied?: Known | null;
}

/** Between which numbers a count lies by what is shown, both included. */
export interface Known {
  readonly low: number;
  readonly high: number;
}

/** One count, with every reading that shows or implies it. */
export interface Figure {
  /** The series in which it stands, itself or behind a statistic. */
  readonly series: PublishedSeries;
  readonly ordinal: number;
  /** The month in which its period ends, counted from January of year 0. */
  readonly endMonth: number;
  state: 'shown' | 'withheld' | 'unknown';
  /** Null where nothing is shown of it. */
  known: Known | null;
  /** What is left of it where what is assumed of it contradicts a sum. @default what is known */
  certain?: Known;
  /** The readings that must be withheld with it. */
  readonly dependents: PlacedReading[];
  /** How wide its feasibility interval must stay, in the unit of its values, where it is no count but a share. @default it is a count */
  readonly shareWidth?: number;
}

/** A figure that no release has. It is known by its name, so that it is the same one wherever something adds up with it. */
export interface Gap {
  readonly state: 'gap';
  readonly name: string;
  /** Where it would stand; absent where it stands for no place. */
  readonly spot?: GapSpot;
  /** True where the publisher says that nothing was counted there. @default false */
  readonly isMarked?: boolean;
}

/** Where a figure would stand that no release has. */
export interface GapSpot {
  readonly place: string;
  readonly dimensions: Dimensions;
  /** The month in which its period ends, counted from January of year 0. */
  readonly endMonth: number;
}

export type FigureOrGap = Figure | Gap;

/** A figure that was found in its class, with what its series is narrowed to. */
type FigureClass = ReadonlyMap<string, Figure>;

/** All figures of some series, found by what they count. */
export class FigureIndex {
  /** The series that they are of. */
  readonly series: readonly PublishedSeries[];
  /** What is known of periods that are not among them. */
  readonly beyond: HistoryEvidence;
  readonly #classes = new Map<string, Map<string, Figure>>();
  readonly #names = new Map<string, FigureClassName>();
  readonly #places = new Set<string>();
  readonly #marked = new Set<string>();
  readonly #margins = new Map<string, ReadonlySet<string>>();
  readonly #grids = new Map<FigureClass, MonthGrid>();

  constructor(series: Iterable<PublishedSeries> = [], beyond: HistoryEvidence = noEvidence) {
    this.series = [...series];
    this.beyond = beyond;
  }

  /** The figures of an indicator and part; empty where there are none. */
  of(table: string, indicator: string, part: FigurePart): FigureClass {
    return this.#classes.get(`${table} ${indicator} ${part}`) ?? noFigures;
  }

  /** The figure of a class at a spot, or the gap there; null where the class has no periods that end so. */
  at(
    { table, indicator, part = 'VALUE' }: FigureClassName,
    {
      place,
      dimensions,
      endMonth,
    }: { readonly place: string; readonly dimensions: Dimensions; readonly endMonth: number },
  ): FigureOrGap | null {
    const figures = this.of(table, indicator, part);
    const position = figurePosition(place, dimensions, endMonth);
    const known = figures.get(position);
    if (known !== undefined) return known;
    if (!this.#isOnGrid(figures, endMonth)) return null;
    const name = `${table} ${indicator} ${part} ${position}`;
    return { state: 'gap', name, spot: { place, dimensions, endMonth }, isMarked: this.#marked.has(name) };
  }

  /** Whether a period of a class can end in a month. */
  #isOnGrid(figures: FigureClass, endMonth: number): boolean {
    const known = this.#grids.get(figures);
    const { anchor, step } = known ?? gridOf(figures);
    if (known === undefined && figures.size > 0) this.#grids.set(figures, { anchor, step });
    return (endMonth - anchor) % step === 0;
  }

  /** Every figure once, in the order in which they were put in. */
  all(): ReadonlySet<Figure> {
    return new Set([...this.#classes.values()].flatMap((figures) => [...figures.values()]));
  }

  /** The classes of one table, each with its figures. */
  ofTable(table: string): readonly (readonly [FigureClassName, FigureClass])[] {
    return [...this.#names].flatMap(([text, name]) =>
      name.table === table ? [[name, this.#classes.get(text) ?? noFigures] as const] : [],
    );
  }

  /** The places of which any table has a figure. */
  get places(): ReadonlySet<string> {
    return this.#places;
  }

  /** Whether any table has a figure of a place, in whatever period. */
  hasPlace(place: string): boolean {
    return this.#places.has(place) || this.beyond.places.has(place);
  }

  /** Keeps that nothing was counted at a spot of a count. */
  markUncounted({ table, indicator, place, dimensions }: PublishedSeries, endMonth: number): void {
    const position = figurePosition(place, dimensions, endMonth);
    for (const part of figureParts) this.#marked.add(`${table} ${indicator.id} ${part} ${position}`);
  }

  /** Keeps a figure where it stands itself, or where another series has it too. */
  put(part: FigurePart, figure: Figure, at: Pick<Figure, 'series' | 'endMonth'> = figure): void {
    const { table, indicator, place, dimensions } = at.series;
    this.putAt({ table, indicator: indicator.id, part }, { place, dimensions, endMonth: at.endMonth }, figure);
  }

  /** Keeps a figure at a spot of a class. */
  putAt({ table, indicator, part = 'VALUE' }: FigureClassName, spot: GapSpot, figure: Figure): void {
    const name = `${table} ${indicator} ${part}`;
    const figures = this.#classes.get(name) ?? new Map<string, Figure>();
    this.#classes.set(name, figures);
    this.#names.set(name, { table, indicator, part });
    this.#places.add(spot.place);
    figures.set(figurePosition(spot.place, spot.dimensions, spot.endMonth), figure);
    this.#margins.delete(name);
  }

  /** Whether a class has figures that are narrowed further than a spot: what stands there is then their sum, though no row gives it. */
  isMargin({ table, indicator, part = 'VALUE' }: FigureClassName, { place, dimensions, endMonth }: GapSpot): boolean {
    const name = `${table} ${indicator} ${part}`;
    const margins = this.#margins.get(name) ?? marginsOf(this.of(table, indicator, part).values());
    this.#margins.set(name, margins);
    return margins.has(figurePosition(place, dimensions, endMonth));
  }
}

/** The positions of all that is less narrowed than some figures. */
function marginsOf(figures: Iterable<Figure>): ReadonlySet<string> {
  const margins = new Set<string>();
  for (const { series, endMonth } of figures)
    for (const wider of lessNarrowed(series.dimensions)) margins.add(figurePosition(series.place, wider, endMonth));
  return margins;
}

/** What is left of a narrowing without one or more of its dimensions. Never throws. */
export function lessNarrowed(dimensions: Dimensions): readonly Dimensions[] {
  return subsetsOf(Object.entries(dimensions))
    .slice(0, -1)
    .map((entries) => Object.fromEntries(entries));
}

/** All selections of some entries, the whole one last. */
function subsetsOf<Entry>(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  return entries.reduce<readonly (readonly Entry[])[]>(
    (subsets, entry) => [...subsets, ...subsets.map((subset) => [...subset, entry])],
    [[]],
  );
}

const figureParts: readonly FigurePart[] = ['VALUE', 'NUMERATOR', 'DENOMINATOR'];

const noFigures: FigureClass = new Map();

/** What is counted: an indicator of a table, and which of its counts. */
export interface FigureClassName {
  readonly table: string;
  readonly indicator: string;
  /** @default 'VALUE' */
  readonly part?: FigurePart;
}

/** Months in which the periods of a class end: one of them, and how many lie between two. */
interface MonthGrid {
  readonly anchor: number;
  readonly step: number;
}

/** Any month for a class without figures. */
function gridOf(figures: FigureClass): MonthGrid {
  const [first] = figures.values();
  if (first === undefined) return { anchor: 0, step: 1 };
  const anchor = endMonthOf(first.series.indicator, first.ordinal);
  return { anchor, step: endMonthOf(first.series.indicator, first.ordinal + 1) - anchor };
}

/** Where a figure lies in its class. Never throws. */
export function figurePosition(place: string, dimensions: Dimensions, endMonth: number): string {
  return `${place} ${dimensionKey(dimensions)} ${endMonth}`;
}

/** The month in which the period at an ordinal ends, counted from January of year 0. Never throws. */
export function endMonthOf({ grid }: Pick<IndicatorDefinition, 'grid'>, ordinal: number): number {
  return monthOf(periodAt(grid, ordinal).end);
}

/** The month of a day, `YYYY-MM-DD`, counted from January of year 0. Never throws. */
export function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}
