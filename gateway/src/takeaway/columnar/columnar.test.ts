import { tableFromIPC } from 'apache-arrow';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { readSheetRows } from '@boroughgraph/test/support/read-columnar.ts';
import { expect, it } from 'vitest';
import { ArrowStream } from './arrow.ts';
import { writeParquet } from './parquet.ts';
import { isTooLongForSheet, maxSheetCells, writeSpreadsheet } from './spreadsheet.ts';
import { batchesOf } from './typed-rows.ts';

const columns = [
  { name: 'text', type: 'string' },
  { name: 'day', type: 'date' },
  { name: 'at', type: 'dateTime' },
  { name: 'count', type: 'integer' },
  { name: 'value', type: 'double' },
  { name: 'is', type: 'boolean' },
] as const;
const rows = [
  ['=1', '2024-02-29', '2025-03-31T08:30:00Z', 0, 0.1, true],
  [null, null, null, null, null, null],
  ['', '1970-01-01', '1969-12-31T23:59:59.5Z', -5, 0, false],
];
const metadata = { attribution: 'Somebody: é' };

it('Parquet keeps each cell, by its type, in a row group for each batch', async () => {
  const file = Buffer.concat([...writeParquet(batchesOf(columns, rows, 2), { columns, metadata })]);
  const bytes = new Uint8Array(file).buffer;
  expect(await parquetReadObjects({ file: bytes })).toEqual(
    rows.map(([text, day, at, count, value, is]) => ({
      text,
      day: day === null ? null : new Date(String(day)),
      at: at === null ? null : new Date(String(at)),
      count,
      value,
      is,
    })),
  );
  const { row_groups: groups, key_value_metadata: kept } = parquetMetadata(bytes);
  expect([groups.map(({ num_rows: count }) => count), kept]).toEqual([
    [2n, 1n],
    [{ key: 'attribution', value: 'Somebody: é' }],
  ]);
});

/** The pieces of a stream, joined. */
function arrowOf(given: Parameters<typeof batchesOf>[1]): Buffer {
  const stream = new ArrowStream({ columns, metadata });
  const batches = [...batchesOf(columns, given, 2)].map((batch) => stream.write(batch));
  return Buffer.concat([stream.begin(), ...batches, stream.end()]);
}

it('Arrow keeps each cell, by its type, and a table without rows has its columns', () => {
  const table = tableFromIPC(arrowOf(rows));
  const instants = (name: string) => [...(table.getChild(name) ?? [])].map((cell) => cell as unknown);
  expect(['text', 'count', 'value', 'is'].map(instants)).toEqual([
    ['=1', null, ''],
    [0, null, -5],
    [0.1, null, 0],
    [true, null, false],
  ]);
  expect([instants('day'), instants('at')]).toEqual([
    [Date.parse('2024-02-29'), null, 0],
    [Date.parse('2025-03-31T08:30:00Z'), null, -500],
  ]);
  const empty = tableFromIPC(arrowOf([]));
  expect([empty.numRows, empty.schema.fields.map(({ name }) => name)]).toEqual([0, columns.map(({ name }) => name)]);
  const noRows = Buffer.concat([...writeParquet(batchesOf(columns, [], 2), { columns, metadata })]);
  expect(parquetMetadata(new Uint8Array(noRows).buffer).num_rows).toBe(0n);
});

it.each([
  ['integer', 1.5],
  ['date', 'yesterday'],
  ['boolean', 'true'],
] as const)('A cell of another type than %s is no cell: %j', (type, cell) => {
  expect(() => [...batchesOf([{ name: 'column', type }], [[cell]], 5)]).toThrow(`Expected a value of ${type}`);
});

it('A spreadsheet has texts that begin no formula, and zero is a number', async () => {
  const cells = ['=HYPERLINK("http://example.invalid")', '+1', '-1', '@SUM(A1)', "'", 'a & <b>', '\u0001é'];
  const sheets = [{ name: 'Data', rows: [cells, [0, -1.5, true, null, 'last']] }];
  expect(readSheetRows(await writeSpreadsheet({ sheets }))).toEqual([
    [`'=HYPERLINK("http://example.invalid")`, "'+1", "'-1", "'@SUM(A1)", "''", 'a & <b>', 'é'],
    [0, -1.5, true, null, 'last'],
  ]);
});

it('A spreadsheet has so many cells and no more', () => {
  expect([isTooLongForSheet(maxSheetCells / 5, 5), isTooLongForSheet(maxSheetCells / 5 + 1, 5)]).toEqual([false, true]);
});
