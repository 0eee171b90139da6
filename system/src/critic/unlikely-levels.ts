import type { ValueType } from '@boroughgraph/schema/vocabulary/core.ts';
import { areaTypeOf } from '@boroughgraph/kit/geography/area-codes.ts';
import { dimensionKey } from '@boroughgraph/kit/statistics/dimensions.ts';
import type { Finding } from './finding.ts';
import { type HeldFigure, type HeldFigures, type HeldSeries, across, isOfBorough, ordinalsOf } from './held-series.ts';
import { medianOf } from '@boroughgraph/kit/statistics/median.ts';

/** How far outside of the range that its indicator calls typical the middle borough of a period must lie, as a factor. */
const leastFactor = 4;
const fewestAreas = 8;

/** Periods of which the middle borough lies far outside of what the indicator calls typical, and rates of a wider area that none of its boroughs reach. */
export function unlikelyLevels(held: HeldFigures): readonly Finding[] {
  return held.judgedIndicators.flatMap((series) => {
    const headline = series.filter((one) => one.dimensionKey === dimensionKey(one.indicator.headline ?? {}));
    const narrowed = [...Map.groupBy(series, (one) => one.dimensionKey).values()];
    return [...untypical(headline), ...narrowed.flatMap(outsideOfParts)];
  });
}

function untypical(series: readonly HeldSeries[]): readonly Finding[] {
  const range = series[0]?.indicator.typicalRange;
  if (range === undefined) return [];
  const [low, high] = range;
  return ordinalsOf(series).flatMap((ordinal) => {
    const figures = across(series.filter(isOfBorough), ordinal);
    const middle = medianOf(figures.map(([, { value }]) => value));
    const factor = Math.max(middle / high, low / Math.max(middle, Number.MIN_VALUE));
    if (figures.length < fewestAreas || factor < leastFactor) return [];
    const contradicts = `is one of a period whose middle borough has ${number(middle)}, where ${number(low)} to ${number(high)} are typical`;
    return figures.map(([one, { value }]) =>
      found('untypical', { series: one, ordinal, value, contradicts, times: factor * leastFactor }),
    );
  });
}

/** A rate of a wider area lies between those of its parts, whatever its weights, where all of them are there. */
function outsideOfParts(series: readonly HeldSeries[]): readonly Finding[] {
  const [{ indicator } = { indicator: null }] = series;
  if (indicator === null || !ofParts.includes(indicator.valueType)) return [];
  const slack = 10 ** -indicator.decimals;
  return series
    .filter(({ place }) => areaTypeOf(place) === 'REGION')
    .flatMap((region) =>
      [...region.figures].flatMap(([ordinal, { value }]) => {
        const parts = across(series.filter(isOfBorough), ordinal);
        if (parts.length < nearlyAll) return [];
        const [low, high] = extremesOf(parts);
        if (value >= low - slack && value <= high + slack) return [];
        const contradicts = `lies outside of its boroughs, which are ${number(low)} to ${number(high)}`;
        const times = leastFactor * 2 * Math.max(value / high, low / Math.max(value, slack));
        return [found('outside-of-parts', { series: region, ordinal, value, contradicts, times })];
      }),
    );
}

const ofParts: readonly ValueType[] = ['PROPORTION', 'CRUDE_RATE', 'STANDARDISED_RATE', 'MEAN', 'MEDIAN'];
/** Of 33 boroughs, the City is hardly ever published. */
const nearlyAll = 30;

const extremesOf = (parts: readonly (readonly [HeldSeries, HeldFigure])[]) => {
  const values = parts.map(([, { value }]) => value);
  return [Math.min(...values), Math.max(...values)] as const;
};

function found(
  rule: string,
  { times, ...of }: Omit<Finding, 'rule' | 'surprise'> & { readonly times: number },
): Finding {
  return { rule, ...of, surprise: { kind: 'unlikely', times } };
}

const number = (value: number) => value.toLocaleString('en-GB', { maximumFractionDigits: 2 });
