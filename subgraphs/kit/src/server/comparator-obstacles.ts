import { remarksOn } from '../statistics/indicator.ts';
import type { SeriesFigure, SeriesHandle } from './series.ts';

/**
 * Why no figure of a series may be compared: a caveat of its indicator that forbids it; null where none does. What is made
 * up or incomplete is not told here: each figure is marked so, and the rule of comparison looks at the marks. Never throws.
 */
export function obstacleIn(handle: SeriesHandle): string | null {
  const forbidding = remarksOn(handle.indicator.caveats, handle).find(({ severity }) => severity === 'DO_NOT_COMPARE');
  return forbidding?.text ?? null;
}

/** Why two figures may not be compared, by the releases that they lie in; null where nothing speaks against it. Never throws. */
export function obstacleBetween(own: SeriesFigure | null, other: SeriesFigure | null): string | null {
  for (const figure of [own, other]) {
    if (figure === null || figure.point.value === null) continue;
    const { period, release } = figure.observation;
    if (release !== null && release.publishedAt < period.end)
      return `The figure for ${period.label} was published before that time had passed.`;
  }
  return null;
}
