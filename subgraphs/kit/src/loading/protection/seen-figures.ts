import type { Reading } from '../../statistics/observation.ts';
import type { DatasetDefinition } from '../../datasets/dataset.ts';
import type { PublishedRelease, ReleaseSeries } from './published-releases.ts';

/** Figures that readers have seen, by the name of a series and the ordinal. */
export type SeenFigures = ReadonlyMap<string, ReadonlyMap<number, Reading>>;

/** One name for a series in every release of its dataset. Never throws. */
export function nameOf(
  { indicator, place, dimensionKey }: Pick<ReleaseSeries, 'indicator' | 'place' | 'dimensionKey'>,
  { id }: Pick<DatasetDefinition, 'id'>,
): string {
  return `${id} ${indicator.id} ${place} ${dimensionKey}`;
}

/** What some releases show; of a figure that several do, the one of the last. Never throws. */
export function seenIn(releases: readonly PublishedRelease[]): SeenFigures {
  const seen = new Map<string, Map<number, Reading>>();
  for (const release of releases)
    for (const series of release.series) {
      const name = nameOf(series, release.dataset);
      const known = seen.get(name) ?? new Map<number, Reading>();
      for (const [ordinal, reading] of series.readings) if (reading.status === 'PUBLISHED') known.set(ordinal, reading);
      seen.set(name, known);
    }
  return seen;
}

/** A release as whoever remembers reads it: what it withholds and was seen before is known. The release stays as it is. Never throws. */
export function withSeen(release: PublishedRelease, seen: SeenFigures): PublishedRelease {
  const series = release.series.map((one) => {
    const known = seen.get(nameOf(one, release.dataset));
    const isKnown = ([ordinal, { status }]: readonly [number, Reading]) =>
      status === 'CONFIDENTIAL' && known?.has(ordinal) === true;
    if (known === undefined || ![...one.readings].some(isKnown)) return one;
    const readings = [...one.readings].map(
      ([ordinal, reading]) =>
        [ordinal, isKnown([ordinal, reading]) ? (known.get(ordinal) ?? reading) : reading] as const,
    );
    return { ...one, readings: new Map(readings) };
  });
  return { ...release, series };
}
