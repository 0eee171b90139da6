/** One year of a table of counts: the figure of each area, by any key that the years share; an area without one is absent. */
export interface YearOfCounts {
  readonly year: number;
  readonly counts: ReadonlyMap<number, number>;
}

/** A year whose figures stand under other areas, and by how much the area in the middle seems to have changed. */
export interface YearOutOfStep {
  readonly year: number;
  /** The year that it was compared with. */
  readonly comparedWith: number;
  /** The middle one of the areas' changes, up or down, as a factor of one or more. */
  readonly typicalChange: number;
}

/**
 * A typical area never changes by this factor in a year. In the eleven pairs of years at hand it changes by 1.1 to 1.3, and by
 * 2.4 in the year whose row is misaligned; among the areas of London alone by 1.3 at most, and by 3.
 */
const largestTypicalChange = 1.8;
/** Added to both counts of a pair, because small ones vary by chance: 5 to 10 is no doubling. */
const cushion = 5;
/** With fewer areas there is no typical one. */
const fewestAreas = 3;

/**
 * The years of a table that are out of step with their neighbours, oldest first: figures that each look right and stand under
 * other areas. Years may come in any order; of a repeated one the first counts.
 *
 * Each year is compared with the nearest one before it that is in step. The first years are taken to be in step when two in a
 * row agree, so that a misaligned first year does not make all the others suspect. Never throws.
 */
export function yearsOutOfStep(table: readonly YearOfCounts[]): readonly YearOutOfStep[] {
  const years = [...new Map(table.toReversed().map((row) => [row.year, row])).values()].sort((a, b) => a.year - b.year);
  const start = Math.max(
    0,
    years.findIndex((row, index) => isInStep(row, years[index + 1])),
  );
  const before = found(years.slice(0, start + 1).toReversed());
  const after = found(years.slice(start));
  return [...before, ...after].sort((a, b) => a.year - b.year);
}

/** The years of a walk away from the first, which is in step. */
function found([first, ...others]: readonly YearOfCounts[]): readonly YearOutOfStep[] {
  const outOfStep: YearOutOfStep[] = [];
  let last = first;
  for (const row of others)
    if (last === undefined || isInStep(last, row)) last = row;
    else outOfStep.push({ year: row.year, comparedWith: last.year, typicalChange: typicalChange(last, row) });
  return outOfStep;
}

function isInStep(a: YearOfCounts, b: YearOfCounts | undefined): boolean {
  return b !== undefined && typicalChange(a, b) <= largestTypicalChange;
}

/** The middle one of the changes of all areas that both years have; 1 where they have too few. */
function typicalChange(a: YearOfCounts, b: YearOfCounts): number {
  const changes = [...a.counts].flatMap(([area, count]) => {
    const other = b.counts.get(area);
    return other === undefined ? [] : [changeBetween(count + cushion, other + cushion)];
  });
  return changes.length < fewestAreas ? 1 : middleOf(changes);
}

const changeBetween = (a: number, b: number) => Math.max(a, b) / Math.min(a, b);

function middleOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 1;
}
