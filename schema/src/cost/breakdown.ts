import type { Estimate } from './estimate.ts';
import { type Price, totalOf } from './price.ts';

/** A place of an answer and its part of the cost. */
export interface CostLine {
  /** From the root: `boroughs.crime.recorded`. */
  readonly path: string;
  /** How many there are of it, all lists around it multiplied. */
  readonly count: number;
  /** With everything inside. */
  readonly cost: number;
}

/** Parts below this are not worth a line: together with the others they are what the line above costs. */
const leastShare = 0.01;

/** The places of an answer in the order of the operation, those below a hundredth of the whole left out. */
export function breakDown({ price, total }: Estimate): readonly CostLine[] {
  return linesOf(price, { path: '', things: 1, least: total * leastShare });
}

interface Around {
  readonly path: string;
  readonly things: number;
  readonly least: number;
}

function linesOf({ parts }: Price, { path, things, least }: Around): readonly CostLine[] {
  return parts.flatMap((part) => {
    const cost = totalOf(part, things);
    if (cost < least) return [];
    const here = path === '' ? part.name : `${path}.${part.name}`;
    const count = things * part.length;
    const inside = part.inside === null ? [] : linesOf(part.inside, { path: here, things: count, least });
    return [{ path: here, count, cost }, ...inside];
  });
}
