import { chooseAllRows, chooseRows, refuseTable } from './choose-rows.ts';
import { columnsOf, syntheticColumn } from './field-columns.ts';
import type { PagedList } from './paged-list.ts';
import type { TableColumn } from './table-column.ts';
import { childrenOf, type RowsField, type TableField } from './table-field.ts';
import { everyList } from './table-request.ts';

/** The way from the thing of one list to the list inside it. */
export interface ListStep {
  /** Its place in the answer, for people to read. */
  readonly path: string;
  /** The names that lead to it from the thing of the list before, or from the root; to the series, where it is columns. */
  readonly keys: readonly string[];
  /** The names of the columns that are read together; null for a list of things. */
  readonly columns: readonly string[] | null;
}

/** An operation's answer as a table. */
export interface TablePlan {
  /** The outermost list first; the last has a row for each of its things. */
  readonly lists: readonly ListStep[];
  readonly columns: readonly TableColumn[];
  /** The list in pages that the outermost list is, where all of them are taken; else null. */
  readonly pages: PagedList | null;
}

/**
 * The tables of an operation: one, its rows by {@link chooseRows}, or all of them where `asked` is {@link everyList}. It has a column for each
 * value beside its rows and around them. The name of a column is the names that lead to it from the thing of its list, with underscores
 * between; where a list further out has one of that name, after the name of its list.
 *
 * @throws {GraphQLError} NOT_ONE_TABLE as {@link chooseRows} does.
 */
export function planTables(fields: readonly TableField[], asked: string | null): readonly TablePlan[] {
  const tables = asked === everyList ? chooseAllRows(fields) : [chooseRows(fields, asked)];
  return tables.map((rows) => planRows(fields, rows));
}

function planRows(fields: readonly TableField[], rows: readonly RowsField[]): TablePlan {
  rows.forEach(requireLikeColumns);
  const columns: TableColumn[] = [];
  const add = (column: TableColumn, listName: string) => {
    const taken = new Set(columns.map(({ name }) => name));
    columns.push({ ...column, name: freeName(column.name, listName, taken) });
  };
  for (const column of columnsOf({ fields, rows, level: 0, base: 0 })) add(column, '');
  rows.forEach((list, at) => {
    const level = at + 1;
    for (const column of columnsOf({ fields: [list], rows, level, base: placeOf(list).length })) add(column, list.key);
  });
  add(syntheticColumn, '');
  return { lists: rows.map((list, at) => stepTo(list, rows[at - 1])), columns, pages: pagesAround(fields, rows) };
}

/** Pages of each thing of a list further out cannot be followed, and the first of each would be taken for all. */
function pagesAround(fields: readonly TableField[], [outermost, ...inner]: readonly RowsField[]): PagedList | null {
  for (const { path } of inner)
    if (pagesOf(fields, path) !== null)
      refuseTable(
        `The list at "${path.join('.')}" has pages for each thing of "${outermost?.path.join('.') ?? ''}". Ask for one of these alone, or say by \`first\` how much of each is wanted.`,
      );
  return outermost === undefined ? null : pagesOf(fields, outermost.path);
}

/** The list of pages that has its things at a path; null where those are of no page. */
function pagesOf(fields: readonly TableField[], path: readonly string[]): PagedList | null {
  let [within, around]: [readonly TableField[], TableField | undefined] = [fields, undefined];
  for (const key of path.slice(0, -1)) {
    around = within.find((field) => field.key === key);
    within = around === undefined ? [] : childrenOf(around);
  }
  return around?.kind === 'object' ? around.pages : null;
}

/** Columns of other periods do not belong together. */
function requireLikeColumns(list: RowsField): void {
  if (list.kind === 'columns' && new Set(list.children.map(({ given }) => given)).size > 1)
    refuseTable(
      `The columns at "${list.path.slice(0, -1).join('.')}" are of different periods. Give ${list.children.map(({ key }) => key).join(', ')} the same arguments.`,
    );
}

function stepTo(list: RowsField, before: RowsField | undefined): ListStep {
  const from = before === undefined ? 0 : placeOf(before).length;
  const columns = list.kind === 'columns' ? list.children.map(({ key }) => key) : null;
  return { path: list.path.join('.'), keys: placeOf(list).slice(from), columns };
}

/** Columns are read from the series that has them. */
function placeOf(list: RowsField): readonly string[] {
  return list.kind === 'columns' ? list.path.slice(0, -1) : list.path;
}

function freeName(name: string, listName: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  const within = `${listName === '' ? 'answer' : listName}_${name}`;
  let free = within;
  for (let count = 2; taken.has(free); count += 1) free = `${within}_${count}`;
  return free;
}
