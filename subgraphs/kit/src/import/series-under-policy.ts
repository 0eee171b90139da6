import { protectReading } from '../statistics/disclosure/protect.ts';
import type { Reading } from '../statistics/observation.ts';
import { policyAt } from './area-policy.ts';
import type { DatasetDefinition } from './dataset.ts';
import type { DraftSeries } from './release-draft.ts';

const mark = Symbol('under its policy');

/** A series of which each figure is as its policy lets it be seen by itself. Only `underPolicy` makes one of a draft. */
export interface SeriesUnderPolicy extends DraftSeries {
  readonly [mark]: true;
}

/** A series with each reading under the policy of its dataset for its place. The draft stays as it is. Never throws. */
export function underPolicy(dataset: DatasetDefinition, series: DraftSeries): SeriesUnderPolicy {
  const policy = policyAt(dataset, series.place);
  // Most datasets show all that they have, and some have millions of readings: what stays as it is is not copied.
  let changed: Map<number, Reading> | null = null;
  for (const [ordinal, reading] of series.readings) {
    const kept = protectReading(policy, series.indicator, reading);
    if (kept === reading) continue;
    changed ??= new Map(series.readings);
    changed.set(ordinal, kept);
  }
  return { ...series, readings: changed ?? series.readings, [mark]: true };
}
