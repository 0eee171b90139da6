import { type CompareView } from '../compare/compare-view.ts';
import { type ComparedBoroughs } from '../compare/compared.ts';
import { makeFunnel } from '../compare/funnel.ts';
import { describeMultiples, layOutMultiples } from '../compare/lay-out-multiples.ts';
import { designationWords, nameUnit, severityWords, writeDay } from '../words.ts';
import { drawCompared } from './draw-compared.ts';
import { describeFunnel } from './funnel-words.ts';
import { drawMultiples } from './draw-multiples.ts';
import { drawTiles } from './draw-tiles.ts';
import { drawingWidth, type PictureWords, writePicture } from './picture.ts';

/** How a picture is drawn. */
export interface DrawingWay {
  readonly title: string;
  readonly view: CompareView;
  /** Writes what was drawn. */
  readonly write: (drawn: Element) => string;
  /** In which it is drawn. @default the page */
  readonly document?: Document;
}

/** A picture that stands alone, of boroughs beside London or of each over time. */
export function drawComparePicture(compared: ComparedBoroughs, way: DrawingWay): string {
  return writePicture(drawView(compared, way), {
    ...describeCompared(compared, way.title),
    notes: [...describeView(compared, way.view), ...describeGravest(compared)],
  });
}

/** One view of a comparison as SVG, without what stands around it. */
function drawView(compared: ComparedBoroughs, { view, write, document }: Omit<DrawingWay, 'title'>): string {
  switch (view) {
    case 'map':
      return drawTiles(compared);
    case 'chart': {
      const sheet = { width: drawingWidth, ...(document !== undefined && { document }) };
      return write(drawCompared(makeFunnel(compared), compared, sheet));
    }
    case 'multiples':
      return drawMultiples(compared);
    default:
      return view satisfies never;
  }
}

/** How a view is read. */
export function describeView(compared: ComparedBoroughs, view: CompareView): readonly string[] {
  const { london } = compared;
  const level = london?.latest == null ? '' : ` London: ${london.latest.displayValue}.`;
  if (view === 'map')
    return [
      `▲ higher and ▼ lower than London where 95% intervals tell more than chance; dashed: not compared.${level}`,
    ];
  if (view === 'multiples') return describeMultiples(layOutMultiples(compared));
  const funnel = makeFunnel(compared);
  return [funnel.kind === 'funnel' ? describeFunnel(funnel) : `By name. Lines: 95% intervals. Dashed:${level}`];
}

/** The words around every picture of a comparison, but for how it is read. */
export function describeCompared(compared: ComparedBoroughs, title: string): PictureWords {
  const { all, indicator, period } = compared;
  return {
    title: `${title}, London boroughs`,
    subtitle: `${nameUnit(indicator.unit)}, ${period}`,
    notes: [],
    source: describeSource(compared),
    isSynthetic: all.some(({ series }) => series?.isSynthetic === true),
  };
}

function describeGravest({ all }: ComparedBoroughs): readonly string[] {
  const [gravest] = all.find(({ series }) => series !== null)?.series?.caveats ?? [];
  return gravest === undefined ? [] : [`${severityWords[gravest.severity]}: ${gravest.text}`];
}

function describeSource({ all, indicator: { dataset } }: ComparedBoroughs): string {
  const release = all.find(({ latest }) => latest?.release != null)?.latest?.release;
  const published = release == null ? '' : `, published ${writeDay(release.publishedAt)}`;
  const named = release == null ? '' : ` Release ${release.id}.`;
  return `Source: ${dataset.publisher}, ${dataset.title}${published} (${designationWords[dataset.designation]}). ${dataset.licence}.${named}`;
}
