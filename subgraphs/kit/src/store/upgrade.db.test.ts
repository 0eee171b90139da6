import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDatabase, type TestDatabase } from '@boroughgraph/test/support/database.ts';
import { describeSchema } from '@boroughgraph/test/support/describe-schema.ts';
import { migrateStore, migrationsFolder } from './migrate.ts';

/*
 * A store that any earlier version has made and filled is brought up to date: nothing that it holds is lost or changed, and it ends as one that
 * is made anew. An earlier version is what its last migration left.
 */

const migrations = readMigrationFiles({ migrationsFolder });
/** The first, one between and the last but one; all of them by `UPGRADES=all`. */
const counts =
  process.env['UPGRADES'] === 'all' ? migrations.map((_, index) => index + 1) : [1, 6, migrations.length - 1];
let database: TestDatabase;
beforeAll(async () => {
  database = await createDatabase();
  await database.sql`create schema anew`;
  await migrateStore(database.sql, 'anew');
});
afterAll(() => database[Symbol.asyncDispose]());

/** Makes a store as it was after so many migrations, with what a first version could hold: two releases, of which the older has a figure withheld. */
async function makeEarlierStore(schema: string, count: number): Promise<void> {
  await database.sql.unsafe(`create schema ${schema}`);
  await database.sql.begin(async (sql) => {
    await sql.unsafe(`set local search_path to ${schema}`);
    await sql`create table migration (hash text primary key, applied_at timestamptz not null default now())`;
    for (const { hash, sql: statements } of migrations.slice(0, count)) {
      for (const statement of statements) await sql.unsafe(statement);
      await sql`insert into migration (hash) values (${hash})`;
    }
    await sql.unsafe(contents);
  });
}

const contents = `
  insert into dataset values ('visits', 'Visits');
  insert into indicator values ('visits', 'visits', 'Visits', 'PEOPLE');
  insert into release (id, dataset_id, published_at, checksum, source_name, is_synthetic, rows_read, rows_loaded, rows_left_out, rows_kept_outside, rows_rejected, observation_count)
    values ('visits@2024-01-31.a', 'visits', '2024-01-31', 'a', 'a.csv', false, 3, 2, 1, 0, 0, 2), ('visits@2025-01-31.b', 'visits', '2025-01-31', 'b', 'b.csv', false, 1, 1, 0, 0, 0, 1);
  insert into coverage (release_number, indicator_id, first_ordinal, period_ids) values (1, 'visits', 24276, '["2023-01","2023-02"]'), (2, 'visits', 24288, '["2024-01"]');
  insert into series (release_number, indicator_id, place, dimension_key, "values", statuses) values (1, 'visits', 'E09000012', '', '[7,null]', '[0,1]'), (2, 'visits', 'E09000012', '', '[8]', null);
  insert into fact values (2, 'note', 'first', '{"text": "opened"}')`;

async function readFacts(sql: postgres.ISql): Promise<readonly unknown[]> {
  const releases =
    await sql`select number, id, published_at::text, checksum, observation_count from release order by number`;
  const cells = await sql`select release_number, place, period_id, value, status from observation order by period_id`;
  return [...releases, ...cells, ...(await sql`select * from fact`)];
}

it.each(counts)('A store of %i migrations is brought up to date, and keeps all that it holds', async (count) => {
  const schema = `from_${count}`;
  await makeEarlierStore(schema, count);
  await migrateStore(database.sql, schema);
  await migrateStore(database.sql, schema);
  expect(await describeSchema(database.sql, schema)).toEqual(await describeSchema(database.sql, 'anew'));
  const held = await database.sql.begin(async (sql) => {
    await sql.unsafe(`set local search_path to ${schema}`);
    return readFacts(sql);
  });
  const place = 'E09000012';
  expect(held).toEqual([
    { number: 1, id: 'visits@2024-01-31.a', published_at: '2024-01-31', checksum: 'a', observation_count: 2 },
    { number: 2, id: 'visits@2025-01-31.b', published_at: '2025-01-31', checksum: 'b', observation_count: 1 },
    { release_number: 1, place, period_id: '2023-01', value: 7, status: 'PUBLISHED' },
    { release_number: 1, place, period_id: '2023-02', value: null, status: 'CONFIDENTIAL' },
    { release_number: 2, place, period_id: '2024-01', value: 8, status: 'PUBLISHED' },
    { release_number: 2, kind: 'note', key: 'first', body: { text: 'opened' } },
  ]);
});

/** A store knows by these which migrations it has had: one that is edited would be applied a second time. A new one is added at the end. */
const made = [
  '0000_create-release-store.sql bfd89f4a6201b38b',
  '0001_recall-and-embargo.sql 4c3bd85c0c36b1c3',
  '0002_derive-supersedes.sql 3044dd74fe58fcde',
  '0003_keep-coverage-of-cells.sql 880e1a0df11bfc9e',
  '0004_key-checksums.sql 828c234dbc9869b6',
  '0005_know-policies-and-view.sql 46e2dcb916b48642',
  '0006_withhold-when-an-embargo-ends.sql 6923b7eeba7c38ce',
  '0007_look-once-for-what-waits.sql ff699d0820dac190',
  '0008_say-where-a-release-covers.sql 183046e8a3368063',
  '0009_keep-restricted-parts-and-agreements.sql 7577ca751d9ea7a7',
  '0010_lease-the-state.sql b44da1a68d362df7',
  '0011_keep-what-is-closed.sql 73208d7a1c8e2a98',
  '0012_say-how-much-a-release-changes.sql 96f825d10a36c253',
  '0013_bind-editions-in-volumes.sql a084d92bc12110f1',
  '0014_count-what-a-release-corrects.sql c93eb0d28ebfbd4d',
  '0015_keep-reports-of-loads.sql f4f7c1eb1e3eb2c0',
  '0016_join-bound-records.sql ae0cf62bb779a0a1',
];

it('A migration that was made stays as it is', () => {
  const files = readdirSync(migrationsFolder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted();
  const hashes = files.map(
    (name) =>
      `${name} ${createHash('sha256')
        .update(readFileSync(join(migrationsFolder, name)))
        .digest('hex')
        .slice(0, 16)}`,
  );
  expect(hashes).toEqual(made);
});
