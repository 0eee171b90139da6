import {
  Bool,
  type Builder,
  type Data,
  type DataType,
  DateDay,
  Field,
  Float64,
  Int32,
  makeBuilder,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableToIPC,
  TimestampMillisecond,
  Utf8,
} from 'apache-arrow';
import type { CellType } from '../table-column.ts';
import type { ParquetOptions } from './parquet.ts';
import type { Batch, TypedCell } from './typed-rows.ts';

/**
 * A stream of Arrow's interprocess format that is being written, a record batch for each batch. Source: Arrow Columnar Format, IPC Streaming
 * Format: the schema, any number of record batches, and a mark of the end.
 */
export class ArrowStream {
  readonly #schema: Schema<Record<string, DataType>>;
  readonly #head: Uint8Array;

  constructor({ columns, metadata }: Omit<ParquetOptions, 'pageSize'>) {
    const fields = columns.map(({ name, type }) => new Field<DataType>(name, types[type](), true));
    this.#schema = new Schema<Record<string, DataType>>(fields, new Map(Object.entries(metadata)));
    this.#head = tableToIPC(new Table(this.#schema, []), 'stream').slice(0, -endMark.length);
  }

  /** What comes before the first batch. */
  begin(): Buffer {
    return Buffer.from(this.#head);
  }

  /** A batch, which has no dictionaries: a stream of it alone without what comes before and after. */
  write(batch: Batch): Buffer {
    const whole = tableToIPC(new Table(this.#schema, [recordBatchOf(this.#schema, batch)]), 'stream');
    return Buffer.from(whole.subarray(this.#head.length, -endMark.length));
  }

  /** What comes after the last batch. */
  end(): Buffer {
    return Buffer.from(endMark);
  }
}

/** A continuation, and a length of nothing. */
const endMark = Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0);

function recordBatchOf(schema: Schema<Record<string, DataType>>, batch: Batch): RecordBatch {
  const children = schema.fields.map(({ type }, at) => dataOf(type, batch[at] ?? []));
  const length = batch[0]?.length ?? 0;
  return new RecordBatch(schema, makeData({ type: new Struct(schema.fields), length, nullCount: 0, children }));
}

function dataOf(type: DataType, cells: readonly TypedCell[]): Data {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- Arrow's types lose that of a column here
  const builder: Builder<DataType, null> = makeBuilder({ type, nullValues: [null] });
  for (const cell of cells) builder.append(cell);
  return builder.finish().flush();
}

const types: Readonly<Record<CellType, () => DataType>> = {
  string: () => new Utf8(),
  double: () => new Float64(),
  integer: () => new Int32(),
  boolean: () => new Bool(),
  date: () => new DateDay(),
  dateTime: () => new TimestampMillisecond('UTC'),
};
