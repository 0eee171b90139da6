import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import type { CellType, TableColumn } from '../table-column.ts';
import type { Batch } from './typed-rows.ts';

/** How a file of Parquet is written. */
export interface ParquetOptions {
  readonly columns: readonly Pick<TableColumn, 'name' | 'type'>[];
  /** Texts by their names, kept beside the columns. */
  readonly metadata: Readonly<Record<string, string>>;
  /** The bytes of a page, before it is compressed. @default 1 MiB, as its writer has it */
  readonly pageSize?: number;
}

/**
 * A file of Parquet, a row group for each batch, in pieces: each as soon as its batch is written. Columns have dictionaries where these are
 * smaller, statistics, and indexes of their pages where there are several.
 */
export function* writeParquet(
  batches: Iterable<Batch>,
  { columns, metadata, pageSize }: ParquetOptions,
): Generator<Buffer> {
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({
    writer: bytes,
    schema: schemaOf(columns),
    kvMetadata: Object.entries(metadata).map(([key, value]) => ({ key, value })),
    createdBy: 'boroughgraph',
  });
  for (const batch of batches) {
    const length = batch[0]?.length ?? 0;
    const columnData = columns.map(({ name }, at) => ({ name, data: [...(batch[at] ?? [])], columnIndex: true }));
    if (length > 0) void writer.write({ columnData, rowGroupSize: length, ...(pageSize && { pageSize }) });
    yield taken(bytes);
  }
  void writer.finish();
  yield taken(bytes);
}

/** What has been written since it was last taken; places in the file go on being counted. */
function taken(bytes: ByteWriter): Buffer {
  const piece = Buffer.from(bytes.getBytes());
  bytes.index = 0;
  return piece;
}

/** Every column may have nothing in a cell. */
function schemaOf(columns: ParquetOptions['columns']): SchemaElement[] {
  return [
    { name: 'root', num_children: columns.length },
    ...columns.map(({ name, type }): SchemaElement => ({ name, repetition_type: 'OPTIONAL', ...types[type] })),
  ];
}

const types: Readonly<Record<CellType, Pick<SchemaElement, 'type' | 'converted_type'>>> = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  double: { type: 'DOUBLE' },
  integer: { type: 'INT32' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE' },
  dateTime: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
};
