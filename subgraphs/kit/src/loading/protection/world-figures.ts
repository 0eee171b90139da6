import type { HistoryEvidence } from '../../disclosure/history-evidence.ts';
import { type DeclaredStructure, tableOf, termOf } from '../../disclosure/structure-equations.ts';
import { figuresIn } from '../../disclosure/structure-figures.ts';
import type { FigureIndex } from '../../disclosure/figure-index.ts';
import { joinStatistics } from '../../disclosure/structure-statistics.ts';
import type { StructureTable } from '../../disclosure/structure-table.ts';
import type { World } from './served-worlds.ts';

/** What adds up in a world. */
export interface WorldTable {
  readonly figures: FigureIndex;
  readonly table: StructureTable;
}

/** What adds up in a world: its figures, and the table that the structures make of them. */
export function worldTableOf(figures: FigureIndex, structures: readonly DeclaredStructure[]): WorldTable {
  // In this order: the table adds to the figures what is published twice.
  const table = tableOf(figures, structures);
  return { figures, table };
}

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
