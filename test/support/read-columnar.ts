import { tableFromIPC } from 'apache-arrow';
import { unzipSync } from 'fflate';
import { parquetReadObjects } from 'hyparquet';

/** A row by the names of its columns: numbers, texts and truth values as JSON has them, days and instants as texts. */
export type PlainRow = Readonly<Record<string, unknown>>;

/** The rows of a file of Parquet, read by another library than the one that wrote it. */
export async function readParquetRows(bytes: Uint8Array): Promise<readonly PlainRow[]> {
  const rows = await parquetReadObjects({ file: new Uint8Array(bytes).buffer });
  return rows.map((row) => mapCells(row, plainInstant));
}

/** The rows of a stream of Arrow. */
export function readArrowRows(bytes: Uint8Array): readonly PlainRow[] {
  const table = tableFromIPC(bytes);
  const days = new Set(
    table.schema.fields.flatMap(({ name, type }) => (String(type).startsWith('Date') ? [name] : [])),
  );
  const instants = new Set(
    table.schema.fields.flatMap(({ name, type }) => (String(type).startsWith('Timestamp') ? [name] : [])),
  );
  return table
    .toArray()
    .map((row: { toJSON(): Record<string, unknown> }) =>
      mapCells(row.toJSON(), (cell, name) =>
        cell !== null && (days.has(name) || instants.has(name)) ? plainInstant(new Date(Number(cell))) : cell,
      ),
    );
}

/** The cells of the first sheet of a spreadsheet, as they stand in it; no formula is worked out, and one would be a fault. */
export function readSheetRows(bytes: Uint8Array): readonly (readonly (string | number | boolean | null)[])[] {
  const files = unzipSync(bytes);
  const textOf = (name: string) => new TextDecoder().decode(files[name]);
  const sheet = textOf('xl/worksheets/sheet1.xml');
  if (/<f[ >]/.test(sheet)) throw new Error('The sheet has a formula');
  const texts = [...textOf('xl/sharedStrings.xml').matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/g)].map(([, text = '']) =>
    unescape(text),
  );
  return [...sheet.matchAll(/<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, cells = '']) => readCells(cells, texts));
}

function readCells(xml: string, texts: readonly string[]) {
  const row: (string | number | boolean | null)[] = [];
  for (const [, column = '', attributes = '', value = ''] of xml.matchAll(
    /<c r="([A-Z]+)\d+"([^>]*?)(?:\/>|>(?:<v>([^<]*)<\/v>)?<\/c>)/g,
  )) {
    const at = Array.from(column).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    while (row.length < at) row.push(null);
    const isText = attributes.includes('t="s"');
    row[at] =
      value === ''
        ? null
        : isText
          ? (texts[Number(value)] ?? null)
          : attributes.includes('t="b"')
            ? value === '1'
            : Number(value);
  }
  return row;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescape = (text: string) =>
  text.replaceAll(/&(?:#x?([\da-fA-F]+)|(\w+));/g, (whole, code: string | undefined, name: string | undefined) =>
    code === undefined
      ? (entities[name ?? ''] ?? whole)
      : String.fromCodePoint(parseInt(code, whole.startsWith('&#x') ? 16 : 10)),
  );

function mapCells(row: Readonly<Record<string, unknown>>, map: (cell: unknown, name: string) => unknown): PlainRow {
  return Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, map(cell, name)]));
}

/** A day as its text, and an instant as one. */
function plainInstant(cell: unknown): unknown {
  if (!(cell instanceof Date)) return cell;
  const text = cell.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text;
}
