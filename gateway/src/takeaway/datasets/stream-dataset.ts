import { takeTurn } from '@boroughgraph/schema/process/turns.ts';
import { type Batch, batchesOf } from '../columnar/typed-rows.ts';
import { byteOrderMark, writeCsvRow } from '../csv.ts';
import type { TableRequest } from '../table-request.ts';
import type { Cell } from '../table-rows.ts';
import { datasetColumns } from './dataset-pages.ts';

/** Forms in which any number of rows can be written as they come: a spreadsheet has an end. */
export type StreamedFormat = 'csv' | 'ndjson' | 'parquet' | 'arrow';

/** How a stream begins, and what is kept beside its columns. */
export interface StreamOptions extends Pick<TableRequest, 'hasByteOrderMark'> {
  readonly format: StreamedFormat;
  /** Comments that stand before the first row of CSV; empty for none. */
  readonly comments: string;
  readonly metadata: Readonly<Record<string, string>>;
}

/** Rows of a page, as the agency has given it. */
export type Pages = AsyncIterable<Iterable<readonly Cell[]>>;

/** Characters that are written at once: a millisecond's work. */
const atOnce = 64 * 1024;
/** Rows of a row group, or a record batch: some ten milliseconds' work. */
const batchRows = 20_000;

/**
 * Writes pages as they come, with no more of them in memory than one, and what is written of it: whoever reads slowly is waited for before the
 * next page is asked for. What goes wrong with a page ends the stream with an error.
 */
export function writePages(pages: Pages, options: StreamOptions): AsyncGenerator<Buffer | string> {
  switch (options.format) {
    case 'csv':
      return linesOf(pages, csvHead(options), writeCsvRow);
    case 'ndjson':
      return linesOf(pages, '', writeJsonRow);
    case 'parquet':
      return parquetOf(pages, options);
    case 'arrow':
      return arrowOf(pages, options);
  }
}

function csvHead({ hasByteOrderMark, comments }: StreamOptions): string {
  return (hasByteOrderMark ? byteOrderMark : '') + comments + writeCsvRow(datasetColumns.map(({ name }) => name));
}

const keys = datasetColumns.map(({ name }) => `${JSON.stringify(name)}:`);
const writeJsonRow = (row: readonly Cell[]) =>
  `{${keys.map((key, at) => key + JSON.stringify(row[at] ?? null)).join(',')}}\n`;

async function* linesOf(pages: Pages, head: string, write: (row: readonly Cell[]) => string): AsyncGenerator<string> {
  let piece = head;
  for await (const rows of pages)
    for (const row of rows) {
      piece += write(row);
      if (piece.length < atOnce) continue;
      yield piece;
      piece = '';
      await takeTurn();
    }
  if (piece !== '') yield piece;
}

async function* batchesOfPages(pages: Pages): AsyncGenerator<Batch> {
  for await (const rows of pages)
    for (const batch of batchesOf(datasetColumns, rows, batchRows))
      if ((batch[0]?.length ?? 0) > 0) {
        yield batch;
        await takeTurn();
      }
}

// Libraries of columnar files are loaded when somebody asks for one: most gateways start without.
async function* parquetOf(pages: Pages, { metadata }: StreamOptions): AsyncGenerator<Buffer> {
  const { ParquetFile } = await import('../columnar/parquet.ts');
  const file = new ParquetFile({ columns: datasetColumns, metadata });
  for await (const batch of batchesOfPages(pages)) yield file.write(batch);
  yield file.end();
}

async function* arrowOf(pages: Pages, { metadata }: StreamOptions): AsyncGenerator<Buffer> {
  const { ArrowStream } = await import('../columnar/arrow.ts');
  const stream = new ArrowStream({ columns: datasetColumns, metadata });
  yield stream.begin();
  for await (const batch of batchesOfPages(pages)) yield stream.write(batch);
  yield stream.end();
}
