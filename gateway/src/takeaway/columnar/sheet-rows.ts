import { takeTurn } from '@boroughgraph/schema/process/turns.ts';
import { geometryColumn } from '../geo-json.ts';
import { BrokenFile, refuseFile, type RefusedFile } from '../refused-file.ts';
import type { TablePlan } from '../table-plan.ts';
import type { Cell } from '../table-rows.ts';
import type { Pages } from '../write-pages.ts';
import { outlineColumns, outlineRows } from './outline-rows.ts';
import { isTooLongForSheet, maxCellCharacters, maxSheetCells } from './spreadsheet.ts';

type Rows = (readonly Cell[])[];

/** The rows of the sheets of a table, headings first. */
export interface SheetRows {
  readonly data: Rows;
  /** A row for each point of the outlines; null where the table has none. */
  readonly outlines: Rows | null;
}

/** What stands in a cell in place of an outline that is longer than a cell may be. */
const inOutlines = 'in the sheet Outlines';

/**
 * The rows of a table, for a spreadsheet.
 *
 * @throws {BrokenFile} OPERATION_TOO_LARGE as soon as there is more than a spreadsheet takes.
 */
export async function gatherSheetRows(plan: TablePlan, pages: Pages): Promise<SheetRows> {
  const { columns } = plan;
  const geometry = geometryColumn(plan);
  const code = codeBeside(plan, geometry);
  const owner = ['row', ...(code === -1 ? [] : [columns[code]?.name ?? ''])];
  const data: Rows = [columns.map(({ name }) => name)];
  const outlines: Rows | null = geometry === -1 ? null : [[...owner, ...outlineColumns]];
  for await (const page of pages)
    for (const row of page) {
      const outline = row[geometry];
      if (outlines !== null && typeof outline === 'string') {
        const ownedBy = [data.length + 1, ...(code === -1 ? [] : [row[code] ?? null])];
        for (const point of outlineRows(outline, ownedBy)) outlines.push(point);
        await takeTurn();
      }
      data.push(row.map((cell, at) => (at === geometry && isTooLong(cell) ? inOutlines : cell)));
      const cellsOfOutlines = (outlines?.length ?? 0) * (owner.length + outlineColumns.length);
      if (isTooLongForSheet(data.length - 1, columns.length, cellsOfOutlines)) throw new BrokenFile(tooLongForSheet);
      const tooLong = row.findIndex((cell, at) => at !== geometry && isTooLong(cell));
      if (tooLong !== -1) throw new BrokenFile(tooLongForCell(columns[tooLong]?.name ?? ''));
    }
  return { data, outlines };
}

/** The column that says of which area an outline is; -1 where there is none. */
function codeBeside({ columns }: TablePlan, geometry: number): number {
  const name = columns[geometry]?.name.replace(/boundary_geometry$/, 'code');
  return columns.findIndex((column) => column.name === name);
}

// One less than it takes: a text may get an apostrophe before it.
const isTooLong = (cell: Cell) => typeof cell === 'string' && cell.length >= maxCellCharacters;

function tooLongForCell(column: string): RefusedFile {
  return refuseFile(
    400,
    'OPERATION_TOO_LARGE',
    `A cell of a spreadsheet holds ${maxCellCharacters} characters, and one of the column ${column} has more. Ask for csv, ndjson, parquet or arrow, or leave the column out.`,
  );
}

const tooLongForSheet = refuseFile(
  400,
  'OPERATION_TOO_LARGE',
  `A spreadsheet has at most ${maxSheetCells} cells here, and the table has more. Ask for csv, ndjson, parquet or arrow, which are sent while they are made, or for less at once.`,
);
