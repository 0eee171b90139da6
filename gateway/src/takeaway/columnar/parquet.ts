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
 * A file of Parquet that is being written, a row group for each batch. Columns have dictionaries where these are smaller; those that rows
 * are looked for by, which figures are not, have statistics, and indexes of their pages where there are several.
 */
export class ParquetFile {
  readonly #options: ParquetOptions;
  readonly #bytes = new ByteWriter();
  readonly #writer: ParquetWriter;

  constructor(options: ParquetOptions) {
    this.#options = options;
    this.#writer = new ParquetWriter({
      writer: this.#bytes,
      schema: schemaOf(options.columns),
      kvMetadata: Object.entries(options.metadata).map(([key, value]) => ({ key, value })),
      createdBy: 'boroughgraph',
      // What is looked for by an id is found by the whole of it.
      statisticsTruncateLength: 64,
    });
  }

  /** Adds a row group, and gives what of the file is now written beside what was given before. */
  write(batch: Batch): Buffer {
    const { columns, pageSize } = this.#options;
    const length = batch[0]?.length ?? 0;
    const columnData = columns.map(({ name, type }, at) => {
      const isSought = type !== 'double';
      return { name, data: [...(batch[at] ?? [])], columnIndex: isSought, statistics: isSought };
    });
    if (length > 0) void this.#writer.write({ columnData, rowGroupSize: length, ...(pageSize && { pageSize }) });
    return this.#taken();
  }

  /** Gives the rest of the file. */
  end(): Buffer {
    void this.#writer.finish();
    return this.#taken();
  }

  /** Places in the file go on being counted. */
  #taken(): Buffer {
    const piece = Buffer.from(this.#bytes.getBytes());
    this.#bytes.index = 0;
    return piece;
  }
}

/** A file of Parquet in pieces, each as soon as its batch is written. */
export function* writeParquet(batches: Iterable<Batch>, options: ParquetOptions): Generator<Buffer> {
  const file = new ParquetFile(options);
  for (const batch of batches) yield file.write(batch);
  yield file.end();
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
