import { dimensionKey, dimensionsOf } from '@boroughgraph/kit/statistics/dimensions.ts';
import { parseIsoDate } from '@boroughgraph/kit/statistics/calendar.ts';
import { periodAt, type PeriodGrid } from '@boroughgraph/kit/statistics/periods.ts';
import type { FigureReference } from '@boroughgraph/kit/disclosure/structure.ts';
import type { HeldFigure, HeldFigures, HeldSeries } from './held-series.ts';

/** Where a figure stands: its series and the ordinal on its grid. */
export interface PlacedFigure {
  readonly series: HeldSeries;
  readonly ordinal: number;
  /** Of the figure, the part that is meant. */
  readonly value: number;
}

/** The end months of the periods of each grid that have been asked for: they are asked for figure by figure. */
const endMonths = new WeakMap<PeriodGrid, Map<number, number>>();

/** The month in which a period ends, counted from January of year 0. Never throws. */
export function endMonthOf(grid: PeriodGrid, ordinal: number): number {
  const known = endMonths.get(grid) ?? new Map<number, number>();
  const found = known.get(ordinal);
  if (found !== undefined) return found;
  const end = parseIsoDate(periodAt(grid, ordinal).end);
  const month = end === null ? 0 : end.year * 12 + end.month - 1;
  endMonths.set(grid, known.set(ordinal, month));
  return month;
}

/** The period of a grid that ends in a month; null where none does. Never throws. */
export function ordinalEndingIn(grid: PeriodGrid, month: number): number | null {
  const first = endMonthOf(grid, 0);
  const step = endMonthOf(grid, 1) - first;
  const ordinal = (month - first) / step;
  return Number.isInteger(ordinal) ? ordinal : null;
}

/** Every figure of a series that a reference means, with what others mean at the same place and time; null where one is not held. */
export function* relatedFigures(
  held: HeldFigures,
  agency: string,
  [first, ...others]: readonly FigureReference[],
): Generator<readonly [PlacedFigure, ...(PlacedFigure | null)[]]> {
  if (first === undefined) return;
  for (const series of held.of(first.agency ?? agency, first.indicator)) {
    if (!isMeant(series, first)) continue;
    for (const [ordinal, figure] of series.figures) {
      const value = partOf(figure, first);
      if (value === null) continue;
      const month = endMonthOf(series.indicator.grid, ordinal) + (first.monthsBefore ?? 0);
      const own = { series, ordinal, value };
      yield [own, ...others.map((other) => figureOf(held, other, { agency, beside: series, besideOf: first, month }))];
    }
  }
}

/** Whether a series is narrowed as a reference says, where it does. */
function isMeant({ dimensionKey: key }: HeldSeries, { dimensions }: FigureReference): boolean {
  if (dimensions === undefined) return true;
  const own = dimensionsOf(key);
  return Object.entries(dimensions).every(([dimension, value]) => own[dimension] === value);
}

interface Beside {
  readonly agency: string;
  readonly beside: HeldSeries;
  readonly besideOf: FigureReference;
  /** The month in which the structure's period ends. */
  readonly month: number;
}

function figureOf(held: HeldFigures, reference: FigureReference, at: Beside): PlacedFigure | null {
  const { agency, beside, besideOf, month } = at;
  // What one of the terms names is narrowed by each of them as it says; by the rest they are narrowed alike.
  const shared = Object.entries(dimensionsOf(beside.dimensionKey)).filter(
    ([dimension]) => besideOf.dimensions?.[dimension] === undefined,
  );
  const key = dimensionKey({ ...Object.fromEntries(shared), ...reference.dimensions });
  const series = held.at(reference.agency ?? agency, reference.indicator, { place: beside.place, dimensionKey: key });
  const ordinal = series && ordinalEndingIn(series.indicator.grid, month - (reference.monthsBefore ?? 0));
  if (series === undefined || ordinal == null) return null;
  const figure = series.figures.get(ordinal);
  const value = figure === undefined ? null : partOf(figure, reference);
  return value === null ? null : { series, ordinal, value };
}

function partOf(figure: HeldFigure, { part = 'VALUE' }: FigureReference): number | null {
  if (part === 'VALUE') return figure.value;
  return (part === 'NUMERATOR' ? figure.numerator : figure.denominator) ?? null;
}
