import { protectReadings } from '../../disclosure/protect.ts';
import type { ProtectedReading } from '../../statistics/observation.ts';
import { policyAt } from '../../datasets/area-policy.ts';
import type { DatasetDefinition } from '../../datasets/dataset.ts';
import type { DraftSeries } from '../../datasets/draft-series.ts';

/** A series of which each figure is as its policy lets it be seen by itself. */
export interface SeriesUnderPolicy extends DraftSeries {
  readonly readings: ReadonlyMap<number, ProtectedReading>;
}

/** A series with each reading under the policy of its dataset for its place. The draft stays as it is. Never throws. */
export function underPolicy(dataset: DatasetDefinition, series: DraftSeries): SeriesUnderPolicy {
  return { ...series, readings: protectReadings(policyAt(dataset, series.place), series.indicator, series.readings) };
}
