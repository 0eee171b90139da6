import { useEffect, useRef } from 'react';
import { type WholeSeries } from '../answer.ts';
import { nameUnit } from '../words.ts';
import { drawSeries } from './draw-series.ts';
import { drawSoon } from './draw-soon.ts';

/** A series over time. For a screen reader it is one picture that says what it shows; its figures are in the table before it. */
export function SeriesChart({ series, labelledBy }: { readonly series: WholeSeries; readonly labelledBy: string }) {
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = holder.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => {
      const width = Math.floor(entry?.contentRect.width ?? 0);
      if (width > 0)
        drawSoon(() => {
          element.replaceChildren(drawSeries(series, width));
        });
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [series]);
  const { observations, indicator } = series;
  return (
    <div
      className="chart"
      role="img"
      aria-labelledby={labelledBy}
      aria-description={`Line chart of ${observations.length} periods in ${nameUnit(indicator.unit)}. Its figures are in the table before it.`}
    >
      <div ref={holder} aria-hidden="true" />
    </div>
  );
}
