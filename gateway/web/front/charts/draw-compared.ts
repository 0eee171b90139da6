import { type ComparedBoroughs } from '../compare/compared.ts';
import { type Funnel, type NoFunnel } from '../compare/funnel.ts';
import { type Sheet } from './chart-frame.ts';
import { drawFunnel } from './draw-funnel.ts';
import { drawIntervals } from './draw-intervals.ts';

/** A funnel where there can be one, else each figure with its interval, by name. */
export function drawCompared(funnel: Funnel | NoFunnel, compared: ComparedBoroughs, sheet: Sheet): Element {
  return funnel.kind === 'funnel' ? drawFunnel(funnel, compared, sheet) : drawIntervals(compared, sheet);
}
