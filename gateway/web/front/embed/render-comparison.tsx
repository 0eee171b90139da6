import { renderToStaticMarkup } from 'react-dom/server';
import { type Comparison } from '../address.ts';
import { describeCompared, drawComparePicture } from '../charts/compare-picture.ts';
import { drawCompared } from '../charts/draw-compared.ts';
import { type CompareAnswer } from '../compare/answer.ts';
import { type CompareView, viewsOf } from '../compare/compare-view.ts';
import { type ComparedBoroughs, readCompared } from '../compare/compared.ts';
import { makeFunnel } from '../compare/funnel.ts';
import { nameChosen } from '../compare/name-chosen.ts';
import { DrawingDocument, writeDrawn } from './drawing-document.ts';
import { EmbeddedComparison } from './embedded-comparison.tsx';

/** A comparison that is embedded. */
export interface EmbeddedAnswer {
  /** As `compare-page.graphql` answers it. */
  readonly answer: CompareAnswer;
  readonly chosen: Comparison;
  readonly view: CompareView;
  /** The way to the top of the site from where it is shown. */
  readonly top: string;
  readonly release: { readonly publishedAt: string } | null;
  readonly live: string;
}

/** What was drawn, or why nothing may be. */
export type Drawn<Content> =
  ({ readonly kind: 'drawn' } & Content) | { readonly kind: 'refused'; readonly reason: string };

/** A picture of a comparison as a page: its title, and what belongs into the body. */
export function renderComparisonPage(
  embedded: EmbeddedAnswer,
): Drawn<{ readonly title: string; readonly body: string }> {
  return whereAllowed(embedded, (compared, title) => {
    const { view } = embedded;
    const drawings =
      view === 'chart' ? { wide: drawChart(compared, widths.wide), narrow: drawChart(compared, widths.narrow) } : null;
    const shown = <EmbeddedComparison {...embedded} compared={compared} title={title} drawings={drawings} />;
    return { kind: 'drawn', title: describeCompared(compared, title).title, body: renderToStaticMarkup(shown) };
  });
}

/** The same as a picture that stands alone, an SVG file. */
export function renderComparisonPicture(embedded: EmbeddedAnswer): Drawn<{ readonly picture: string }> {
  return whereAllowed(embedded, (compared, title) => ({
    kind: 'drawn',
    picture: drawComparePicture(compared, { title, view: embedded.view, write: writeDrawn, document: newDocument() }),
  }));
}

/** A drawing shrinks with its frame, and its letters with it: in pixels, what most frames have, and what a phone has. */
const widths = { wide: 860, narrow: 340 } as const;

const drawChart = (compared: ComparedBoroughs, width: number) =>
  writeDrawn(drawCompared(makeFunnel(compared), compared, { width, document: newDocument() }));

function whereAllowed<Content>(
  { answer, chosen, view }: EmbeddedAnswer,
  draw: (compared: ComparedBoroughs, title: string) => Drawn<Content>,
): Drawn<Content> {
  const compared = readCompared(answer);
  if (compared === null) return { kind: 'refused', reason: `No agency measures anything called “${chosen.indicator}”` };
  if (viewsOf(compared).includes(view)) return draw(compared, nameChosen(chosen, compared.indicator));
  return { kind: 'refused', reason: whyNot(compared) };
}

function whyNot({ refusals, elsewhere, indicator: { held } }: ComparedBoroughs): string {
  if (elsewhere !== null) return `Nobody publishes this for boroughs: it is measured for ${elsewhere} and the like`;
  if (refusals.length > 0) return refusals.join(' ');
  return held.absence?.text ?? 'No borough has figures of this of which such a picture could be drawn';
}

/** It is as much of a document as drawing takes. */
const newDocument = () => new DrawingDocument() as unknown as Document;
