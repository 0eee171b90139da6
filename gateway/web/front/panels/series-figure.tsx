import { lazy, Suspense, useId } from 'react';
import { type WholeSeries } from '../answer.ts';
import { CopyButton } from '../copy-button.tsx';
import { writeCsv } from '../csv.ts';
import { writeSeriesQuery } from '../series-query.ts';
import { describeSpan, nameUnit, writeDay } from '../words.ts';
import { SeriesTable } from './series-table.tsx';

// The library that draws comes after the figures are there: they are read before it.
const SeriesChart = lazy(async () => ({ default: (await import('../charts/series-chart.tsx')).SeriesChart }));

/** A series as a table and as a chart, in this order, with what can be taken away. */
export function SeriesFigure({ series, title }: { readonly series: WholeSeries; readonly title: string }) {
  const id = useId();
  const { observations, indicator } = series;
  const period = describeSpan(observations);
  return (
    <figure className="panel-figure" id={figureId(series)}>
      <figcaption id={id}>
        <strong>{title}</strong>, {nameUnit(indicator.unit)}, {period}
      </figcaption>
      <div className="tools">
        <SeriesTable series={series} caption={`${title}, ${nameUnit(indicator.unit)}, ${period}`} />
        <CopyButton label="Copy as CSV" write={() => writeCsv(series)} />
        <CopyButton label="Copy link" write={() => `${location.href.split('#')[0] ?? ''}#${figureId(series)}`} />
        <CopyButton label="Copy query" write={() => writeSeriesQuery(series)} />
      </div>
      <Suspense fallback={<div className="chart-waits" />}>
        <SeriesChart series={series} labelledBy={id} />
      </Suspense>
      <ChartNotes series={series} />
    </figure>
  );
}

function figureId({ indicator, area, site, dimensions }: WholeSeries): string {
  const place = site?.id ?? area?.code ?? '';
  return [indicator.id, place, ...dimensions.map(({ value }) => value)].join('-').replaceAll(/[^\w-]/g, '-');
}

/** What the chart's lines and marks mean, as far as it has them, and what happened at each break. */
function ChartNotes({ series: { controlChart, breaks, observations, latest } }: { readonly series: WholeSeries }) {
  const first = observations[0]?.period.start ?? '';
  const inSight = breaks.filter(({ at }) => at >= first);
  const withheld = observations.filter(({ status }) => status !== 'PUBLISHED').length;
  return (
    <div className="chart-notes quiet">
      {controlChart?.centre != null && (
        <p>
          Shaded: what is usual, {controlChart.firstPeriod?.label} to {controlChart.lastPeriod?.label}
          {controlChart.isProvisional && ' (provisional: few points)'}. Diamonds: unlikely by chance.
        </p>
      )}
      {controlChart?.reason != null && <p>No control chart. {controlChart.reason}</p>}
      {latest?.lower != null && <p>Upright lines: 95% confidence intervals.</p>}
      {withheld > 0 && <p>Striped: {withheld} without a figure; the table says why of each.</p>}
      {inSight.length > 0 && (
        <ol className="breaks" aria-label="Breaks in the series">
          {inSight.map(({ at, note }, index) => (
            <li key={`${at} ${note}`}>
              <span className="break-mark" aria-hidden="true">
                {index + 1}
              </span>{' '}
              From {writeDay(at)}: {note}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
