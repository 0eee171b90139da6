import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { protectCount } from '@boroughgraph/kit/disclosure/protect.ts';
import type { Reading } from '@boroughgraph/kit/statistics/observation.ts';
import type { PlaceCounts } from './counts.ts';
import type { SamplePlace } from './places.ts';

/** By what rules a publisher shows counts. */
type Publisher = Pick<DatasetDefinition, 'disclosurePolicy' | 'roundedTo'>;

/**
 * The counts of one place as a publisher would show them, by dimension key, oldest first: small ones are withheld, and sums over
 * places rounded where the publisher rounds them. What would follow from them is withheld when they are loaded, as with any file.
 * Never throws.
 */
export function publish(
  counts: PlaceCounts,
  place: SamplePlace,
  { disclosurePolicy: policy, roundedTo }: Publisher,
): ReadonlyMap<string, readonly Reading[]> {
  const base = place.parts.length > 1 ? (roundedTo ?? 1) : 1;
  return new Map(
    [...counts].map(([key, series]) => [
      key,
      series.counts.map((count) => rounded(protectCount(policy, { value: count, status: 'PUBLISHED' }), base)),
    ]),
  );
}

function rounded(reading: Reading, base: number): Reading {
  if (reading.value === null || base === 1) return reading;
  return { ...reading, value: Math.round(reading.value / base) * base, flags: ['ROUNDED'] };
}
