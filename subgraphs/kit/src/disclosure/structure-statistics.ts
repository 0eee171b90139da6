import type { ValueType } from '@boroughgraph/schema/vocabulary/core.ts';
import type { Reading } from '../statistics/observation.ts';
import { averages, knownBehind } from './structure-figures.ts';
import {
  endMonthOf,
  type Figure,
  type FigureIndex,
  figurePosition,
  type Known,
  lessNarrowed,
  type PublishedSeries,
} from './figure-index.ts';
import { EarlierCounts } from './structure-earlier.ts';
import { type Spot, type StatisticTerms, type Term, TermMatcher } from './structure-terms.ts';
import { countsBehind, decimalsOf } from './implied-counts.ts';

/**
 * Makes each reading of a statistic dependent on the count that it rests on, and narrows what is known of a shown count to what a
 * rate or share gives back. A count that has no row of its own then stands where it would. Statistics that their policy holds safe tell
 * nothing. Changes the figures of the index.
 */
export function joinStatistics(index: FigureIndex, series: readonly PublishedSeries[], terms: StatisticTerms): void {
  const { statistic, count, denominator } = terms;
  const own: Term = { ...statistic, part: 'NUMERATOR' };
  const matcher = new TermMatcher(index, statistic, [count, own, ...(denominator === null ? [] : [denominator])]);
  const telling = series.filter((one) => tells(one, statistic));
  const precision = precisionOf(telling);
  const earlier = new EarlierCounts(index, telling, terms);
  for (const one of telling)
    for (const [ordinal, reading] of one.readings) {
      const spot = { place: one.place, dimensions: one.dimensions, endMonth: endMonthOf(one.indicator, ordinal) };
      const [counted = null, numerator = null, residents = null] = matcher.beside(spot) ?? [];
      const [at] = matcher.spotsBeside(spot) ?? [];
      const printed = reading.value === null ? null : { value: reading.value, half: precision };
      const implied =
        printed === null
          ? null
          : earlier.isOfEarlier
            ? earlier.countBehind(printed, { at, residents })
            : impliedCountOf(one, reading, { residents, precision });
      const isAverage = averages.has(one.indicator.valueType);
      const isBase = isAverage && implied !== null;
      const above = isAverage ? null : numerator;
      const figure = counted ?? above ?? newFigure({ series: one, ordinal, endMonth: spot.endMonth }, implied);
      if (printed !== null && figure?.known != null && figure.state === 'shown')
        for (const told of earlier.toldBy({ ...printed, count: figure.known }, { at, residents }))
          told.figure.dependents.push({ series: one, ordinal, reading, implied: told.implied });
      if (counted === null && at !== undefined)
        lend(index, { count, at }, behind(index, one, { figure, spot }) ?? (isBase ? figure : null));
      if (figure === null) continue;
      if (figure !== above) figure.dependents.push({ series: one, ordinal, reading, implied });
      if (implied !== null) learn(figure, implied);
      if (standsForCount(one, { counted, above }))
        index.put(isAverage ? 'DENOMINATOR' : 'NUMERATOR', figure, { series: one, endMonth: spot.endMonth });
    }
  if (telling.some(({ indicator }) => ratios.has(indicator.valueType))) {
    lendWholes(index, own, count);
    if (denominator !== null) lendWholes(index, { ...statistic, part: 'DENOMINATOR' }, denominator);
  }
}

/** Whether a series is of the statistic, and its policy does not hold it safe. */
function tells({ table, indicator, policy }: PublishedSeries, statistic: Term): boolean {
  if (table !== statistic.table || indicator.id !== statistic.indicator) return false;
  return policy.safeStatistics?.includes(indicator.valueType) !== true;
}

/** Whether the count stands for what a statistic rests on from here on, so that whatever relates to that relates to the count. */
function standsForCount(
  { indicator: { valueType } }: PublishedSeries,
  { counted, above }: { readonly counted: Figure | null; readonly above: Figure | null },
): boolean {
  if (averages.has(valueType)) return counted === null;
  if (counted === null) return above === null;
  return above !== null || ratios.has(valueType);
}

/**
 * Lets a count stand behind a statistic where the statistic has no row for it, but for parts of it: of a rate by sex, the count of both is what
 * the counts behind add up to.
 */
function lendWholes(index: FigureIndex, own: Term, count: Term): void {
  const matcher = new TermMatcher(index, own, [count]);
  const seen = new Set<string>();
  for (const { series, endMonth } of [...index.of(own.table, own.indicator, own.part ?? 'VALUE').values()])
    for (const dimensions of lessNarrowed(series.dimensions)) {
      const spot = { place: series.place, dimensions, endMonth };
      const position = figurePosition(spot.place, dimensions, endMonth);
      if (seen.has(position)) continue;
      seen.add(position);
      const there = index.at(own, spot);
      const [figure = null] = matcher.beside(spot) ?? [];
      if (figure !== null && there?.state === 'gap' && there.isMarked !== true) index.putAt(own, spot, figure);
    }
}

const ratios: ReadonlySet<ValueType> = new Set(['CRUDE_RATE', 'PROPORTION']);

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

/** The count that a statistic gives back, with what is printed beside it; null where it gives none. */
function impliedCountOf(
  series: PublishedSeries,
  reading: Reading,
  { residents, precision }: { readonly residents: Figure | null; readonly precision: number },
): Known | null {
  const { indicator } = series;
  const { value, denominator } = reading;
  if (averages.has(indicator.valueType)) return impliedBaseOf(reading, { indicator, precision });
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

/** Of how many a mean is whose sum stands above the line: the sum through the mean. Null where its base is printed, and for a median. */
function impliedBaseOf(
  { value, numerator, denominator }: Reading,
  {
    indicator: { valueType, multiplier },
    precision,
  }: Pick<PublishedSeries, 'indicator'> & { readonly precision: number },
): Known | null {
  if (valueType === 'MEDIAN' || value === null || numerator == null || denominator != null) return null;
  if (numerator <= 0 || value <= precision) return null;
  const low = Math.ceil((numerator * multiplier) / (value + precision));
  const high = Math.floor((numerator * multiplier) / (value - precision));
  return low > high ? null : { low, high };
}

/** Half of the last decimal that any of the values has: to which they are rounded, as far as can be seen. */
function precisionOf(series: readonly PublishedSeries[]): number {
  const values = series.flatMap(({ readings }) => [...readings.values()].map(({ value }) => value ?? 0));
  const decimals = values.reduce((most, value) => Math.max(most, decimalsOf(value)), 0);
  return 0.5 * 10 ** -decimals;
}
