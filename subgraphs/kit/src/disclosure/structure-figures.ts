import type { ValueType } from '@boroughgraph/schema/vocabulary/core.ts';
import { dimensionKey, type Dimensions } from '../statistics/dimensions.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';
import type { Reading } from '../statistics/observation.ts';
import { periodAt } from '../statistics/periods.ts';
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
  readonly #classes = new Map<string, Map<string, Figure>>();
  readonly #names = new Map<string, FigureClassName>();
  readonly #places = new Set<string>();
  readonly #marked = new Set<string>();
  readonly #margins = new Map<string, ReadonlySet<string>>();

  constructor(series: Iterable<PublishedSeries> = []) {
    this.series = [...series];
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
    if (!isOnGrid(figures, endMonth)) return null;
    const name = `${table} ${indicator} ${part} ${position}`;
    return { state: 'gap', name, spot: { place, dimensions, endMonth }, isMarked: this.#marked.has(name) };
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

  /** Whether any table has a figure of a place. */
  hasPlace(place: string): boolean {
    return this.#places.has(place);
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

/** Whether a period of a class can end in a month; true for a class without figures. */
function isOnGrid(figures: FigureClass, endMonth: number): boolean {
  const [first] = figures.values();
  if (first === undefined) return true;
  const step =
    endMonthOf(first.series.indicator, first.ordinal + 1) - endMonthOf(first.series.indicator, first.ordinal);
  return (endMonth - endMonthOf(first.series.indicator, first.ordinal)) % step === 0;
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

/** The counts that stand in observations themselves: the value of a count, the numerator and the denominator of a statistic. */
export function figuresIn(series: Iterable<PublishedSeries>): FigureIndex {
  const index = new FigureIndex(series);
  for (const one of index.series)
    for (const [ordinal, reading] of one.readings) {
      const endMonth = endMonthOf(one.indicator, ordinal);
      if (absent.has(reading.status)) index.markUncounted(one, endMonth);
      for (const part of partsOf(one, reading)) {
        const state = stateOf(one, reading, part);
        const prints = [reading, ...(one.otherPrints?.get(ordinal) ?? [])];
        const ranges =
          state === 'shown' ? boundsOfAll(prints.map((print) => rangesOf(one, print, part))) : { known: null };
        const dependents = [{ series: one, ordinal, reading }];
        index.put(part, { series: one, ordinal, endMonth, state, ...ranges, dependents });
      }
    }
  return index;
}

/**
 * A rate or share that is withheld may be so for its numerator, and an average for its base; of the denominator of a rate nothing is
 * known, and nothing withheld. That of a share may be as few: nothing is known of it either, but that it counts people.
 */
function partsOf({ indicator }: PublishedSeries, { status, numerator, denominator }: Reading): readonly FigurePart[] {
  if (absent.has(status)) return [];
  if (indicator.valueType === 'COUNT') return ['VALUE'];
  if (status === 'CONFIDENTIAL' && indicator.valueType === 'PROPORTION') return ['NUMERATOR', 'DENOMINATOR'];
  if (status === 'CONFIDENTIAL') return [averages.has(indicator.valueType) ? 'DENOMINATOR' : 'NUMERATOR'];
  return [
    ...(numerator == null ? [] : ['NUMERATOR' as const]),
    ...(denominator == null ? [] : ['DENOMINATOR' as const]),
  ];
}

/** Statistics whose denominator is the count that they rest on: of how many a mean or a median is, or an amount of money for each. */
export const averages: ReadonlySet<ValueType> = new Set(['MEAN', 'MEDIAN', 'MONEY']);

/** Nothing was counted, so that a total holds nothing of it. */
const absent: ReadonlySet<Reading['status']> = new Set(['NOT_COLLECTED', 'NOT_APPLICABLE']);

function stateOf({ indicator }: PublishedSeries, { status, value }: Reading, part: FigurePart): Figure['state'] {
  if (status === 'CONFIDENTIAL')
    return indicator.valueType === 'PROPORTION' && part === 'DENOMINATOR' ? 'unknown' : 'withheld';
  return status === 'PUBLISHED' && value !== null ? 'shown' : 'unknown';
}

type Ranges = Pick<Figure, 'known' | 'certain'>;

/** What several prints of one figure leave of it: from the least to the most of them. */
function boundsOfAll(prints: readonly Ranges[]): Ranges {
  const [first = { known: null }, ...others] = prints;
  return others.reduce<Ranges>((all, { known, certain = known }) => {
    const wider = unionOf(all.certain ?? all.known, certain);
    return { known: unionOf(all.known, known), ...(wider === null ? {} : { certain: wider }) };
  }, first);
}

function unionOf(one: Known | null, other: Known | null): Known | null {
  if (one === null || other === null) return one ?? other;
  return { low: Math.min(one.low, other.low), high: Math.max(one.high, other.high) };
}

/** Halves go up in most publishers' rounding; that they may have gone down is all that is certain. */
function rangesOf(series: PublishedSeries, reading: Reading, part: FigurePart): Ranges {
  const number = { VALUE: reading.value, NUMERATOR: reading.numerator, DENOMINATOR: reading.denominator }[part];
  if (number == null) return { known: null };
  const known = knownBehind(series, { reading, part, number });
  const isPublishersOwn = known.low < known.high && series.policy.roundingBase !== series.roundedTo;
  const high = number + Math.floor(series.roundedTo / 2);
  return isPublishersOwn && high > known.high ? { known, certain: { ...known, high } } : { known };
}

/**
 * What a number that a reading shows or implies of one of its counts leaves of that count: a range where it was rounded, halves up.
 * Never throws.
 */
export function knownBehind(
  { roundedTo, policy }: PublishedSeries,
  {
    reading: { flags = [] },
    part,
    number,
  }: { readonly reading: Reading; readonly part: FigurePart; readonly number: number },
): Known {
  const isTiny = flags.includes('ROUNDS_TO_ZERO');
  if (!isTiny && !flags.includes('ROUNDED')) return { low: number, high: number };
  if (policy.roundingBase === roundedTo && part !== 'DENOMINATOR')
    return behindRounding(policy, { number, base: roundedTo, isTiny });
  const high = number + Math.ceil(roundedTo / 2) - 1;
  // What rounds to zero is not zero.
  if (isTiny) return { low: 1, high: Math.max(1, high) };
  return { low: Math.max(0, number - Math.floor(roundedTo / 2)), high: Math.max(number, high) };
}

/** What a count was before the policy rounded it: halves go up, a zero that is shown is none but zero, and small ones are withheld. */
function behindRounding(
  { minimumCount, zerosShown }: DisclosurePolicy,
  { number, base, isTiny }: { readonly number: number; readonly base: number; readonly isTiny: boolean },
): Known {
  if (number === 0 && !isTiny && zerosShown) return { low: 0, high: 0 };
  const high = number + Math.ceil(base / 2) - 1;
  return { low: Math.min(high, Math.max(minimumCount, number - Math.floor(base / 2))), high };
}
