import type { LeakKind, LinearTable } from '../../disclosure/linear-table.ts';
import type { Figure } from '../../disclosure/figure-index.ts';
import type { StructureTable } from '../../disclosure/structure-table.ts';
import { leakOf, type PublishedLeak } from './published-leaks.ts';

/** The figure of a cell; for a difference that nobody publishes, the whole that it is a part of. Never throws. */
export function figureBehind(table: StructureTable, cell: number, equation: number): Figure | null {
  const figures = (table.table.equations[equation]?.terms ?? []).map(([other]) => table.figureAt(other));
  return table.figureAt(cell) ?? figures.find((figure) => figure !== null) ?? null;
}

/** Where the figure of a cell follows; none where it is no figure. Never throws. */
export function leakAt(
  table: StructureTable,
  cell: number,
  at: { kind: LeakKind; equation: number },
): readonly PublishedLeak[] {
  const figure = figureBehind(table, cell, at.equation);
  return figure === null ? [] : [leakOf(figure, at.kind)];
}

/** Where a sum is, and of what kind it is: that of its first figure. Never throws. */
export function sumAt(table: StructureTable, equation: number): readonly PublishedLeak[] {
  const { kind, terms } = table.table.equations[equation] ?? { kind: 'statistic', terms: [] };
  const figure = terms.map(([cell]) => table.figureAt(cell)).find((found) => found !== null);
  return figure == null ? [] : [leakOf(figure, kind)];
}

/** The kind of an equation in which a cell stands. Never throws. */
export function kindOf({ equations }: LinearTable, cell: number): { kind: LeakKind; equation: number } {
  const equation = equations.findIndex(({ terms }) => terms.some(([other]) => other === cell));
  return { kind: equations[equation]?.kind ?? 'statistic', equation };
}
