import { areaByCode } from '../areas.ts';
import { dimensionKey } from '../dimensions.ts';
import type { Figure } from './structure-figures.ts';

/**
 * What it costs to withhold a figure, so that the least is lost: totals of wider areas and flows go first, then breakdowns, and
 * what people look for, a borough's headline, last. Each step outweighs many cells of the one before. Within a step the fewest
 * cells go, and of equally many the smaller figures. Infinity for a figure that must stay. Never throws.
 */
export function costOf({ series, known }: Figure): number {
  if (series.isFixed) return Infinity;
  return stepOf(series) * (1 + Math.min(known?.high ?? 0, largestWeighed) / (largestWeighed * 10));
}

/** Figures beyond it weigh as much as it does: up to a tenth more than a small one. */
const largestWeighed = 100_000;

const steps = { wide: 1, breakdown: 30, headline: 1000 } as const;

function stepOf({ indicator, place, dimensions }: Figure['series']): number {
  const isWide = (areaByCode(place)?.members.length ?? 0) > 1 || areaByCode(place)?.type === 'COUNTRY';
  if (isWide) return steps.wide;
  if (indicator.isFlow === true) return steps.wide * 2;
  const isHeadline = dimensionKey(dimensions) === dimensionKey(indicator.headline ?? {});
  return isHeadline ? steps.headline : steps.breakdown;
}
