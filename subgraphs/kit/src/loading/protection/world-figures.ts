import type { HistoryEvidence } from '../../disclosure/history-evidence.ts';
import { type DeclaredStructure, termOf } from '../../disclosure/structure-equations.ts';
import { figuresIn } from '../../disclosure/structure-figures.ts';
import type { FigureIndex } from '../../disclosure/figure-index.ts';
import { joinStatistics } from '../../disclosure/structure-statistics.ts';
import type { World } from './served-worlds.ts';

/** The figures of a world, each statistic joined to the count that it rests on, beside what is known of periods that it lacks. */
export function figuresOf(
  world: World,
  structures: readonly DeclaredStructure[],
  beyond?: HistoryEvidence,
): FigureIndex {
  const index = figuresIn(world, beyond);
  for (const declared of structures) {
    const { structure } = declared;
    if (structure.kind !== 'statistic') continue;
    const { statistic, count, denominator } = structure;
    joinStatistics(index, world, {
      statistic: termOf(declared, statistic),
      count: termOf(declared, count),
      denominator: denominator === undefined ? null : termOf(declared, denominator),
    });
  }
  return index;
}
