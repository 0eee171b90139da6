import { useId } from 'react';
import { type MonthSeries, type WholeSeries } from '../answer.ts';
import { Notice } from '../notice.tsx';
import { NothingHeld } from '../section.tsx';
import { SignInHint } from '../signing-in/sign-in-hint.tsx';
import { describeRelation } from '../words.ts';
import { AboutFigures } from './about-figures.tsx';
import { Comparators } from './comparators.tsx';
import { LatestFigure } from './latest-figure.tsx';
import { SeriesFigure } from './series-figure.tsx';

interface Shown {
  readonly series: WholeSeries | MonthSeries | null | undefined;
  /** What the panel is about; the indicator's name where it is left out. */
  readonly title: string;
  /** The borough that the page is about. */
  readonly borough: string;
}

/** One series with all that belongs to it: newest figure, table, chart, comparators, source, caveats. */
export function SeriesPanel({ series, title, borough }: Shown) {
  const id = useId();
  return (
    <article className="panel" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {series == null ? (
        <NothingHeld>The graph holds no figures of this for {borough}.</NothingHeld>
      ) : (
        <Content series={series} title={title} borough={borough} />
      )}
    </article>
  );
}

function Content({ series, title, borough }: Shown & { readonly series: WholeSeries }) {
  const relation = describeRelation(series, borough);
  const isForNamedUsers = series.observations.some(({ status }) => status === 'WITHHELD_BY_TIER');
  return (
    <>
      {relation !== null && <Notice kind="elsewhere">{relation}</Notice>}
      {isForNamedUsers && (
        <Notice kind="access">
          These figures are shown to named users of partner bodies, under an agreement with the agency that holds them,
          for an agreed purpose. That they are not shown here says nothing of how large they are. <SignInHint />
        </Notice>
      )}
      <div className="panel-body">
        <div className="panel-words">
          <LatestFigure series={series} />
        </div>
        {!isForNamedUsers && series.observations.length > 0 && <SeriesFigure series={series} title={title} />}
      </div>
      {!isForNamedUsers && <Comparators comparators={series.comparators} />}
      <AboutFigures series={series} />
    </>
  );
}
