import type { IndicatorDefinition } from '../../statistics/indicator.ts';
import type { Reading } from '../../statistics/observation.ts';
import { AnsweredCells } from '../answered-cells.ts';
import type { PublishedRelease, ReleaseSeries } from '../published-releases.ts';

/** The figures of one series that answer. */
export interface AnsweringFigures {
  readonly indicator: IndicatorDefinition;
  readonly place: string;
  readonly readings: ReadonlyMap<number, Reading>;
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
  readonly readings: Map<number, Reading>;
}

/** What some releases of a dataset, newest first, answer together: cell by cell what the newest says that covers it. Never throws. */
export function figuresAnswering(releases: readonly PublishedRelease[]): ReadonlyMap<string, AnsweringFigures> {
  const found = new Map<string, FoundFigures>();
  const answered = new AnsweredCells();
  for (const release of releases) {
    for (const series of release.series) {
      const name = nameOfFigure(series);
      const { indicator, place } = series;
      const known = found.get(name) ?? { indicator, place, readings: new Map<number, Reading>() };
      found.set(name, known);
      for (const [ordinal, reading] of series.readings)
        if (!answered.has(series, ordinal)) known.readings.set(ordinal, reading);
    }
    answered.add(release);
  }
  return found;
}
