import { dimensionsOf } from '@boroughgraph/kit/statistics/dimensions.ts';
import { medianOf } from '@boroughgraph/kit/statistics/median.ts';
import { type HeldSeries, isWhole, ordinalsOf } from './held-series.ts';

/** The series of one narrowing. */
export interface Category {
  readonly dimensions: readonly (readonly [dimension: string, value: string])[];
  readonly series: readonly HeldSeries[];
}

/** Some series by how they are narrowed. Never throws. */
export function categoriesOf(series: readonly HeldSeries[]): readonly Category[] {
  const byKey = Map.groupBy(series, ({ dimensionKey }) => dimensionKey);
  return [...byKey].map(([key, ones]) => ({ dimensions: Object.entries(dimensionsOf(key)), series: ones }));
}

/** A category, with what it has everywhere and always in one array: pairs of categories are many, and each looks at all of it. */
interface CategoryRow extends Category {
  /** By the place of an area in the table; undefined where it has nothing of the category. */
  readonly byArea: readonly (HeldSeries | undefined)[];
  /** The logarithm of each whole figure above zero, those of all areas period by period; NaN where there is none. */
  readonly logs: Float64Array;
}

/** The categories of one indicator, area by area and period by period. */
export interface CategoryTable {
  readonly areas: number;
  /** In order. */
  readonly ordinals: readonly number[];
  readonly categories: readonly CategoryRow[];
}

/** A table of some series of one indicator. Never throws. */
export function categoryTable(series: readonly HeldSeries[]): CategoryTable {
  const places = [...new Set(series.map(({ place }) => place))];
  const ordinals = ordinalsOf(series);
  const positions = new Map(ordinals.map((ordinal, position) => [ordinal, position]));
  const categories = categoriesOf(series).map((category): CategoryRow => {
    const byPlace = new Map(category.series.map((one) => [one.place, one]));
    const byArea = places.map((place) => byPlace.get(place));
    const logs = new Float64Array(places.length * ordinals.length).fill(NaN);
    for (const [area, one] of byArea.entries())
      for (const [ordinal, figure] of one?.figures ?? [])
        if (figure.value > 0 && isWhole(figure))
          logs[(positions.get(ordinal) ?? 0) * places.length + area] = Math.log(figure.value);
    return { ...category, byArea, logs };
  });
  return { areas: places.length, ordinals, categories };
}

/** What two categories are to each other in one period, in all areas that have both. */
export interface Ratios {
  readonly ordinal: number;
  /** The places of the areas in the table, in order. */
  readonly areas: readonly number[];
  /** The logarithms of the ratios, in the order of the areas. */
  readonly logs: readonly number[];
  readonly middle: number;
}

/** What two categories of a table are to each other, in the order of time; none of two of which one is the larger everywhere and always. Never throws. */
export function ratiosOf(one: CategoryRow, other: CategoryRow, { areas, ordinals }: CategoryTable): readonly Ratios[] {
  if (isAlwaysLarger(one.logs, other.logs)) return [];
  return ordinals.map((ordinal, position) => {
    const found = { areas: [] as number[], logs: [] as number[] };
    for (let area = 0; area < areas; area += 1) {
      const at = position * areas + area;
      const log = (one.logs[at] ?? NaN) - (other.logs[at] ?? NaN);
      if (Number.isNaN(log)) continue;
      found.areas.push(area);
      found.logs.push(log);
    }
    return { ordinal, ...found, middle: medianOf(found.logs) };
  });
}

/** Whether one of two categories has more than the other everywhere and always: then nothing is turned over. Most pairs are so. */
function isAlwaysLarger(ones: Float64Array, others: Float64Array): boolean {
  let [isLarger, isSmaller] = [true, true];
  for (let at = 0; at < ones.length && (isLarger || isSmaller); at += 1) {
    const off = (ones[at] ?? NaN) - (others[at] ?? NaN);
    if (off > 0) isSmaller = false;
    else if (off < 0) isLarger = false;
  }
  return isLarger || isSmaller;
}
