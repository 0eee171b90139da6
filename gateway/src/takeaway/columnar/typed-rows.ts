import type { CellType, TableColumn } from '../table-column.ts';
import type { Cell } from '../table-rows.ts';

/** What stands in a column that has a type: days and instants are those, and not their texts. */
export type TypedCell = string | number | boolean | Date | null;

/** Some rows of a table, column by column. */
export type Batch = readonly (readonly TypedCell[])[];

/**
 * The rows of a table in batches of at most `size`, in their order, each column's cells of its type. One at least, which is empty where
 * there are no rows.
 *
 * @throws {Error} when a cell is not of the type of its column.
 */
export function* batchesOf(
  columns: readonly Pick<TableColumn, 'name' | 'type'>[],
  rows: Iterable<readonly Cell[]>,
  size: number,
): Generator<Batch> {
  const empty = () => columns.map((): TypedCell[] => []);
  let batch = empty();
  let length = 0;
  let isFirst = true;
  for (const row of rows) {
    columns.forEach((column, at) => batch[at]?.push(typedCell(row[at] ?? null, column)));
    length += 1;
    if (length < size) continue;
    yield batch;
    isFirst = false;
    batch = empty();
    length = 0;
  }
  if (length > 0 || isFirst) yield batch;
}

function typedCell(cell: Cell, { name, type }: Pick<TableColumn, 'name' | 'type'>): TypedCell {
  if (cell === null) return null;
  const typed = readers[type](cell);
  if (typed === null) throw new Error(`The column ${name} has ${JSON.stringify(cell)}. Expected a value of ${type}`);
  return typed;
}

/** Null for what is of another type. */
const readers: Readonly<Record<CellType, (cell: string | number | boolean) => TypedCell>> = {
  string: String,
  double: (cell) => (typeof cell === 'number' ? cell : null),
  integer: (cell) => (typeof cell === 'number' && cell === (cell | 0) ? cell : null),
  boolean: (cell) => (typeof cell === 'boolean' ? cell : null),
  date: (cell) => (/^\d{4}-\d\d-\d\d$/.test(String(cell)) ? readInstant(`${cell}T00:00:00Z`) : null),
  dateTime: (cell) => readInstant(String(cell)),
};

function readInstant(text: string): Date | null {
  const instant = new Date(text);
  return Number.isNaN(instant.valueOf()) ? null : instant;
}
