import type { Reading } from '../observation.ts';
import {
  averages,
  endMonthOf,
  type Figure,
  type FigureIndex,
  figurePosition,
  type Known,
  knownBehind,
  type PublishedSeries,
} from './structure-figures.ts';
import { type Spot, type Term, TermMatcher } from './structure-terms.ts';
import { countsBehind, decimalsOf } from './implied-counts.ts';

/** A statistic with the count that it rests on, and where its denominator is found; the tables are spelt out. */
export interface StatisticTerms {
  readonly statistic: Term;
  readonly count: Term;
  readonly denominator: Term | null;
}

/**
 * Makes each reading of a statistic dependent on the count that it rests on, and narrows what is known of a shown count to what a
 * rate or share gives back. A count that has no row of its own then stands where it would. Statistics that their policy holds safe tell
 * nothing. Changes the figures of the index.
 */
export function joinStatistics(index: FigureIndex, series: readonly PublishedSeries[], terms: StatisticTerms): void {
  const { statistic, count, denominator } = terms;
  const own: Term = { ...statistic, part: 'NUMERATOR' };
  const matcher = new TermMatcher(index, statistic, [count, own, ...(denominator === null ? [] : [denominator])]);
  const telling = series.filter(
    ({ table, indicator, policy }) =>
      table === statistic.table &&
      indicator.id === statistic.indicator &&
      policy.safeStatistics?.includes(indicator.valueType) !== true,
  );
  const precision = precisionOf(telling);
  for (const one of telling)
    for (const [ordinal, reading] of one.readings) {
      const spot = { place: one.place, dimensions: one.dimensions, endMonth: endMonthOf(one.indicator, ordinal) };
      const [counted = null, numerator = null, residents = null] = matcher.beside(spot) ?? [];
      const implied = reading.value === null ? null : impliedCountOf(one, reading, { residents, precision });
      const figure = counted ?? numerator ?? newFigure({ series: one, ordinal, endMonth: spot.endMonth }, implied);
      const [at] = matcher.spotsBeside(spot) ?? [];
      if (counted === null && at !== undefined) lend(index, { count, at }, behind(index, one, { figure, spot }));
      if (figure === null) continue;
      if (figure !== numerator) figure.dependents.push({ series: one, ordinal, reading, implied });
      if (implied !== null) learn(figure, implied);
      // Whatever relates to the numerator relates to the count from here on.
      if (counted !== null && numerator !== null)
        index.put('NUMERATOR', figure, { series: one, endMonth: spot.endMonth });
      else if (numerator === null && counted === null) index.put('NUMERATOR', figure);
    }
}

/** The count that a statistic says that it rests on: its numerator, or of how many a mean or a median is. */
function behind(
  index: FigureIndex,
  { table, indicator, place, dimensions }: PublishedSeries,
  { figure, spot }: { readonly figure: Figure | null; readonly spot: Pick<Spot, 'endMonth'> },
): Figure | null {
  if (!averages.has(indicator.valueType)) return figure;
  const base = index.of(table, indicator.id, 'DENOMINATOR').get(figurePosition(place, dimensions, spot.endMonth));
  return base ?? null;
}

/** Lets a count that a statistic implies stand where its own publication has no row for it, so that it adds up with the others there. */
function lend(
  index: FigureIndex,
  { count, at }: { readonly count: Term; readonly at: Spot },
  figure: Figure | null,
): void {
  if (figure === null || index.of(count.table, count.indicator, count.part ?? 'VALUE').size === 0) return;
  const there = index.at(count, at);
  if (there?.state === 'gap' && there.isMarked !== true) index.putAt(count, at, figure);
}

function newFigure(at: Pick<Figure, 'series' | 'ordinal' | 'endMonth'>, implied: Known | null): Figure | null {
  return implied === null ? null : { ...at, state: 'shown', known: implied, certain: anything, dependents: [] };
}

const anything: Known = { low: 0, high: Infinity };

/**
 * What is withheld stays unknown: that a statistic implies it is a leak, not knowledge to go by. What is certain of a figure is
 * what stands for it by itself.
 */
function learn(figure: Figure, implied: Known): void {
  if (figure.state === 'withheld') return;
  figure.state = 'shown';
  const certain = figure.certain ?? figure.known ?? anything;
  const low = Math.max(implied.low, figure.known?.low ?? 0);
  const high = Math.min(implied.high, figure.known?.high ?? Infinity);
  // A rate that contradicts its count is per other residents than those at hand.
  if (low > high) figure.known ??= implied;
  else figure.known = { low, high };
  if (certain.low < figure.known.low || certain.high > figure.known.high) figure.certain = certain;
}

/** The count that a rate or share and its denominator give back; null where the denominator is not known, and for a mean or a median. */
function impliedCountOf(
  series: PublishedSeries,
  reading: Reading,
  { residents, precision }: { readonly residents: Figure | null; readonly precision: number },
): Known | null {
  const { indicator } = series;
  const { value, denominator } = reading;
  if (value === null || (indicator.valueType !== 'CRUDE_RATE' && indicator.valueType !== 'PROPORTION')) return null;
  const per = denominator == null ? (residents?.known ?? null) : { low: denominator, high: denominator };
  if (per === null) return null;
  const implied = countsBehind({ value, denominator: per, multiplier: indicator.multiplier, half: precision });
  if (implied === null) return null;
  // Worked out of counts that the policy rounded, it gives the rounded one back.
  if (series.policy.roundingBase === null) return implied;
  const behind = (number: number) => knownBehind(series, { reading, part: 'NUMERATOR', number });
  return { low: behind(implied.low).low, high: behind(implied.high).high };
}

/** Half of the last decimal that any of the values has: to which they are rounded, as far as can be seen. */
function precisionOf(series: readonly PublishedSeries[]): number {
  const values = series.flatMap(({ readings }) => [...readings.values()].map(({ value }) => value ?? 0));
  const decimals = values.reduce((most, value) => Math.max(most, decimalsOf(value)), 0);
  return 0.5 * 10 ** -decimals;
}
