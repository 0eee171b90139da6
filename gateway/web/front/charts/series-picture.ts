import { type WholeSeries } from '../answer.ts';
import { drawSeries } from './draw-series.ts';
import { drawingWidth, writePicture } from './picture.ts';
import { describePicture } from './series-words.ts';

/** A series as a picture that stands alone, drawn in the page. */
export function drawSeriesPicture(series: WholeSeries, title: string): string {
  const drawing = new XMLSerializer().serializeToString(drawSeries(series, drawingWidth));
  return writePicture(drawing, describePicture(series, title));
}
