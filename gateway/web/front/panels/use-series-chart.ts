import { type ComponentType, useEffect, useState } from 'react';
import { type WholeSeries } from '../answer.ts';

/** What draws a series. */
type SeriesChart = ComponentType<{ readonly series: WholeSeries; readonly labelledBy: string }>;

let loaded: SeriesChart | null = null;

/** Loads what draws series: several times the rest of the page, and not needed before there are figures. */
export async function loadSeriesChart(): Promise<SeriesChart> {
  return (loaded ??= (await import('../charts/series-chart.tsx')).SeriesChart);
}

/**
 * What draws series; null until it is there. It is drawn in the moment in which it comes: what React suspends, it shows after a third
 * of a second at the soonest.
 */
export function useSeriesChart(): SeriesChart | null {
  const [chart, setChart] = useState<SeriesChart | null>(() => loaded);
  useEffect(() => {
    // Where it cannot be loaded, the figures are there as a table.
    loadSeriesChart().then(
      (found) => {
        setChart(() => found);
      },
      () => undefined,
    );
  }, []);
  return chart;
}
