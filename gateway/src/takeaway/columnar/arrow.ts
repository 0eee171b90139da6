import { takeTurn } from '@boroughgraph/schema/process/turns.ts';
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

/** A stream of Arrow's interprocess format, a record batch for each batch. Others have their turns between batches. */
export async function writeArrow(
  batches: Iterable<Batch>,
  { columns, metadata }: Omit<ParquetOptions, 'pageSize'>,
): Promise<Buffer> {
  const fields = columns.map(({ name, type }) => new Field<DataType>(name, types[type](), true));
  const schema = new Schema<Record<string, DataType>>(fields, new Map(Object.entries(metadata)));
  const written: RecordBatch[] = [];
  for (const batch of batches) {
    written.push(recordBatchOf(schema, batch));
    await takeTurn();
  }
  return Buffer.from(tableToIPC(new Table(schema, written), 'stream'));
}

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
