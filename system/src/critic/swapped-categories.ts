import { medianOf } from '@boroughgraph/kit/statistics/median.ts';
import {
  type Category,
  categoriesOf,
  type CategoryTable,
  categoryTable,
  type Ratios,
  ratiosOf,
} from './category-ratios.ts';
import { type Finding, nameCell } from './finding.ts';
import { type HeldFigures, type HeldSeries, across, isOfBorough, ordinalsOf } from './held-series.ts';
import { spreadOf } from './robust.ts';

/** How many times farther from the ratio of the other areas than usual one must be, and how near when the two are exchanged. */
const leastTimes = 8;
const mostWhenExchanged = 2;
const fewestAreas = 8;
/** No two categories are to each other the same in all areas. */
const leastUsual = 0.02;

/**
 * Two categories that are exchanged in one area: where women have what men have elsewhere, and men what women have. A period in which they are
 * exchanged everywhere is found by the periods beside it.
 */
export function swappedCategories(held: HeldFigures): readonly Finding[] {
  return held.judgedIndicators.flatMap((series) => {
    const table = categoryTable(series.filter(isOfBorough));
    const judged = new Set(held.judgedOrdinalsOf(series));
    const others = categoriesOf(series.filter((one) => !isOfBorough(one)));
    return [
      ...pairsOf(table.categories).flatMap(([one, other]) => exchangesBetween(one, other, { table, judged })),
      ...pairsOf(others).flatMap(([one, other]) => exchangesInTime(held, one.series, other.series)),
    ];
  });
}

/** Each two categories of one dimension. */
function pairsOf<Each extends Category>(categories: readonly Each[]): readonly (readonly [Each, Each])[] {
  return categories.flatMap((one, index) =>
    categories
      .slice(index + 1)
      .filter((other) => differByOneValue(one.dimensions, other.dimensions))
      .map((other) => [one, other] as const),
  );
}

function differByOneValue(own: Category['dimensions'], its: Category['dimensions']): boolean {
  if (own.length !== its.length || own.some(([dimension], index) => its[index]?.[0] !== dimension)) return false;
  return own.filter(([, value], index) => its[index]?.[1] !== value).length === 1;
}

type CategoryIn = CategoryTable['categories'][number];

/** What is asked of two categories. */
interface Asked {
  readonly table: CategoryTable;
  /** The ordinals of which something is asked. */
  readonly judged: ReadonlySet<number>;
}

/** A ratio that may be turned over, and what it is beside. */
interface Suspect {
  readonly period: Ratios;
  /** The place of the area in the table. */
  readonly area: number;
  readonly log: number;
  /** The middle ratio of the periods beside it. */
  readonly near: number;
}

function exchangesBetween(one: CategoryIn, other: CategoryIn, { table, judged }: Asked): readonly Finding[] {
  const periods = ratiosOf(one, other, table).filter(({ logs }) => logs.length >= fewestAreas);
  const suspects = periods.flatMap((period, index) => {
    if (!judged.has(period.ordinal)) return [];
    const near = medianOf([-2, -1, 1, 2].flatMap((step) => periods[index + step]?.middle ?? []));
    return suspectsIn(period, near);
  });
  // How far ratios usually are off is asked of the few pairs that have any.
  if (suspects.length === 0) return [];
  const offs = periods.flatMap(({ logs, middle }) => logs.map((log) => log - middle));
  const usual = Math.max(spreadOf(offs), leastUsual);
  return suspects.flatMap((suspect) => exchangeOf(one, other, { suspect, periods, usual }));
}

function suspectsIn(period: Ratios, near: number): readonly Suspect[] {
  const isPeriodSuspect = mayBeExchanged(period.middle, near);
  const found: Suspect[] = [];
  // Pairs of categories are many, and each has some hundred periods.
  for (let index = 0; index < period.logs.length; index += 1) {
    const log = period.logs[index] ?? NaN;
    if (isPeriodSuspect || mayBeExchanged(log, period.middle))
      found.push({ period, area: period.areas[index] ?? 0, log, near });
  }
  return found;
}

/** Whether a ratio is farther from what is likely than from its reverse by as much as is asked, whatever is usual. */
function mayBeExchanged(ratio: number, likely: number): boolean {
  const off = Math.abs(ratio - likely);
  return (
    off >= leastTimes * leastUsual && Math.abs(-ratio - likely) * leastTimes <= off * mostWhenExchanged * (1 + rounding)
  );
}

/** What is lost in arithmetic, and far more. */
const rounding = 1e-9;

function exchangeOf(
  one: CategoryIn,
  other: CategoryIn,
  {
    suspect,
    periods,
    usual,
  }: { readonly suspect: Suspect; readonly periods: readonly Ratios[]; readonly usual: number },
): readonly Finding[] {
  const { period, area, log, near } = suspect;
  const [own, its] = [one.byArea[area], other.byArea[area]];
  if (own === undefined || its === undefined) return [];
  const ratio = { one: own, other: its, ordinal: period.ordinal };
  const spread = Math.hypot(usual, chanceOf(ratio));
  const timesOfAll = timesExchanged(period.middle, near, usual);
  const besideAreas = timesExchanged(log, period.middle, spread);
  if (timesOfAll === 0 && besideAreas === 0) return [];
  const atOtherTimes = periods.flatMap((each) => (each === period ? [] : (each.logs[each.areas.indexOf(area)] ?? [])));
  const besideOwn = atOtherTimes.length === 0 ? Infinity : timesExchanged(log, medianOf(atOtherTimes), spread);
  const times = Math.max(timesOfAll, Math.min(besideAreas, besideOwn));
  return times === 0 ? [] : [exchange(ratio, times)];
}

/** Fewer periods do not tell what the two are to each other. */
const fewestPeriods = 6;

/** Of places that nothing else is like, such as sites: two categories that are to each other what the second is to the first at other times. */
function exchangesInTime(
  held: HeldFigures,
  ones: readonly HeldSeries[],
  others: readonly HeldSeries[],
): readonly Finding[] {
  const byPlace = new Map(others.map((series) => [series.place, series]));
  const asked = ones.filter((one) => [one, byPlace.get(one.place)].some((each) => each && held.isJudged(each)));
  const ratios = ordinalsOf(asked).flatMap((ordinal) => ratiosAt(asked, byPlace, ordinal));
  return [...Map.groupBy(ratios, ({ one }) => one).values()].flatMap((own) => {
    if (own.length < fewestPeriods) return [];
    const middle = medianOf(own.map(({ log }) => log));
    const usual = Math.max(spreadOf(own.map(({ log }) => log - middle)), leastUsual);
    return own.flatMap((ratio) => {
      const times = timesExchanged(ratio.log, middle, Math.hypot(usual, chanceOf(ratio)));
      return times === 0 ? [] : [exchange(ratio, times)];
    });
  });
}

/** Two categories of one place at one time. */
interface Pair {
  readonly one: HeldSeries;
  readonly other: HeldSeries;
  readonly ordinal: number;
}

/** How far chance moves the logarithm of the ratio of two counts. */
function chanceOf({ one, other, ordinal }: Pair): number {
  const [value, beside] = [one.figures.get(ordinal)?.value ?? 0, other.figures.get(ordinal)?.value ?? 0];
  return one.indicator.valueType === 'COUNT' ? Math.sqrt(1 / value + 1 / beside) : 0;
}

interface Ratio extends Pair {
  /** The logarithm of the ratio of the two. */
  readonly log: number;
}

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
  const ratios: Ratio[] = [];
  for (const [one, { value }] of across(ones, ordinal)) {
    const other = others.get(one.place);
    const beside = other?.figures.get(ordinal)?.value ?? 0;
    if (other === undefined || value <= 0 || beside <= 0) continue;
    ratios.push({ one, other, ordinal, log: Math.log(value / beside) });
  }
  return ratios;
}

function exchange({ one, other, ordinal }: Pair, times: number): Finding {
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
