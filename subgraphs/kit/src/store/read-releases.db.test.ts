import { createDatabase, type TestDatabase } from '@boroughgraph/test/support/database.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore, type StoreDatabase } from './database.ts';
import { migrateStore } from './migrate.ts';
import { type KnownReleases, nothingKnown, readReleases } from './read-releases.ts';

let database: TestDatabase;
let store: StoreDatabase;
beforeAll(async () => {
  database = await createDatabase();
  await database.sql`create schema library`;
  await migrateStore(database.sql, 'library');
  store = openStore({ url: database.url, schema: 'library' });
  await store.sql`insert into dataset values ('visits', 'Visits')`;
  await store.sql`insert into indicator values ('visits', 'visits', 'Visits', 'PEOPLE')`;
  await addReleases(1, 3);
});
afterAll(async () => {
  await store.close();
  await database[Symbol.asyncDispose]();
});

async function addReleases(first: number, last: number): Promise<void> {
  await store.sql`insert into release (id, dataset_id, published_at, checksum, source_name, is_synthetic, rows_read, rows_loaded, rows_left_out,
      rows_kept_outside, rows_rejected, observation_count)
    select 'visits@' || n, 'visits', '2024-01-01', 'a', 'a.csv', false, 1, 1, 0, 0, 0, 1 from generate_series(${first}::integer, ${last}::integer) n`;
  await store.sql`insert into coverage (release_number, indicator_id, first_ordinal, period_ids)
    select n, 'visits', n, '["2024-01"]' from generate_series(${first}::integer, ${last}::integer) n`;
}

/** What is read where something is known, which has to be what is read where nothing is; and the numbers of those that were read again. */
async function readAgain(known: KnownReleases) {
  const [again, anew] = [await readReleases(store, known), await readReleases(store, nothingKnown)];
  expect(new Map([...again.byNumber].toSorted())).toEqual(new Map([...anew.byNumber].toSorted()));
  const read = [...again.byNumber].filter(([number, each]) => known.byNumber.get(number) !== each);
  return { again, read: read.map(([number]) => number).toSorted() };
}

it('reads what has changed, and nothing else of a long history', async () => {
  const first = await readAgain(nothingKnown);
  expect(first.read).toEqual([1, 2, 3]);
  expect([...first.again.byNumber.values()].map(({ coverage }) => coverage.length)).toEqual([1, 1, 1]);
  expect((await readAgain(first.again)).read).toEqual([]);
  await addReleases(4, 4);
  const second = await readAgain(first.again);
  expect(second.read).toEqual([4]);
  await store.sql`update release set recalled_at = now(), recall_reason = 'wrong' where number = 2`;
  const third = await readAgain(second.again);
  expect(third.read).toEqual([2]);
  await store.sql`update release set embargo_until = now() + interval '1 day' where number = 3`;
  const fourth = await readAgain(third.again);
  expect([...fourth.again.byNumber.keys()].toSorted()).toEqual([1, 2, 4]);
  await store.sql`delete from release where number = 4`;
  expect([...(await readAgain(fourth.again)).again.byNumber.keys()].toSorted()).toEqual([1, 2]);
});

it('reads all again while something has to be put in place, and once after that', async () => {
  const { again } = await readAgain(nothingKnown);
  await store.sql`insert into pending_checksum values (1, 2, 'b')`;
  await store.sql`update release set embargo_until = now() - interval '1 day' where number = 2`;
  const waiting = await readAgain(again);
  expect(waiting.again.byNumber.get(1)?.release.checksum).toBe('b');
  await store.sql`delete from pending_checksum`;
  const after = await readAgain(waiting.again);
  expect(after.again.byNumber.get(1)?.release.checksum).toBe('a');
  expect((await readAgain(after.again)).read).toEqual([]);
});
