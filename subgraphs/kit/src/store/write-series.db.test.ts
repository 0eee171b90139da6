import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDatabase, type TestDatabase } from '@boroughgraph/test/support/database.ts';
import { shownFigures } from '@boroughgraph/test/support/shown.ts';
import { openStore, type StoreDatabase } from './database.ts';
import { migrateStore } from './migrate.ts';
import { readSeries } from './read-series.ts';
import { type SeriesRecord, textOfKey, withholdCells } from './series-columns.ts';
import { copySeries, updateSeries } from './write-series.ts';

let database: TestDatabase;
let store: StoreDatabase;
beforeAll(async () => {
  database = await createDatabase();
  await database.sql`create schema library`;
  await migrateStore(database.sql, 'library');
  store = openStore({ url: database.url, schema: 'library' });
  await store.sql`insert into dataset (id, title) values ('visits', 'Visits')`;
  await store.sql`
    insert into release (id, dataset_id, published_at, checksum, source_name, is_synthetic, rows_read, rows_loaded, rows_left_out,
      rows_kept_outside, rows_rejected, observation_count)
    values ('visits@2025', 'visits', '2025-01-01', '', '', false, 0, 0, 0, 0, 0, 0)`;
});
afterAll(async () => {
  await store.close();
  await database[Symbol.asyncDispose]();
});

/** Something in every column, with every character that COPY and JSON escape. */
const row: SeriesRecord = {
  releaseNumber: 1,
  indicatorId: 'visits',
  place: 'a\\b\t"c"',
  dimensionKey: 'library=Ma\nin',
  values: shownFigures([10, 9201, null]),
  statuses: [null, null, 2],
  flags: [0, 1, 2048],
  numerators: shownFigures([11, 9202, null]),
  denominators: shownFigures([12, 9203, null]),
  lowers: shownFigures([13.5, 9204, null]),
  uppers: shownFigures([14.25, 9205, null]),
  denominatorPeriodIds: ['CY\\2021', 'CY9206', null],
  denominatorSource: 'Estimates,\r\n\\N "of 2020"',
  coverages: [[1, null], [9207, 9208], null],
};
const other: SeriesRecord = { ...row, place: 'other', denominatorSource: null, coverages: null };

async function stored() {
  const found = await readSeries(store, [row, other], [1]);
  return [row, other].flatMap((key) => found.get(textOfKey(key))?.of(1)?.lists ?? []);
}

it('writes every column as it is read, and takes a withheld cell out of each', async () => {
  await copySeries(store.sql, 1, [row, other]);
  expect(await stored()).toEqual([row, other]);
  await updateSeries(store.sql, [withholdCells(row, [1])]);
  expect(await stored()).toEqual([withholdCells(row, [1]), other]);
  const [text] = await store.sql<{ text: string }[]>`select s::text as text from series s where place = ${row.place}`;
  expect(text?.text).not.toContain('920');
});
