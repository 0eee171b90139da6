import { type ComparedBoroughs } from '../compare/compared.ts';
import { type Funnel, type NoFunnel } from '../compare/funnel.ts';
import { drawFunnel } from './draw-funnel.ts';
import { drawIntervals } from './draw-intervals.ts';

/** A funnel where there can be one, else each figure with its interval, by name. */
export function drawCompared(funnel: Funnel | NoFunnel, compared: ComparedBoroughs, width: number): Element {
  return funnel.kind === 'funnel' ? drawFunnel(funnel, compared, width) : drawIntervals(compared, width);
}
