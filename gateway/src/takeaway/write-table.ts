import { writeCsvComments } from './csv.ts';
import { describeTable, type DictionaryOf } from './data-dictionary.ts';
import { writeGeoJson } from './geo-json.ts';
import { tableFormats } from './table-format.ts';
import { everyList, type TableRequest } from './table-request.ts';
import type { AbsentRows } from './table-rows.ts';
import { type Pages, writePages } from './write-pages.ts';
import type { FileOfZip } from './zip.ts';

/** A table to be written, and what its dictionary says. */
export type TableToWrite = DictionaryOf & {
  /** Its rows, to be read once. */
  readonly pages: Pages;
  /** Why there are none; null where there are. */
  readonly absence: AbsentRows | null;
};

/** What is written of a file, in pieces. */
type Pieces = AsyncGenerator<Buffer | string, void>;

/**
 * Tables in the form that is asked for, in pieces; rows are made as fast as they are read. Several are files in a zip.
 *
 * @throws {BrokenFile} when a table cannot be written to its end.
 */
export function writeTables(tables: readonly TableToWrite[], asked: TableRequest): Pieces {
  const [only] = tables;
  return asked.list !== everyList && only !== undefined ? piecesOf(only, asked) : zipOf(tables, asked);
}

async function* zipOf(tables: readonly TableToWrite[], asked: TableRequest): Pieces {
  const { writeZip } = await import('./zip.ts');
  for await (const piece of writeZip(filesOf(tables, asked))) yield Buffer.from(piece);
}

/** A file for each list by its path, its dictionary beside it, and one that names the lists that are not there. */
function* filesOf(tables: readonly TableToWrite[], asked: TableRequest): Generator<FileOfZip> {
  const { ending } = tableFormats[asked.format];
  const absent: string[] = [];
  for (const table of tables) {
    const path = table.plan.lists.at(-1)?.path ?? '';
    if (table.absence !== null) {
      absent.push(`${path}: the answer has nothing at "${table.absence.at}".\n`);
      continue;
    }
    yield { name: `${path}.${ending}`, pieces: piecesOf(table, asked) };
    if (asked.format === 'csv' || asked.format === 'ndjson') yield dictionaryOf(table, path);
  }
  if (absent.length > 0) yield { name: 'not-there.txt', pieces: inOnePiece(absent.join('')) };
}

function dictionaryOf(table: TableToWrite, path: string): FileOfZip {
  const url = `${path}.${tableFormats.csv.ending}`;
  return { name: `${path}.${tableFormats.csvw.ending}`, pieces: writeDictionary({ ...table, url }) };
}

function piecesOf(table: TableToWrite, asked: TableRequest): Pieces {
  const { format, hasByteOrderMark, hasComments } = asked;
  const { columns } = table.plan;
  switch (format) {
    case 'csvw':
      return writeDictionary(table);
    case 'xlsx':
      return spreadsheetOf(table);
    case 'geojson':
      return writeGeoJson(table.plan, table.pages);
    case 'csv':
    case 'ndjson':
    case 'parquet':
    case 'arrow':
      return writePages(table.pages, {
        ...{ format, columns, hasByteOrderMark, metadata: metadataOf(table) },
        comments: hasComments ? writeCsvComments(sentencesOf(table)) : '',
      });
  }
}

function writeDictionary(table: DictionaryOf): Pieces {
  return inOnePiece(`${JSON.stringify(describeTable(table), null, 2)}\n`);
}

async function* inOnePiece(text: string): Pieces {
  yield await Promise.resolve(text);
}

async function* spreadsheetOf(table: TableToWrite): Pieces {
  const { writeSpreadsheet } = await import('./columnar/spreadsheet.ts');
  const { gatherSheetRows } = await import('./columnar/sheet-rows.ts');
  const about = [
    ...sentencesOf(table).map((sentence) => [sentence]),
    ['Column', 'Type', 'Description'],
    ...table.plan.columns.map(({ name, type, description }) => [name, type, description]),
  ];
  const { data, outlines } = await gatherSheetRows(table.plan, table.pages);
  yield await writeSpreadsheet({
    sheets: [
      { name: 'Data', rows: data },
      { name: 'About', rows: about },
      ...(outlines === null ? [] : [{ name: 'Outlines', rows: outlines }]),
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
