import type { IndicatorDefinition } from '../../statistics/indicator.ts';
import type { Dimensions } from '../../statistics/dimensions.ts';
import type { Reading } from '../../statistics/observation.ts';
import { AnsweredCells } from '../protection/answered-cells.ts';
import type { PublishedRelease, ReleaseSeries } from '../protection/published-releases.ts';

/** A reading that answers, and the day on which its release was published. */
export interface AnsweringReading {
  readonly reading: Reading;
  readonly publishedAt: string;
}

/** The figures of one series that answer. */
export interface AnsweringFigures {
  readonly indicator: IndicatorDefinition;
  readonly place: string;
  readonly dimensions: Dimensions;
  readonly readings: ReadonlyMap<number, AnsweringReading>;
}

/** One name for a series in all releases of a dataset. Never throws. */
export function nameOfFigure({
  indicator,
  place,
  dimensionKey,
}: Pick<ReleaseSeries, 'indicator' | 'place' | 'dimensionKey'>): string {
  return `${indicator.id} ${place} ${dimensionKey}`;
}

interface FoundFigures extends AnsweringFigures {
  readonly readings: Map<number, AnsweringReading>;
}

/**
 * What some releases of a dataset, newest first, answer together: cell by cell what the newest says that covers it, or another of the
 * same day where that has no figure. Never throws.
 */
export function figuresAnswering(releases: readonly PublishedRelease[]): ReadonlyMap<string, AnsweringFigures> {
  const found = new Map<string, FoundFigures>();
  const answered = new AnsweredCells();
  for (const [publishedAt, ofDay] of Map.groupBy(releases, (release) => release.publishedAt)) {
    for (const series of ofDay.flatMap((release) => release.series)) {
      const name = nameOfFigure(series);
      const { indicator, place, dimensions } = series;
      const known = found.get(name) ?? { indicator, place, dimensions, readings: new Map<number, AnsweringReading>() };
      found.set(name, known);
      for (const [ordinal, reading] of series.readings)
        if (!answered.has(series, ordinal) && !known.readings.has(ordinal))
          known.readings.set(ordinal, { reading, publishedAt });
    }
    for (const release of ofDay) answered.add(release);
  }
  return found;
}
