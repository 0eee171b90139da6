import { type ComparedBoroughs } from '../compare/compared.ts';
import { makeFunnel } from '../compare/funnel.ts';
import { designationWords, nameUnit, severityWords, writeDay } from '../words.ts';
import { drawCompared } from './draw-compared.ts';
import { describeFunnel } from './funnel-words.ts';
import { drawingWidth, writePicture } from './picture.ts';

/** The boroughs beside London as a picture that stands alone. */
export function drawComparePicture(compared: ComparedBoroughs, title: string): string {
  const { all, indicator, london, period } = compared;
  const funnel = makeFunnel(compared);
  const drawing = new XMLSerializer().serializeToString(drawCompared(funnel, compared, drawingWidth));
  const [gravest] = all.find(({ series }) => series !== null)?.series?.caveats ?? [];
  const level = london?.latest == null ? '' : ` Dashed: London, ${london.latest.displayValue}.`;
  return writePicture(drawing, {
    title: `${title}, London boroughs`,
    subtitle: `${nameUnit(indicator.unit)}, ${period}`,
    notes: [
      funnel.kind === 'funnel' ? describeFunnel(funnel) : `By name. Lines: 95% intervals.${level}`,
      ...(gravest === undefined ? [] : [`${severityWords[gravest.severity]}: ${gravest.text}`]),
    ],
    source: describeSource(compared),
    isSynthetic: all.some(({ series }) => series?.isSynthetic === true),
  });
}

function describeSource({ all, indicator: { dataset } }: ComparedBoroughs): string {
  const release = all.find(({ latest }) => latest?.release != null)?.latest?.release;
  const published = release == null ? '' : `, published ${writeDay(release.publishedAt)}`;
  const named = release == null ? '' : ` Release ${release.id}.`;
  return `Source: ${dataset.publisher}, ${dataset.title}${published} (${designationWords[dataset.designation]}). ${dataset.licence}.${named}`;
}
