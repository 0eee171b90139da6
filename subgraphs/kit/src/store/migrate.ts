import { fileURLToPath } from 'node:url';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type postgres from 'postgres';

/** Locks out a second migration of the same database; any number that nothing else here uses. */
const migrationLock = 4_120_833;

/** The folder of the migrations, in the order of whose names they are applied. */
export const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));

/**
 * Brings the tables of one agency up to date in its own PostgreSQL schema. Applies each migration once; applying none is no error.
 * Lets the role `reader` read what a server serves, and nothing else; null grants nothing.
 *
 * Drizzle's own migrator wants the right to create schemas, which an agency's role does not have, so that only its
 * reading of the files is used here.
 *
 * @throws when the schema is missing or the role may not create tables in it; nothing is half applied.
 */
export async function migrateStore(sql: postgres.Sql, schema: string, reader: string | null = null): Promise<void> {
  await sql.begin(async (transaction) => {
    await transaction`select pg_advisory_xact_lock(${migrationLock})`;
    await transaction.unsafe(`set local search_path to ${quoted(schema)}`);
    await transaction`create table if not exists migration (hash text primary key, applied_at timestamptz not null default now())`;
    const applied = new Set((await transaction<{ hash: string }[]>`select hash from migration`).map((row) => row.hash));
    for (const migration of readMigrationFiles({ migrationsFolder })) {
      if (applied.has(migration.hash)) continue;
      for (const statement of migration.sql) await transaction.unsafe(statement);
      await transaction`insert into migration (hash) values (${migration.hash})`;
    }
    if (reader !== null) await grantReading(transaction, schema, reader);
  });
}

/** What a server reads. The view of observations is for people: it reads with the rights of its owner, past any embargo. */
const servedTables = [
  'catalogue_version',
  'release',
  'coverage',
  'series',
  'fact',
  'restricted_part',
  'agreement',
  'pending_series',
  'pending_checksum',
  'volume',
  'volume_series',
  'own_organisation',
  'load_report',
];

async function grantReading(sql: postgres.ISql, schema: string, reader: string): Promise<void> {
  const role = sql(reader);
  await sql`revoke all on all tables in schema ${sql(schema)} from ${role}`;
  await sql`revoke all on schema ${sql(schema)} from ${role}`;
  await sql`grant usage on schema ${sql(schema)} to ${role}`;
  for (const table of servedTables) await sql`grant select on ${sql(schema)}.${sql(table)} to ${role}`;
  await sql`grant execute on function ${sql(schema)}.lease_state(uuid, bigint) to ${role}`;
}

function quoted(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}
