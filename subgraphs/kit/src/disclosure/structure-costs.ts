import { areaByCode } from '../geography/areas.ts';
import { dimensionKey } from '../statistics/dimensions.ts';
import type { Figure, PlacedReading } from './figure-index.ts';

/**
 * What it costs to withhold a figure, so that the least is lost: totals of wider areas go first, then flows, then breakdowns, and
 * what people look for, a borough's headline, last. Each step outweighs many cells of the one before. Few steps, because partners
 * are looked for at one price after another. Infinity for a figure that must stay. Never throws.
 */
export function costOf({ series, dependents }: Figure): number {
  if (series.isFixed || dependents.some(wasSeen)) return Infinity;
  const { indicator, place, dimensions } = series;
  const area = areaByCode(place);
  const isHeadline = dimensionKey(dimensions) === dimensionKey(indicator.headline ?? {});
  if (area?.type === 'COUNTRY' || (area?.members.length ?? 0) > 1) return costs.wide;
  if (!isHeadline) return costs.breakdown;
  return indicator.isFlow === true ? costs.flow : costs.headline;
}

const wasSeen = ({ series, ordinal }: PlacedReading) => series.seenAt?.has(ordinal) === true;

const costs = { wide: 1, flow: 10, breakdown: 100, headline: 1000 } as const;
