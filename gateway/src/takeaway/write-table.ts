import { Readable } from 'node:stream';
import { takeTurn } from '@boroughgraph/schema/process/turns.ts';
import { batchesOf } from './columnar/typed-rows.ts';
import { byteOrderMark, writeCsvComments, writeCsvRow } from './csv.ts';
import { describeTable, type DictionaryOf } from './data-dictionary.ts';
import { writeGeoJson } from './geo-json.ts';
import { tableFormats } from './table-format.ts';
import { everyList, type TableRequest } from './table-request.ts';
import { findAbsence, rowsOf } from './table-rows.ts';
import type { FileOfZip } from './zip.ts';

/** Characters that are written at once: a millisecond's work. */
const atOnce = 64 * 1024;
/** Rows of a row group, or a record batch, of columnar files: some ten milliseconds' work. */
const batchRows = 2_000;

/** A table to be written, and what its dictionary says. */
export type TableToWrite = DictionaryOf & { readonly data: unknown };

/** Tables in the form that is asked for, in pieces; rows are made as fast as they are read. Several are files in a zip. */
export function writeTables(tables: readonly TableToWrite[], asked: TableRequest): Readable {
  const [only] = tables;
  const isOne = asked.list !== everyList && only !== undefined;
  return Readable.from(isOne ? piecesOf(only, asked) : zipOf(tables, asked), { objectMode: false });
}

async function* zipOf(tables: readonly TableToWrite[], asked: TableRequest): AsyncGenerator<Uint8Array> {
  const { writeZip } = await import('./zip.ts');
  yield* writeZip(filesOf(tables, asked));
}

/** A file for each list by its path, its dictionary beside it, and one that names the lists that are not there. */
function* filesOf(tables: readonly TableToWrite[], asked: TableRequest): Generator<FileOfZip> {
  const { ending } = tableFormats[asked.format];
  const absent: string[] = [];
  for (const table of tables) {
    const path = table.plan.lists.at(-1)?.path ?? '';
    const absence = findAbsence(table.plan, table.data);
    if (absence !== null) {
      absent.push(`${path}: the answer has nothing at "${absence.at}".\n`);
      continue;
    }
    yield { name: `${path}.${ending}`, pieces: piecesOf(table, asked) };
    if (asked.format === 'csv' || asked.format === 'ndjson') yield dictionaryOf(table, path);
  }
  if (absent.length > 0) yield { name: 'not-there.txt', pieces: inPieces(absent) };
}

function dictionaryOf(table: TableToWrite, path: string): FileOfZip {
  const { ending } = tableFormats.csvw;
  const described = describeTable({ ...table, url: `${path}.${tableFormats.csv.ending}` });
  return { name: `${path}.${ending}`, pieces: inPieces([`${JSON.stringify(described, null, 2)}\n`]) };
}

function piecesOf(table: TableToWrite, asked: TableRequest): AsyncIterable<string | Buffer> {
  switch (asked.format) {
    case 'csv':
      return inPieces(csvOf(table, asked));
    case 'ndjson':
      return inPieces(linesOf(table));
    case 'csvw':
      return inPieces([`${JSON.stringify(describeTable(table), null, 2)}\n`]);
    case 'parquet':
      return parquetOf(table);
    case 'arrow':
      return arrowOf(table);
    case 'xlsx':
      return spreadsheetOf(table);
    case 'geojson':
      return inPieces(writeGeoJson(table.plan, rowsIn(table)));
  }
}

const columnNames = ({ plan: { columns } }: TableToWrite) => columns.map(({ name }) => name);
const rowsIn = ({ plan, data, synthetic }: TableToWrite) => rowsOf(plan, data, synthetic);

function* csvOf(table: TableToWrite, { hasByteOrderMark, hasComments }: TableRequest): Generator<string> {
  if (hasByteOrderMark) yield byteOrderMark;
  if (hasComments) yield writeCsvComments(sentencesOf(table));
  yield writeCsvRow(columnNames(table));
  for (const row of rowsIn(table)) yield writeCsvRow(row);
}

/** Each row as one JSON object on a line, every column in it. */
function* linesOf(table: TableToWrite): Generator<string> {
  const keys = columnNames(table).map((name) => `${JSON.stringify(name)}:`);
  for (const row of rowsIn(table))
    yield `{${keys.map((key, at) => key + JSON.stringify(row[at] ?? null)).join(',')}}\n`;
}

// Libraries of columnar files are loaded when somebody asks for one: most gateways start without.
async function* parquetOf(table: TableToWrite): AsyncGenerator<Buffer> {
  const { writeParquet } = await import('./columnar/parquet.ts');
  const { columns } = table.plan;
  for (const piece of writeParquet(batchesOf(columns, rowsIn(table), batchRows), {
    columns,
    metadata: metadataOf(table),
  })) {
    yield piece;
    await takeTurn();
  }
}

async function* arrowOf(table: TableToWrite): AsyncGenerator<Buffer> {
  const { ArrowStream } = await import('./columnar/arrow.ts');
  const { columns } = table.plan;
  const stream = new ArrowStream({ columns, metadata: metadataOf(table) });
  yield stream.begin();
  for (const batch of batchesOf(columns, rowsIn(table), batchRows)) {
    yield stream.write(batch);
    await takeTurn();
  }
  yield stream.end();
}

async function* spreadsheetOf(table: TableToWrite): AsyncGenerator<Buffer> {
  const { writeSpreadsheet } = await import('./columnar/spreadsheet.ts');
  const about = [
    ...sentencesOf(table).map((sentence) => [sentence]),
    ['Column', 'Type', 'Description'],
    ...table.plan.columns.map(({ name, type, description }) => [name, type, description]),
  ];
  yield await writeSpreadsheet({
    sheets: [
      { name: 'Data', rows: [columnNames(table), ...rowsIn(table)] },
      { name: 'About', rows: about },
    ],
  });
}

/** What is kept beside the columns of a file: what must be shown beside its figures, and its dictionary. */
export function metadataOf(table: DictionaryOf): Readonly<Record<string, string>> {
  return { attribution: sentencesOf(table).join('\n'), csvw: JSON.stringify(describeTable(table)) };
}

/** What must be shown beside figures, a sentence each. */
export function sentencesOf({
  attributions,
  synthetic,
}: Pick<DictionaryOf, 'attributions' | 'synthetic'>): readonly string[] {
  const madeUp = synthetic.length > 0 ? [`SYNTHETIC: made-up figures of ${synthetic.join(', ')}.`] : [];
  const sources = attributions.map(
    ({ title, publisher, licence, attribution }) => `${publisher}: ${title}. ${attribution} (${licence})`,
  );
  return [...madeUp, ...sources];
}

async function* inPieces(lines: Iterable<string>): AsyncGenerator<string> {
  let piece = '';
  for (const line of lines) {
    piece += line;
    if (piece.length < atOnce) continue;
    yield piece;
    piece = '';
    await takeTurn();
  }
  if (piece !== '') yield piece;
}
