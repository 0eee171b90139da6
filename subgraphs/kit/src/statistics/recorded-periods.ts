import { periodAt, type PeriodGrid } from './periods.ts';

/** The first census counted in 1801, and no projection goes so far as 2199: a year outside is a typing error. */
const [firstYear, lastYear] = [1801, 2199];

/** Ordinals of a grid, both included. */
interface Ordinals {
  readonly first: number;
  readonly last: number;
}

const known = new WeakMap<PeriodGrid, Ordinals>();

/** The ordinals of the periods of a grid of which a figure can be: those that begin from 1801 to 2199. Never throws. */
export function recordedOrdinals(grid: PeriodGrid): Ordinals {
  const found = known.get(grid) ?? { first: lastUpTo(grid, firstYear - 1) + 1, last: lastUpTo(grid, lastYear) };
  known.set(grid, found);
  return found;
}

/** What to say of a period that is none of them. */
export const recordedPeriods = `a period from ${firstYear} to ${lastYear}`;

/** The last ordinal of a grid whose period begins in a year, or earlier. */
function lastUpTo(grid: PeriodGrid, year: number): number {
  let ordinal = 0;
  for (let step = 2 ** 15; step >= 1; step /= 2)
    if (Number.parseInt(periodAt(grid, ordinal + step).start) <= year) ordinal += step;
  return ordinal;
}
