import { takeTurn } from '@boroughgraph/schema/process/turns.ts';
import { type Batch, batchesOf } from './columnar/typed-rows.ts';
import { byteOrderMark, writeCsvRow } from './csv.ts';
import type { TableRequest } from './table-request.ts';
import type { TableColumn } from './table-column.ts';
import type { Cell } from './table-rows.ts';

/** Forms in which any number of rows can be written as they come: a spreadsheet has an end. */
export type StreamedFormat = 'csv' | 'ndjson' | 'parquet' | 'arrow';

/** How a stream begins, and what is kept beside its columns. */
export interface StreamOptions extends Pick<TableRequest, 'hasByteOrderMark'> {
  readonly format: StreamedFormat;
  readonly columns: readonly Pick<TableColumn, 'name' | 'type'>[];
  /** Comments that stand before the first row of CSV; empty for none. */
  readonly comments: string;
  readonly metadata: Readonly<Record<string, string>>;
}

/** The rows of each page, as they come. */
export type Pages = AsyncIterable<Iterable<readonly Cell[]>>;

/** Characters that are written at once: a millisecond's work. */
const atOnce = 64 * 1024;
/** Cells of a row group, or a record batch: some ten milliseconds' work. */
const batchCells = 320_000;

/**
 * Writes pages as they come, with no more of them in memory than one, and what is written of it: whoever reads slowly is waited for before the
 * next page is asked for. What goes wrong with a page ends the stream with an error.
 */
export function writePages(pages: Pages, options: StreamOptions): AsyncGenerator<Buffer | string, void> {
  switch (options.format) {
    case 'csv':
      return linesOf(pages, csvHead(options), writeCsvRow);
    case 'ndjson':
      return linesOf(pages, '', writeJsonRow(options));
    case 'parquet':
      return parquetOf(pages, options);
    case 'arrow':
      return arrowOf(pages, options);
  }
}

function csvHead({ hasByteOrderMark, comments, columns }: StreamOptions): string {
  return (hasByteOrderMark ? byteOrderMark : '') + comments + writeCsvRow(columns.map(({ name }) => name));
}

/** Each row as one JSON object on a line, every column in it. */
function writeJsonRow({ columns }: StreamOptions): (row: readonly Cell[]) => string {
  const keys = columns.map(({ name }) => `${JSON.stringify(name)}:`);
  return (row) => `{${keys.map((key, at) => key + JSON.stringify(row[at] ?? null)).join(',')}}\n`;
}

/** Lines in pieces of {@link atOnce} at most; `head` comes before the first of them. */
export async function* linesOf(
  pages: Pages,
  head: string,
  write: (row: readonly Cell[]) => string,
): AsyncGenerator<string, void> {
  let piece = head;
  for await (const rows of pages) {
    for (const row of rows) {
      piece += write(row);
      if (piece.length < atOnce) continue;
      yield piece;
      piece = '';
      await takeTurn();
    }
    // Whoever reads has a page before the next one is asked for.
    if (piece !== '') yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

async function* batchesOfPages(pages: Pages, { columns }: StreamOptions): AsyncGenerator<Batch, void> {
  const batchRows = Math.ceil(batchCells / columns.length);
  for await (const rows of pages)
    for (const batch of batchesOf(columns, rows, batchRows))
      if ((batch[0]?.length ?? 0) > 0) {
        yield batch;
        await takeTurn();
      }
}

// Libraries of columnar files are loaded when somebody asks for one: most gateways start without.
async function* parquetOf(pages: Pages, options: StreamOptions): AsyncGenerator<Buffer, void> {
  const { ParquetFile } = await import('./columnar/parquet.ts');
  const file = new ParquetFile(options);
  for await (const batch of batchesOfPages(pages, options)) yield file.write(batch);
  yield file.end();
}

async function* arrowOf(pages: Pages, options: StreamOptions): AsyncGenerator<Buffer, void> {
  const { ArrowStream } = await import('./columnar/arrow.ts');
  const stream = new ArrowStream(options);
  yield stream.begin();
  for await (const batch of batchesOfPages(pages, options)) yield stream.write(batch);
  yield stream.end();
}
