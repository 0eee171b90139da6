import fc from 'fast-check';

/** A table, and how a file writes it. */
export interface BentTable {
  /** The lines of headings. */
  readonly head: readonly (readonly string[])[];
  readonly rows: readonly (readonly string[])[];
  readonly separator: string;
  /** @default a line feed */
  readonly lineEnd?: string;
  /** What stands before it. @default nothing */
  readonly before?: string;
  /** Where it is UTF-16. @default false */
  readonly isWide?: boolean;
  /** Whether every cell stands between quotation marks. @default false */
  readonly isQuoted?: boolean;
}

/** The bytes of a table as its file writes it. Never throws. */
export function textOf(table: BentTable): Uint8Array {
  const { head, rows, separator, lineEnd = '\n', before = '', isWide = false, isQuoted = false } = table;
  const cell = (text: string) => (isQuoted || /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = [...head, ...rows].map((cells) => cells.map(cell).join(separator) + lineEnd);
  const text = before + lines.join('');
  return isWide ? Buffer.from(`\uFEFF${text}`, 'utf16le') : Buffer.from(text, 'utf8');
}

/** A way in which people bend a file; `pick` chooses where, from 0 up to but without 1. */
export type Bend = (table: BentTable, pick: number) => BentTable;

const inRows = (table: BentTable, change: (cell: string) => string): BentTable => ({
  ...table,
  rows: table.rows.map((row) => row.map(change)),
});
const inHead = (table: BentTable, change: (cell: string) => string): BentTable => ({
  ...table,
  head: table.head.map((row) => row.map(change)),
});
const inAll = (table: BentTable, change: (row: readonly string[], isHead: boolean) => readonly string[]) => ({
  ...table,
  head: table.head.map((row) => change(row, true)),
  rows: table.rows.map((row) => change(row, false)),
});
/** A text, not a number, a day or a code. */
const isLabel = (cell: string) => /[a-z]{3}/i.test(cell) && !/^[A-Z]\d{8}$/.test(cell.trim());
const at = (length: number, pick: number) => Math.min(length, Math.floor(pick * (length + 1)));
const width = ({ head }: BentTable) => head[0]?.length ?? 0;

/** The ways by name. */
export const bends: Readonly<Record<string, Bend>> = {
  'semicolons between columns': (table) => ({ ...table, separator: ';' }),
  'tabs between columns': (table) => ({ ...table, separator: '\t' }),
  'commas between columns': (table) => ({ ...table, separator: ',' }),
  'carriage returns at line ends': (table) => ({ ...table, lineEnd: '\r' }),
  'both at line ends': (table) => ({ ...table, lineEnd: '\r\n' }),
  'a byte order mark': (table) => ({ ...table, before: `\uFEFF${table.before ?? ''}` }),
  'UTF-16': (table) => ({ ...table, isWide: true }),
  'marks around every cell': (table) => ({ ...table, isQuoted: true }),
  'a title above': (table) => ({ ...table, before: `${table.before ?? ''}A title of the table\n\n` }),
  'a title that commas fill up': (table) => ({
    ...table,
    head: [['A title of the table', ...Array.from({ length: width(table) - 1 }, () => '')], ...table.head],
  }),
  'columns in the other order': (table) => inAll(table, (row) => row.toReversed()),
  'a column moved to the end': (table, pick) => {
    const from = at(width(table) - 1, pick);
    return inAll(table, (row) => [...row.slice(0, from), ...row.slice(from + 1), row[from] ?? '']);
  },
  'an empty column': (table, pick) => {
    const place = at(width(table), pick);
    return inAll(table, (row) => [...row.slice(0, place), '', ...row.slice(place)]);
  },
  'an empty column with a heading': (table, pick) => {
    const place = at(width(table), pick);
    return inAll(table, (row, isHead) => [...row.slice(0, place), isHead ? 'Notes' : '', ...row.slice(place)]);
  },
  'a column that nobody knows': (table) => inAll(table, (row, isHead) => [...row, isHead ? 'Remark' : 'checked']),
  'an empty row': (table, pick) => {
    const place = at(table.rows.length, pick);
    const empty = Array.from({ length: width(table) }, () => '');
    return { ...table, rows: [...table.rows.slice(0, place), empty, ...table.rows.slice(place)] };
  },
  'a row a second time': (table, pick) => {
    const row = table.rows[at(table.rows.length - 1, pick)] ?? [];
    return { ...table, rows: [...table.rows, row] };
  },
  'a row without its last cell': (table, pick) => {
    const short = at(table.rows.length - 1, pick);
    return { ...table, rows: table.rows.map((row, index) => (index === short ? row.slice(0, -1) : row)) };
  },
  'headings in capital letters': (table) => inHead(table, (cell) => cell.toUpperCase()),
  'headings with underscores': (table) => inHead(table, (cell) => cell.replaceAll(' ', '_')),
  'headings with hyphens': (table) => inHead(table, (cell) => cell.replaceAll(/[ _]/g, '-')),
  'headings with an ampersand': (table) => inHead(table, (cell) => cell.replaceAll(' and ', ' & ')),
  'headings cut off at 80 letters': (table) => inHead(table, (cell) => cell.slice(0, 80)),
  'headings cut off at 12 letters': (table) => inHead(table, (cell) => cell.slice(0, 12)),
  'labels with an ampersand': (table) => inRows(table, (cell) => cell.replaceAll(' and ', ' & ')),
  'labels with and': (table) => inRows(table, (cell) => cell.replaceAll(' & ', ' and ')),
  'labels without commas': (table) => inRows(table, (cell) => (isLabel(cell) ? cell.replaceAll(',', '') : cell)),
  'labels without hyphens': (table) => inRows(table, (cell) => (isLabel(cell) ? cell.replaceAll('-', ' ') : cell)),
  'labels with hyphens': (table) => inRows(table, (cell) => (isLabel(cell) ? cell.replaceAll(' ', '-') : cell)),
  'labels in capital letters': (table) => inRows(table, (cell) => (isLabel(cell) ? cell.toUpperCase() : cell)),
  'labels with letters after them': (table) => inRows(table, (cell) => (isLabel(cell) ? `${cell} - JI` : cell)),
  'space around cells': (table) => inRows(table, (cell) => `  ${cell} `),
  'years of two figures': (table) => inRows(table, (cell) => cell.replace(/^(\d\d?\/\d\d?\/)20(\d\d)$/, '$1$2')),
  'days with slashes': (table) => inRows(table, (cell) => cell.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3/$2/$1')),
  'days the American way': (table) => inRows(table, (cell) => cell.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$2/$3/$1')),
  'thousands with commas': (table) => inRows(table, (cell) => cell.replace(/^(\d{1,3})(\d{3})$/, '$1,$2')),
  'decimal commas': (table) => inRows(table, (cell) => cell.replace(/^(\d+)\.(\d+)$/, '$1,$2')),
  'a percent sign behind numbers': (table) => inRows(table, (cell) => cell.replace(/^(\d+\.\d+)$/, '$1%')),
  'a row of England': (table, pick) => {
    const copied = table.rows[at(table.rows.length - 1, pick)] ?? [];
    return { ...table, rows: [...table.rows, copied.map(ofEngland)] };
  },
  'a row of a total': (table, pick) => {
    const copied = table.rows[at(table.rows.length - 1, pick)] ?? [];
    return { ...table, rows: [...table.rows, copied.map((cell) => (isLabel(cell) ? 'Total' : cell))] };
  },
};

const ofEngland = (cell: string) =>
  cell
    .trim()
    .replace(/^E\d{8}$/, 'E92000001')
    .replace(/^(Hackney|Camden|Barnet|Croydon|London)$/, 'England');

/** Some ways, one after another, each with its place. */
export const bendings: fc.Arbitrary<readonly { readonly name: string; readonly pick: number }[]> = fc.array(
  fc.record({
    name: fc.constantFrom(...Object.keys(bends)),
    pick: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  }),
  { minLength: 1, maxLength: 3 },
);

/** A table after some ways. Never throws. */
export function bent(table: BentTable, by: readonly { readonly name: string; readonly pick: number }[]): BentTable {
  return by.reduce((before, { name, pick }) => bends[name]?.(before, pick) ?? before, table);
}
