import type { Reading } from '@boroughgraph/kit/statistics/observation.ts';
import type { Period } from '@boroughgraph/kit/statistics/periods.ts';
import type { SamplePlace } from './places.ts';

/** The borough that supplies nothing for half a year, so that the sample has gaps: as Hackney did after the attack on its systems. */
export const gapBorough = 'E09000012';
/** Periods that end on these days or between them are missing. */
const gap = { from: '2022-01-01', to: '2022-06-30' };

/**
 * The readings of a place with its gap: NOT_AVAILABLE in the borough that supplied nothing, flagged ESTIMATED in the areas that
 * hold it, whose publishers fill it in. `periods` are those of the readings. Never throws.
 */
export function withGap(
  readings: readonly Reading[],
  place: SamplePlace,
  periods: readonly Period[],
): readonly Reading[] {
  if (!place.parts.includes(gapBorough)) return readings;
  const isMissing = (index: number) => {
    const end = periods[index]?.end ?? '';
    return gap.from <= end && end <= gap.to;
  };
  return readings.map((reading, index) => (isMissing(index) ? filled(reading, place) : reading));
}

function filled(reading: Reading, place: SamplePlace): Reading {
  if (place.id === gapBorough) return { value: null, status: 'NOT_AVAILABLE' };
  return reading.value === null ? reading : { ...reading, flags: [...(reading.flags ?? []), 'ESTIMATED'] };
}
