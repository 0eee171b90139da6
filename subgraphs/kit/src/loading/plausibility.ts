import { areaByCode } from '../geography/areas.ts';
import { dimensionKey } from '../statistics/dimensions.ts';
import { medianOf } from '../statistics/median.ts';
import { publicIdOf } from '../statistics/period-kinds.ts';
import { periodAt } from '../statistics/periods.ts';
import type { SeriesUnderPolicy } from './protection/series-under-policy.ts';

/** A value this many times above or below the median of its own series is listed for a person: chosen on the files at hand, where it finds the misaligned year and little else. */
const farFactor = 3;
/** Series with fewer values have no history to speak of. */
const fewestValues = 5;
/** Smaller values vary by chance alone. */
const smallestMedian = 20;

/**
 * Sentences on values far from the history of their own series, in the order of the file. Only series without a breakdown,
 * or the headline where there is none, are looked at, because small parts vary by chance; what the policy withholds is not looked at, because a report is passed on. They
 * change nothing: a person decides.
 */
export function findUnusualValues(series: readonly SeriesUnderPolicy[]): readonly string[] {
  const totals = series.filter(({ dimensionKey: key, indicator }) => key === dimensionKey(indicator.headline ?? {}));
  return totals.flatMap((series) => unusualIn(series));
}

function unusualIn(series: SeriesUnderPolicy): readonly string[] {
  const cells = [...series.readings].flatMap(([ordinal, { value }]) => (value === null ? [] : [{ ordinal, value }]));
  const median = medianOf(cells.map(({ value }) => value));
  if (cells.length < fewestValues || median < smallestMedian) return [];
  return cells
    .filter(({ value }) => value > median * farFactor || value < median / farFactor)
    .map(({ ordinal, value }) => {
      const place = areaByCode(series.place)?.name ?? series.place;
      return `${publicIdOf(series.indicator)} of ${place} in ${periodAt(series.indicator.grid, ordinal).id} is ${value}, its median ${median}`;
    });
}
