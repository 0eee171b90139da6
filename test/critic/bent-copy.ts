import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { delimitedRecords } from '@boroughgraph/kit/inside/files/records.ts';
import { type SourceFile, sourceFile } from '@boroughgraph/kit/files/source-file.ts';

/** A file as its cells, headings first. */
export type Cells = readonly (readonly string[])[];

/** A published file, and what is changed in a copy of it. */
export interface Bend {
  /** What somebody did wrong, to complete "a copy in which …". */
  readonly what: string;
  readonly agency: string;
  readonly dataset: string;
  /** The path of the file, as manifests write it. */
  readonly file: string;
  readonly bend: (cells: Cells) => Cells;
}

/**
 * The bent copy of a file.
 *
 * @throws when the file is not at hand, and when the bend changes nothing, so that no copy counts as bent that is not.
 */
export async function bentCopy(path: string, { what, bend }: Bend): Promise<SourceFile> {
  const cells = [...delimitedRecords(sourceFile(path, await readFile(path)), { separator: ',', isQuoted: true })].map(
    (row) => row.cells,
  );
  const bent = bend(cells);
  const text = textOf(bent);
  if (text === textOf(cells)) throw new Error(`nothing is bent in the copy of ${path} in which ${what}`);
  // Some formats have their period in the name alone.
  return sourceFile(basename(path), new TextEncoder().encode(text));
}

const textOf = (cells: Cells) => cells.map((row) => row.map(quoted).join(',')).join('\n');

const quoted = (cell: string) => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Which rows are meant: by the text that some of their columns hold. */
export type RowsWith = Readonly<Record<string, string>>;

/** Gives numbers of some columns of some rows another value. A text that is no number stays. */
export function scaled(where: RowsWith, columns: readonly string[], factor: number): Bend['bend'] {
  return (cells) => edit(cells, where, { columns, change: (text) => timesText(text, factor) });
}

function timesText(text: string, factor: number): string {
  const value = Number(text.replaceAll(',', ''));
  if (text.trim() === '' || Number.isNaN(value)) return text;
  const bent = value * factor;
  // A count stays whole: else the loader has refused it already.
  return String(Number.isInteger(value) ? Math.round(bent) : Number(bent.toPrecision(9)));
}

/** A bend of some columns after which the row of their totals, which the loader adds up, has been made to fit. */
export function totalled(bend: Bend['bend'], total: RowsWith, columns: readonly string[]): Bend['bend'] {
  return (cells) => {
    const bent = bend(cells);
    const sumOf = (rows: Cells, at: number) =>
      rows.slice(1).reduce((sum, row) => sum + (isMeant(rows, row, total) ? 0 : numberIn(row[at])), 0);
    return bent.map((row) =>
      isMeant(bent, row, total)
        ? columns.reduce<readonly string[]>((mended, column) => {
            const at = columnOf(cells, column);
            return mended.with(at, String(numberIn(row[at]) + sumOf(bent, at) - sumOf(cells, at)));
          }, row)
        : row,
    );
  };
}

const numberIn = (text = '') => Number(text.replaceAll(',', '')) || 0;

/** Puts what stands in one column in another, and the other way round, in some rows. */
export function columnsExchanged(where: RowsWith, one: string, other: string): Bend['bend'] {
  return (cells) => {
    const [first, second] = [columnOf(cells, one), columnOf(cells, other)];
    return cells.map((row) =>
      isMeant(cells, row, where) ? row.with(first, row[second] ?? '').with(second, row[first] ?? '') : row,
    );
  };
}

/** Copies a column over another, in all rows. */
export function columnRepeated(from: string, to: string): Bend['bend'] {
  return (cells) => {
    const [first, second] = [columnOf(cells, from), columnOf(cells, to)];
    return cells.map((row, index) => (index === 0 ? row : row.with(second, row[first] ?? '')));
  };
}

/** Gives the rows of one kind the cells of another, and the other way round, where they agree in `key` columns; columns that say whose they are stay. */
export function rowsExchanged(
  one: RowsWith,
  other: RowsWith,
  { key, columns }: { readonly key: readonly string[]; readonly columns: readonly string[] },
): Bend['bend'] {
  return (cells) => {
    const positions = columns.map((column) => columnOf(cells, column));
    const keyOf = (row: readonly string[]) => key.map((column) => row[columnOf(cells, column)] ?? '').join(' | ');
    const rowsOf = (where: RowsWith) =>
      new Map(cells.filter((row) => isMeant(cells, row, where)).map((row) => [keyOf(row), row]));
    const [ones, others] = [rowsOf(one), rowsOf(other)];
    return cells.map((row) => {
      const partner = ones.get(keyOf(row)) === row ? others.get(keyOf(row)) : undefined;
      const back = others.get(keyOf(row)) === row ? ones.get(keyOf(row)) : undefined;
      const taken = partner ?? back;
      return taken === undefined
        ? row
        : positions.reduce<readonly string[]>((bent, at) => bent.with(at, taken[at] ?? ''), row);
    });
  };
}

/** Moves the cells of some columns one row down among some rows, the last to the first. */
export function rowsShifted(where: RowsWith, columns: readonly string[]): Bend['bend'] {
  return (cells) => {
    const positions = columns.map((column) => columnOf(cells, column));
    const meant = cells.filter((row) => isMeant(cells, row, where));
    return cells.map((row) => {
      const at = meant.indexOf(row);
      const above = at < 0 ? undefined : meant.at(at - 1);
      return above === undefined
        ? row
        : positions.reduce<readonly string[]>((bent, column) => bent.with(column, above[column] ?? ''), row);
    });
  };
}

function edit(
  cells: Cells,
  where: RowsWith,
  { columns, change }: { readonly columns: readonly string[]; readonly change: (text: string) => string },
): Cells {
  const positions = columns.map((column) => columnOf(cells, column));
  return cells.map((row) =>
    isMeant(cells, row, where)
      ? positions.reduce<readonly string[]>((bent, at) => bent.with(at, change(row[at] ?? '')), row)
      : row,
  );
}

function isMeant(cells: Cells, row: readonly string[], where: RowsWith): boolean {
  if (row === cells[0]) return false;
  return Object.entries(where).every(([column, text]) => row[columnOf(cells, column)] === text);
}

function columnOf([headings = []]: Cells, column: string): number {
  const at = headings.findIndex((heading) => heading.replace('\uFEFF', '').trim() === column);
  if (at < 0) throw new Error(`no column "${column}" among ${headings.join(', ')}`);
  return at;
}
