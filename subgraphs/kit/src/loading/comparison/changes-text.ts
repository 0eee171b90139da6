import type { IndicatorChanges } from './cell-changes.ts';
import { changesHeadings, changesRemarks, changesRows } from './changes-rows.ts';

/**
 * What a load changes, as lines of a table for a person and remarks under it; a single line where nothing is superseded and all is
 * shown as the file has it. Never throws.
 */
export function changesLines(changes: readonly IndicatorChanges[], mayNameFigures: boolean): readonly string[] {
  if (changes.length === 0) return [];
  if (changes.every(isNew)) {
    const added = changes.reduce((sum, each) => sum + each.added, 0);
    return [`  new: ${added.toLocaleString('en-GB')} figure${added === 1 ? '' : 's'}, in the place of none`];
  }
  const rows = [changesHeadings, ...changesRows(changes)];
  const widths = changesHeadings.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return [
    ...rows.map((row) =>
      `  ${row.map((cell, column) => padded(cell, column, widths[column] ?? 0)).join('  ')}`.trimEnd(),
    ),
    ...changesRemarks(changes, mayNameFigures).map((remark) => `  ${remark}`),
  ];
}

const isNew = ({ same, changed, gone, hidden, withheld, rounded, restricted }: IndicatorChanges) =>
  same + changed.length + gone + hidden + withheld + rounded + restricted === 0;

const padded = (cell: string, column: number, width: number) =>
  column === 0 ? cell.padEnd(width) : cell.padStart(width);
