import { findBorough, writeBoroughAddress } from '../address.ts';
import { type WholeSeries } from '../answer.ts';
import { describeScope, nameSeries } from '../charts/series-words.ts';
import { AboutFigures } from '../panels/about-figures.tsx';
import { ChartNotes } from '../panels/chart-notes.tsx';
import { SeriesTable } from '../panels/series-table.tsx';
import { SyntheticBanner } from '../synthetic-banner.tsx';
import { Drawings } from './drawings.tsx';
import { EmbeddedFoot } from './embedded-foot.tsx';
import { describeRelation, namePlace } from '../words.ts';

interface Shown {
  readonly series: WholeSeries;
  /** The drawing of the series, as SVG, for a wide frame and for a narrow one. */
  readonly drawings: { readonly wide: string; readonly narrow: string };
  /** The way to the top of the site. */
  readonly top: string;
  /** As of which release; null for the newest figures, whatever they are. */
  readonly release: { readonly id: string; readonly publishedAt: string } | null;
  /** The address of the newest figures. */
  readonly live: string;
}

/** A series within the page of somebody else, with all that must stand beside it. It runs nothing. */
export function EmbeddedFigure({ series, drawings, top, release, live }: Shown) {
  const title = nameSeries(series);
  const scope = describeScope(series);
  const place = namePlace(series);
  const relation = describeRelation(series, place);
  return (
    <main className="embedded">
      <SyntheticBanner datasets={series.isSynthetic ? [series.dataset.id] : []} />
      <figure className="panel-figure">
        <figcaption>
          <h1>
            {title}, {place}
          </h1>
          <p className="quiet">{scope}</p>
        </figcaption>
        {relation !== null && <p>{relation}</p>}
        <div
          className="chart"
          role="img"
          aria-label={`${title}, ${place}, ${scope}. The figures are in the table after it.`}
        >
          <Drawings {...drawings} />
        </div>
        <ChartNotes series={series} />
        <SeriesTable series={series} caption={`${title}, ${place}, ${scope}`} />
      </figure>
      <AboutFigures series={series} />
      <EmbeddedFoot release={release} live={live} home={top + writeHome(series)} />
    </main>
  );
}

/** The page of the borough, or of the indicator where the place is none. */
function writeHome({ indicator, area }: WholeSeries): string {
  const borough = area === null ? undefined : findBorough(area.code);
  return borough === undefined ? `catalogue/${encodeURIComponent(indicator.id)}` : writeBoroughAddress(borough);
}
