import type { Knowledge } from '../knowledge.ts';
import type { ObservedCell } from '../observe.ts';
import { isSmall } from '../tables/files.ts';

/** The withheld figures on which a statistic is shown all the same, and those with a number left beside the null. */
export function recoverByStatistics({ world, cells }: Knowledge): readonly string[] {
  const isWithheld = (id: string) => cells.get(id)?.status === 'CONFIDENTIAL';
  const printed = world.statistics.filter(
    ({ statistic, count }) => isWithheld(count) && cells.get(statistic)?.value != null,
  );
  const withNumber = world.figures.filter(({ id }) => hasNumber(cells.get(id)));
  return [...printed.map(({ count }) => count), ...withNumber.map(({ id }) => id)];
}

function hasNumber(cell: ObservedCell | undefined): boolean {
  if (cell?.status !== 'CONFIDENTIAL') return false;
  return [cell.value, cell.numerator, cell.denominator, cell.lower, cell.upper].some((number) => number !== null);
}

/** The small counts that are shown as a zero which does not say that it was rounded. */
export function recoverFromZeros({ world, cells }: Knowledge): readonly string[] {
  const statistics = new Set(world.statistics.map(({ statistic }) => statistic));
  return world.figures
    .filter(({ id, truth }) => !statistics.has(id) && truth > 0 && isPlainZero(cells.get(id)))
    .map(({ id }) => id);
}

function isPlainZero(cell: ObservedCell | undefined): boolean {
  return cell?.value === 0 && !cell.flags.includes('ROUNDS_TO_ZERO');
}

/**
 * The withheld counts of which the answer itself tells whether they are small: what stands in every field beside the period is met
 * at small ones of an indicator only, or at others only, where it has both.
 */
export function recoverByMarking({ world, cells, policyOf }: Knowledge): readonly string[] {
  const statistics = new Set(world.statistics.map(({ statistic }) => statistic));
  const withheld = world.figures.flatMap(({ id, indicator, truth }) => {
    const cell = cells.get(id);
    if (cell?.status !== 'CONFIDENTIAL' || statistics.has(id)) return [];
    return [{ id, indicator, isSmall: isSmall(policyOf(indicator), truth), mark: markOf(cell) }];
  });
  return [...Map.groupBy(withheld, ({ indicator }) => indicator).values()].flatMap(tellingMarks);
}

interface MarkedCell {
  readonly id: string;
  readonly isSmall: boolean;
  readonly mark: string;
}

function tellingMarks(withheld: readonly MarkedCell[]): readonly string[] {
  const kinds = Map.groupBy(withheld, ({ isSmall: small }) => small);
  if (kinds.size < 2) return [];
  const marksOf = (small: boolean) => new Set((kinds.get(small) ?? []).map(({ mark }) => mark));
  const [ofSmall, ofOthers] = [marksOf(true), marksOf(false)];
  return withheld.filter(({ mark }) => ofSmall.has(mark) !== ofOthers.has(mark)).map(({ id }) => id);
}

/** Every field of a cell but its period, a flag that its place has and not its figure, and its history, which is compared with other days. */
function markOf(cell: ObservedCell): string {
  return JSON.stringify({
    ...cell,
    period: null,
    history: null,
    flags: cell.flags.filter((flag) => flag !== 'COMPOSITE_AREA'),
  });
}
