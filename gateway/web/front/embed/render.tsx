import { renderToStaticMarkup } from 'react-dom/server';
import { type WholeSeries } from '../answer.ts';
import { drawSeries } from '../charts/draw-series.ts';
import { drawingWidth, writePicture } from '../charts/picture.ts';
import { describePicture, nameSeries } from '../charts/series-words.ts';
import { DrawingDocument, writeDrawn } from './drawing-document.ts';
import { EmbeddedFigure } from './embedded-figure.tsx';

/*
 * What the gateway runs to show a series where no script does: built for Node with all that it takes, so that a gateway that is
 * installed without packages for development draws, too.
 */

export { renderComparisonPage, renderComparisonPicture } from './render-comparison.tsx';

/** What is rendered. */
export interface Embedded {
  /** A series as `embedded-series.graphql` answers it. */
  readonly series: WholeSeries;
  /** The way to the top of the site from where it is shown. */
  readonly top: string;
  readonly release: { readonly id: string; readonly publishedAt: string } | null;
  readonly live: string;
}

/** A series as a page: its title, and what belongs into the body. */
export function renderPage(embedded: Embedded): { readonly title: string; readonly body: string } {
  const { series } = embedded;
  const drawings = {
    wide: draw(series, drawingWidths.wide),
    // A pattern is found by its name in the whole page.
    narrow: draw(series, drawingWidths.narrow).replaceAll('no-figure', 'no-figure-narrow'),
  };
  return {
    title: nameSeries(series),
    body: renderToStaticMarkup(<EmbeddedFigure {...embedded} drawings={drawings} />),
  };
}

/** A series as a picture, an SVG file. */
export function renderPicture({ series }: Pick<Embedded, 'series'>): string {
  return writePicture(draw(series, drawingWidth), describePicture(series, nameSeries(series)));
}

/** A drawing shrinks with its frame, and its letters with it: in pixels, what most frames have, and what a phone has. */
const drawingWidths = { wide: 720, narrow: 340 } as const;

function draw(series: WholeSeries, width: number): string {
  // It is as much of a document as drawing takes.
  const drawing: unknown = drawSeries(series, width, new DrawingDocument() as unknown as Document);
  return writeDrawn(drawing);
}
