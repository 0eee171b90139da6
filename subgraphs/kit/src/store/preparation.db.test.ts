import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createLibraryStore, type LibraryStore } from '@boroughgraph/test/support/library-store.ts';
import { migrateStore } from './migrate.ts';
import { isPrepared, notePreparation } from './preparation.ts';
import { writeRestrictedParts } from './write-restricted-parts.ts';

const preparation = { mark: 'this code', schema: 'library' };
const part = { indicatorId: 'visits', placePattern: null, dimension: null };

let library: LibraryStore;
let reader: string;
beforeAll(async () => {
  library = await createLibraryStore();
  const { sql } = library.store;
  reader = `${new URL(library.url).pathname.slice(1)}_reader`;
  await sql`create role ${sql(reader)}`;
});
afterAll(async () => {
  const { sql } = library.store;
  await sql`drop owned by ${sql(reader)}`;
  await sql`drop role ${sql(reader)}`;
  await library[Symbol.asyncDispose]();
});

beforeEach(async () => {
  const { sql } = library.store;
  await migrateStore(sql, 'library', reader);
  await sql`truncate dataset, agreement, restricted_part cascade`;
  await sql`insert into dataset (id, title) values ('visits', 'Visits to libraries')`;
  await writeRestrictedParts(sql, 'visits', [part]);
  await notePreparation(sql, preparation);
});

it('A store is prepared as it was left, by the same code alone', async () => {
  const { sql } = library.store;
  await migrateStore(sql, 'library', reader);
  await writeRestrictedParts(sql, 'visits', [part]);
  expect([await isPrepared(sql, preparation), await isPrepared(sql, { ...preparation, mark: 'other code' })]).toEqual([
    true,
    false,
  ]);
});

it.each([
  ['a load', `update catalogue_version set version = version + 1`],
  [
    'a release',
    `insert into release (id, dataset_id, published_at, checksum, source_name, is_synthetic, rows_read, rows_loaded, rows_left_out,
      rows_kept_outside, rows_rejected, observation_count) values ('visits@2025', 'visits', '2025-01-01', '', '', true, 0, 0, 0, 0, 0, 0)`,
  ],
  [
    'an agreement',
    `insert into agreement (id, organisation, dataset_ids, purposes, valid_from, valid_until)
      values ('one', 'a', '["library-visits"]', '[]', '2025-01-01', '2026-01-01')`,
  ],
  ['a restricted part that is gone', `delete from restricted_part`],
  ['a right that is gone', `revoke select on series from current_reader`],
  ['a right too many', `grant insert on series to current_reader`],
  ['a schema that is closed', `revoke usage on schema library from current_reader`],
  ['security of rows that is off', `alter table series disable row level security`],
  ['a migration of other code', `insert into migration (hash) values ('other')`],
])('It is not after %s', async (_, change) => {
  const { sql } = library.store;
  const undone = new Error('undone');
  const looked: boolean[] = [];
  const work = sql.begin(async (transaction) => {
    await transaction.unsafe(change.replace('current_reader', reader));
    // In the transaction, so that the next case finds the store as it was.
    looked.push(await transaction.savepoint((inside) => isPrepared(inside, preparation)));
    throw undone;
  });
  await expect(work).rejects.toBe(undone);
  expect([looked, await isPrepared(sql, preparation)]).toEqual([[false], true]);
});

it('It is not where nobody has prepared it', async () => {
  const { sql } = library.store;
  await sql`drop table preparation`;
  expect(await isPrepared(sql, preparation)).toBe(false);
});
