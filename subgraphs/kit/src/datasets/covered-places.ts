import type { IndicatorDefinition } from '../statistics/indicator.ts';
import type { DraftSeries } from './draft-series.ts';

/** The ordinals that are covered at each place, by the code or id of the place. */
export type CoveredPlaces = ReadonlyMap<string, ReadonlySet<number>>;

/**
 * Where some series have a figure or a status, for each of some indicators: what a release covers that covers them place by place.
 * Never throws.
 */
export function placesCovered(
  byPlace: ReadonlySet<IndicatorDefinition>,
  series: readonly Pick<DraftSeries, 'indicator' | 'place' | 'readings'>[],
): ReadonlyMap<IndicatorDefinition, CoveredPlaces> {
  const covered = new Map<IndicatorDefinition, Map<string, Set<number>>>();
  for (const indicator of byPlace) covered.set(indicator, new Map());
  for (const { indicator, place, readings } of series) {
    const places = covered.get(indicator);
    if (places === undefined) continue;
    const ordinals = places.get(place) ?? new Set<number>();
    places.set(place, ordinals);
    for (const ordinal of readings.keys()) ordinals.add(ordinal);
  }
  return covered;
}
