import { dayText } from '../../statistics/comparable-points.ts';
import type { SeriesBreak } from '../../statistics/indicator.ts';
import { medianOf } from '../../statistics/median.ts';
import { type PeriodGrid, periodAt } from '../../statistics/periods.ts';

/** A cell of a series as editions have it. An edition is all that was published on one day. */
export interface EditionedCell {
  readonly ordinal: number;
  /** The day of the edition that answers for the period; null where none does. */
  readonly edition: string | null;
  /** The published figures of its period, by the day of their edition; none where none has one. */
  readonly figures: ReadonlyMap<string, number>;
}

/** Periods that two editions must have in common before it is said that they count alike. With fewer, agreement may be chance. */
const fewestInCommon = 6;
/** In percent of the greater: what a restatement of some late records moves, and no other way of counting. */
const mostApart = 0.5;

/**
 * The breaks of a series where another edition answers than for the period before: of a table that restates what it holds, two
 * editions may count otherwise. None where the two have six or more figures in common that differ by 0.5% at most in the median, and none
 * where one has a figure of a single period: that is delivered to go on with, or to correct, what is there.
 *
 * Oldest first; each at the first day for which the later edition answers. Cells in the order of time. Never throws.
 */
export function seamsBetween(grid: PeriodGrid, cells: readonly EditionedCell[]): readonly SeriesBreak[] {
  const seams: SeriesBreak[] = [];
  let before: { readonly index: number; readonly edition: string } | null = null;
  for (const [index, { edition, figures }] of cells.entries()) {
    if (edition === null || !figures.has(edition)) continue;
    const from = before;
    before = { index, edition };
    if (from === null || from.edition === edition) continue;
    const contrast = contrastOf(from.edition, edition, cells);
    if (contrast === null) continue;
    const first = cells.slice(from.index + 1, index + 1).find((cell) => cell.edition === edition);
    if (first !== undefined) seams.push(seamAt(periodAt(grid, first.ordinal).start, [from.edition, edition], contrast));
  }
  return seams;
}

function seamAt(at: string, [before, after]: readonly [string, string], contrast: string): SeriesBreak {
  const note = `Another edition of the table begins: figures before are of the edition of ${dayText(before)}, later ones of that of ${dayText(after)}. ${contrast}`;
  return { at, kind: 'METHOD', note };
}

/** What is known of how two editions differ, as a sentence; null where they agree. */
function contrastOf(one: string, other: string, cells: readonly EditionedCell[]): string | null {
  const isSingle = (edition: string) => cells.filter(({ figures }) => figures.has(edition)).length === 1;
  if (isSingle(one) || isSingle(other)) return null;
  const apart = cells.flatMap(({ figures }) => {
    const [a, b] = [figures.get(one), figures.get(other)];
    return a === undefined || b === undefined ? [] : [percentApart(a, b)];
  });
  if (apart.length === 0)
    return 'They have figures of no period in common, so that nothing tells whether they count alike.';
  const middle = medianOf(apart);
  if (apart.length < fewestInCommon)
    return `They have figures of ${apart.length} ${apart.length === 1 ? 'period' : 'periods'} in common, too few to tell whether they count alike.`;
  if (middle <= mostApart) return null;
  return `Of the ${apart.length} periods that both have, their figures differ by ${middle.toFixed(1)}% in the median.`;
}

const percentApart = (a: number, b: number) =>
  a === b ? 0 : (100 * Math.abs(a - b)) / Math.max(Math.abs(a), Math.abs(b));
