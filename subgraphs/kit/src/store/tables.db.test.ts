import { readFileSync } from 'node:fs';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type postgres from 'postgres';
import { expect, it } from 'vitest';
import { createDatabase } from '@boroughgraph/test/support/database.ts';
import { migrateStore, migrationsFolder } from './migrate.ts';
import * as accessTables from './access-tables.ts';
import * as leaseTables from './leases/lease-tables.ts';
import * as tables from './tables.ts';

const declared: unknown = generateDrizzleJson({ ...tables, ...accessTables, ...leaseTables });

/** What the last migration left, as drizzle-kit wrote it down. */
function lastSnapshot(): unknown {
  const number = String(readMigrationFiles({ migrationsFolder }).length - 1).padStart(4, '0');
  return JSON.parse(readFileSync(`${migrationsFolder}/meta/${number}_snapshot.json`, 'utf8'));
}

/** Everything that PostgreSQL knows of a schema, each as a line of SQL or near it. */
async function describeSchema(sql: postgres.Sql, schema: string): Promise<readonly string[]> {
  return sql.begin(async (transaction) => {
    await transaction.unsafe(`set local search_path to ${schema}`);
    const rows = await transaction<{ line: string }[]>`
      with own as (select c.* from pg_class c where c.relnamespace = ${schema}::regnamespace and c.relname <> 'migration' and c.relname <> 'migration_pkey')
      select format('%s %s, row security %s', relkind, relname, relrowsecurity) as line from own
      union all select format('%s.%s %s%s default %s identity %s collation %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
        case when a.attnotnull then ' not null' end, pg_get_expr(d.adbin, d.adrelid), a.attidentity, a.attcollation::regcollation)
        from own c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      union all select format('%s: %s %s', c.relname, k.conname, pg_get_constraintdef(k.oid)) from own c join pg_constraint k on k.conrelid = c.oid
      union all select pg_get_indexdef(c.oid) from own c where c.relkind = 'i'
      union all select format('%s: %s', c.relname, pg_get_viewdef(c.oid)) from own c where c.relkind = 'v'
      union all select format('%s: policy %s %s %s %s using %s check %s', c.relname, polname, polcmd, polpermissive, polroles,
        pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) from own c join pg_policy p on p.polrelid = c.oid`;
    // PostgreSQL prints the schema of an index, whatever the path.
    return rows.map(({ line }) => line.replaceAll(`${schema}.`, '')).sort();
  });
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
  expect(migrated.filter((line) => line.includes('policy'))).toHaveLength(10);
  expect(migrated).toEqual(await describeSchema(database.sql, 'declared'));
});

it('No migration names a schema: each agency has its own', () => {
  const statements = readMigrationFiles({ migrationsFolder }).flatMap(({ sql }) => sql);
  expect(statements.filter((statement) => statement.includes('"public"'))).toEqual([]);
});
