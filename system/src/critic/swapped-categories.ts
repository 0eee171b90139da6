import { medianOf } from '@boroughgraph/kit/statistics/median.ts';
import { dimensionsOf } from '@boroughgraph/kit/statistics/dimensions.ts';
import { type Finding, nameCell } from './finding.ts';
import { type HeldFigures, type HeldSeries, across, isOfBorough, ordinalsOf } from './held-series.ts';
import { spreadOf } from './robust.ts';

/** How many times farther from the ratio of the other areas than usual one must be, and how near when the two are exchanged. */
const leastTimes = 8;
const mostWhenExchanged = 2;
const fewestAreas = 8;

/**
 * Two categories that are exchanged in one area: where women have what men have elsewhere, and men what women have. A period in which they are
 * exchanged everywhere is found by the periods beside it.
 */
export function swappedCategories(held: HeldFigures): readonly Finding[] {
  return held.indicators.flatMap((series) => {
    const [boroughs, others] = [series.filter(isOfBorough), series.filter((one) => !isOfBorough(one))];
    return [
      ...betweenCategories(boroughs).flatMap(([ones, twos]) => exchangesBetween(ones, twos)),
      ...betweenCategories(others).flatMap(([ones, twos]) => exchangesInTime(ones, twos)),
    ];
  });
}

/** The series of each two categories of one dimension. */
function betweenCategories(
  series: readonly HeldSeries[],
): readonly (readonly [readonly HeldSeries[], readonly HeldSeries[]])[] {
  const byKey = Map.groupBy(series, ({ dimensionKey }) => dimensionKey);
  const keys = [...byKey.keys()];
  return keys.flatMap((one, index) =>
    keys
      .slice(index + 1)
      .filter((other) => differByOneValue(one, other))
      .map((other) => [byKey.get(one) ?? [], byKey.get(other) ?? []] as const),
  );
}

/** Fewer periods do not tell what the two are to each other. */
const fewestPeriods = 6;

/** Of places that nothing else is like, such as sites: two categories that are to each other what the second is to the first at other times. */
function exchangesInTime(ones: readonly HeldSeries[], others: readonly HeldSeries[]): readonly Finding[] {
  const byPlace = new Map(others.map((series) => [series.place, series]));
  const ratios = ordinalsOf(ones).flatMap((ordinal) => ratiosAt(ones, byPlace, ordinal));
  return [...Map.groupBy(ratios, ({ one }) => one).values()].flatMap((own) => {
    if (own.length < fewestPeriods) return [];
    const middle = medianOf(own.map(({ log }) => log));
    const usual = Math.max(spreadOf(own.map(({ log }) => log - middle)), leastUsual);
    return own.flatMap((ratio) => {
      const times = timesExchanged(ratio.log, middle, Math.hypot(usual, ratio.chance));
      return times === 0 ? [] : [exchange(ratio, times)];
    });
  });
}

function differByOneValue(one: string, other: string): boolean {
  const [own, its] = [dimensionsOf(one), dimensionsOf(other)];
  const dimensions = Object.keys(own);
  if (one === '' || dimensions.join(' ') !== Object.keys(its).join(' ')) return false;
  return dimensions.filter((dimension) => own[dimension] !== its[dimension]).length === 1;
}

interface Ratio {
  readonly one: HeldSeries;
  readonly other: HeldSeries;
  readonly ordinal: number;
  /** The logarithm of the ratio of the two. */
  readonly log: number;
  /** How far chance moves it, of counts. */
  readonly chance: number;
}

function exchangesBetween(ones: readonly HeldSeries[], others: readonly HeldSeries[]): readonly Finding[] {
  const byPlace = new Map(others.map((series) => [series.place, series]));
  const periods = ordinalsOf(ones).map((ordinal) => ratiosAt(ones, byPlace, ordinal));
  const usable = periods.filter((ratios) => ratios.length >= fewestAreas);
  const middles = usable.map((ratios) => medianOf(ratios.map(({ log }) => log)));
  const offs = usable.flatMap((ratios, index) => ratios.map(({ log }) => log - (middles[index] ?? 0)));
  const usual = Math.max(spreadOf(offs), leastUsual);
  const byArea = Map.groupBy(usable.flat(), ({ one }) => one);
  return usable.flatMap((ratios, index) => {
    const middle = middles[index] ?? 0;
    const near = medianOf([-2, -1, 1, 2].flatMap((step) => middles[index + step] ?? []));
    const timesOfAll = timesExchanged(middle, near, usual);
    return ratios.flatMap((ratio) => {
      const spread = Math.hypot(usual, ratio.chance);
      const besideAreas = timesExchanged(ratio.log, middle, spread);
      if (timesOfAll === 0 && besideAreas === 0) return [];
      const own = (byArea.get(ratio.one) ?? []).filter((other) => other !== ratio).map(({ log }) => log);
      const besideOwn = own.length === 0 ? Infinity : timesExchanged(ratio.log, medianOf(own), spread);
      const times = Math.max(timesOfAll, Math.min(besideAreas, besideOwn));
      return times === 0 ? [] : [exchange(ratio, times)];
    });
  });
}

const leastUsual = 0.02;

/** How many times farther than usual a ratio is from what is likely, where it is near when it is turned over; 0 elsewhere. */
function timesExchanged(ratio: number, likely: number, usual: number): number {
  const times = Math.abs(ratio - likely) / usual;
  return times >= leastTimes && Math.abs(-ratio - likely) <= mostWhenExchanged * usual ? times : 0;
}

function ratiosAt(
  ones: readonly HeldSeries[],
  others: ReadonlyMap<string, HeldSeries>,
  ordinal: number,
): readonly Ratio[] {
  return across(ones, ordinal).flatMap(([one, { value }]) => {
    const other = others.get(one.place);
    const beside = other?.figures.get(ordinal)?.value ?? 0;
    if (other === undefined || value <= 0 || beside <= 0) return [];
    const chance = one.indicator.valueType === 'COUNT' ? Math.sqrt(1 / value + 1 / beside) : 0;
    return [{ one, other, ordinal, log: Math.log(value / beside), chance }];
  });
}

function exchange({ one, other, ordinal }: Ratio, times: number): Finding {
  const value = one.figures.get(ordinal)?.value ?? 0;
  const beside = other.figures.get(ordinal)?.value ?? 0;
  const contradicts = `is to ${nameCell(other, ordinal)}, ${beside.toLocaleString('en-GB')}, as the second is to the first elsewhere: the two may be exchanged`;
  return {
    rule: 'swapped-categories',
    series: one,
    ordinal,
    value,
    contradicts,
    surprise: { kind: 'unlikely', times },
    beside: [{ series: other, ordinal }],
  };
}
