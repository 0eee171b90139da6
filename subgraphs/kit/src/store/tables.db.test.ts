import { readFileSync } from 'node:fs';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { expect, it } from 'vitest';
import { createDatabase } from '@boroughgraph/test/support/database.ts';
import { describeSchema } from '@boroughgraph/test/support/describe-schema.ts';
import { migrateStore, migrationsFolder } from './migrate.ts';
import * as accessTables from './access-tables.ts';
import * as leaseTables from './leases/lease-tables.ts';
import * as oversightTables from './oversight/oversight-tables.ts';
import * as tables from './tables.ts';
import * as volumeTables from './volumes/volume-tables.ts';

const declared: unknown = generateDrizzleJson({
  ...tables,
  ...accessTables,
  ...leaseTables,
  ...volumeTables,
  ...oversightTables,
});

/** What the last migration left, as drizzle-kit wrote it down. */
function lastSnapshot(): unknown {
  const number = String(readMigrationFiles({ migrationsFolder }).length - 1).padStart(4, '0');
  return JSON.parse(readFileSync(`${migrationsFolder}/meta/${number}_snapshot.json`, 'utf8'));
}

it('The tables are what the migrations end with: npm run db:generate would find nothing to do', async () => {
  expect(await generateMigration(lastSnapshot(), declared)).toEqual([]);
});

it('A store that was migrated is the store that the tables declare, with its policies and its view', async () => {
  await using database = await createDatabase();
  await database.sql.unsafe('create schema migrated; create schema declared');
  await migrateStore(database.sql, 'migrated');
  const statements = await generateMigration(generateDrizzleJson({}), declared);
  await database.sql.begin(async (transaction) => {
    await transaction.unsafe('set local search_path to declared');
    for (const statement of statements) await transaction.unsafe(statement.replaceAll('"public".', ''));
  });
  const migrated = await describeSchema(database.sql, 'migrated');
  expect(migrated.filter((line) => line.includes('policy'))).toHaveLength(13);
  expect(migrated).toEqual(await describeSchema(database.sql, 'declared'));
});

it('No migration names a schema: each agency has its own', () => {
  const statements = readMigrationFiles({ migrationsFolder }).flatMap(({ sql }) => sql);
  expect(statements.filter((statement) => statement.includes('"public"'))).toEqual([]);
});
