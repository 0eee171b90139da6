import { expect, it } from 'vitest';
import type { TableColumn } from '../table-column.ts';
import type { Cell } from '../table-rows.ts';
import { gatherSheetRows } from './sheet-rows.ts';
import { maxCellCharacters, maxSheetCells } from './spreadsheet.ts';

const column = (name: string, keys: readonly string[]): TableColumn => ({
  ...{ name, level: 1, type: 'string', isJoined: false, description: '' },
  reading: { kind: 'value', keys },
});
const columns = [column('code', ['code']), column('boundary_geometry', ['boundary', 'geometry'])];
const gather = (rows: readonly (readonly Cell[])[]) => {
  const pages = (async function* () {
    yield await Promise.resolve(rows);
  })();
  return gatherSheetRows({ lists: [], columns, pages: null }, pages);
};
const square = (west: number) => [
  [west, 51],
  [west + 0.5, 51],
  [west, 51.5],
  [west, 51],
];

it('Outlines are a sheet with a row for each of their points, and stay in their cells where they fit', async () => {
  const short = JSON.stringify({ type: 'Polygon', coordinates: [square(0), square(1)] });
  const long = JSON.stringify({
    type: 'MultiPolygon',
    coordinates: [[square(2)], [square(3)]],
    note: 'x'.repeat(maxCellCharacters),
  });
  const { data, outlines } = await gather([
    ['E09000001', short],
    ['E09000002', null],
    ['E09000003', long],
  ]);
  expect(data).toEqual([
    ['code', 'boundary_geometry'],
    ['E09000001', short],
    ['E09000002', null],
    ['E09000003', 'in the sheet Outlines'],
  ]);
  // The rows are those that a spreadsheet numbers: the headings are the first.
  const points = (row: number, code: string, part: number, ring: number, west: number) =>
    square(west).map(([longitude, latitude], at) => [row, code, part, ring, at + 1, longitude, latitude]);
  expect(outlines).toEqual([
    ['row', 'code', 'part', 'ring', 'point', 'longitude', 'latitude'],
    ...points(2, 'E09000001', 1, 1, 0),
    ...points(2, 'E09000001', 1, 2, 1),
    ...points(4, 'E09000003', 1, 1, 2),
    ...points(4, 'E09000003', 2, 1, 3),
  ]);
});

it('Outlines of more points than a spreadsheet takes are refused, with the forms that are streamed', async () => {
  const ring = Array.from({ length: maxSheetCells / 7 }, (_, at) => [at, at]);
  const refused = gather([['E09000001', JSON.stringify({ type: 'Polygon', coordinates: [ring] })]]);
  await expect(refused).rejects.toMatchObject({
    refused: { errors: [{ message: expect.stringContaining('Ask for csv, ndjson, parquet or arrow') as unknown }] },
  });
});

it('A text that is longer than a cell is refused by its column', async () => {
  await expect(gather([['x'.repeat(maxCellCharacters), null]])).rejects.toMatchObject({
    refused: { errors: [{ message: expect.stringContaining('one of the column code has more') as unknown }] },
  });
});
