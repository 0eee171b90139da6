import { useId } from 'react';
import { type WholeSeries } from '../answer.ts';
import { describeScope } from '../charts/series-words.ts';
import { TakeAwaySeries } from '../take-away/take-away-series.tsx';
import { ChartNotes } from './chart-notes.tsx';
import { figureId } from './figure-id.ts';
import { SeriesTable } from './series-table.tsx';
import { useSeriesChart } from './use-series-chart.ts';

/** A series as a table and as a chart, in this order, with what can be taken away. */
export function SeriesFigure({ series, title }: { readonly series: WholeSeries; readonly title: string }) {
  const id = useId();
  const scope = describeScope(series);
  // The library that draws comes after the figures are there: they are read before it.
  const SeriesChart = useSeriesChart();
  return (
    <figure className="panel-figure" id={figureId(series)}>
      <figcaption id={id}>
        <strong>{title}</strong>, {scope}
      </figcaption>
      <div className="tools">
        <SeriesTable series={series} caption={`${title}, ${scope}`} />
        <TakeAwaySeries series={series} title={title} />
      </div>
      {SeriesChart === null ? <div className="chart-waits" /> : <SeriesChart series={series} labelledBy={id} />}
      <ChartNotes series={series} />
    </figure>
  );
}
