import fc from 'fast-check';

/** A table as its cells: headings may hold line feeds, and any cell a comma. */
export interface PlainTable {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** How a file writes one and the same table. */
export interface TableStyle {
  /** Ranks of the columns, by which they are put in order. */
  readonly columnRanks: readonly number[];
  readonly isQuoted: boolean;
  readonly hasUpperCaseHeadings: boolean;
  readonly lineEnd: string;
  readonly byteOrderMark: string;
  /** Empty rows after the headings, and at the end. */
  readonly emptyRows: number;
}

/** The table as it stands: commas, no quotes that are not needed, line feeds. */
const plainStyle: TableStyle = {
  columnRanks: [],
  isQuoted: false,
  hasUpperCaseHeadings: false,
  lineEnd: '\n',
  byteOrderMark: '',
  emptyRows: 0,
};

/** Columns that are put in another order: the widest table of these tests has fewer. */
const columnsAtMost = 40;

/** Ways in which publishers write the same table from one year to the next. */
export const tableStyles: fc.Arbitrary<TableStyle> = fc.record({
  columnRanks: fc.array(fc.nat(1000), { minLength: columnsAtMost, maxLength: columnsAtMost }),
  isQuoted: fc.boolean(),
  hasUpperCaseHeadings: fc.boolean(),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  byteOrderMark: fc.constantFrom('', '\uFEFF'),
  emptyRows: fc.nat(3),
});

/** The text of a table in a style. */
export function tableText({ headings, rows }: PlainTable, style: TableStyle = plainStyle): string {
  const head = style.hasUpperCaseHeadings ? headings.map((heading) => heading.toUpperCase()) : headings;
  const empty = Array.from({ length: style.emptyRows }, () => headings.map(() => ''));
  const lines = [head, ...empty, ...rows, ...empty].map((cells) => lineOf(cells, style));
  return style.byteOrderMark + lines.join('');
}

function lineOf(cells: readonly string[], { columnRanks, isQuoted, lineEnd }: TableStyle): string {
  const ordered = cells
    .map((cell, index) => ({ cell, rank: columnRanks[index] ?? index }))
    .sort((a, b) => a.rank - b.rank);
  const quoted = (cell: string) => (isQuoted || /[,\n]/.test(cell) ? `"${cell}"` : cell);
  return ordered.map(({ cell }) => quoted(cell)).join(',') + lineEnd;
}

/** The table with another text in one cell. */
export function withCell(
  table: PlainTable,
  at: { readonly row: number; readonly column: number },
  text: string,
): PlainTable {
  return { ...table, rows: table.rows.map((row, index) => (index === at.row ? row.with(at.column, text) : row)) };
}
