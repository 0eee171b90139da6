import type { OpenedFile } from '@boroughgraph/kit/datasets/dataset.ts';
import { parseNumber } from '@boroughgraph/kit/files/numbers.ts';
import type { ReleaseDraft } from '@boroughgraph/kit/datasets/release-draft.ts';
import type { Row } from '@boroughgraph/kit/files/row.ts';
import { FileProblem } from '@boroughgraph/kit/files/row-problem.ts';
import { figureColumns } from './emergency-departments.ts';

/** Whether a row is the total of the table, written `,,,Total` or `TOTAL,TOTAL,TOTAL,TOTAL`. Never throws. */
export function isTotal(row: Row): boolean {
  const isEmptyOrTotal = (column: string) => ['', 'total'].includes(row.text(column).toLowerCase());
  return row.text('name').toLowerCase() === 'total' && ['period', 'code', 'parent'].every(isEmptyOrTotal);
}

/**
 * Compares the total of a table with the sum of its rows: a difference means that rows are missing or damaged. A table without
 * a total is noticed, because it cannot be told whether it is whole.
 *
 * @throws {FileProblem} that names the figure which differs.
 */
export function checkTotals(file: OpenedFile, draft: ReleaseDraft): void {
  const rows = file
    .rows()
    .filter((row) => !row.isBlank())
    .toArray();
  const totals = rows.filter(isTotal);
  if (totals.length === 0) draft.notice(`${file.name} has no total: whether it is whole cannot be checked`);
  for (const total of totals) {
    const differing = figureColumns.find((column) => !isSum(column, { total, rows }));
    if (differing === undefined) continue;
    const heading = file.headings.get(differing) ?? differing;
    throw new FileProblem(
      `${file.name} is not whole: in line ${total.line} the total of "${heading}" is ${total.text(differing)}, and its rows add to another number; fetch it again`,
    );
  }
}

/** A row whose figure is no number is rejected later, with its line; until then nothing is known of the sum. */
function isSum(column: string, { total, rows }: { readonly total: Row; readonly rows: readonly Row[] }): boolean {
  const parts = rows.filter((row) => !isTotal(row)).map((row) => parseNumber(row.text(column)));
  if (parts.includes(null)) return true;
  return parts.reduce<number>((sum, part) => sum + (part ?? 0), 0) === parseNumber(total.text(column));
}
