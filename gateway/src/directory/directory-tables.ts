import type postgres from 'postgres';

/** The PostgreSQL schema in which the tables of the directory lie. */
export const directorySchema = 'directory';

/**
 * Makes the tables of the directory where there are none, and lets the gateway use them: it reads all, and of colleagues it writes what
 * administrators may do. Who is an administrator it cannot write, nor anything of a key. Rows are ended and never deleted, so that the
 * tables say who let whom in, and until when.
 *
 * @param gateway - The role of the gateway; null where it is the owner of the tables.
 */
export async function prepareDirectory(sql: postgres.Sql, gateway: string | null): Promise<void> {
  await sql.begin(async (transaction) => {
    // Two processes that make a table at once fail, however they ask for it.
    await transaction`select pg_advisory_xact_lock(hashtext('boroughgraph directory'))`;
    await makeTables(transaction);
    if (gateway !== null) await grantGateway(transaction, transaction(gateway));
  });
}

async function makeTables(sql: postgres.TransactionSql): Promise<void> {
  // Whoever owns a schema that was made for him may not make one.
  const found = await sql`select from pg_namespace where nspname = ${directorySchema}`;
  if (found.length === 0) await sql`create schema directory`;
  await sql`
    create table if not exists directory.colleague (
      number integer generated always as identity primary key,
      organisation text not null,
      subject text not null,
      scopes text[] not null,
      is_administrator boolean not null default false,
      added_at timestamptz not null default now(),
      -- Nobody is whoever runs the system.
      added_by text,
      confirmed_at timestamptz not null default now(),
      confirmed_by text,
      ended_at timestamptz,
      ended_by text
    )`;
  await sql`
    create unique index if not exists colleague_once on directory.colleague (organisation, subject) where ended_at is null`;
  await sql`
    create table if not exists directory.api_key (
      id text primary key,
      organisation text not null,
      role text,
      scopes text[] not null,
      purposes text[] not null,
      hash text not null,
      made_at timestamptz not null default now(),
      expires_at timestamptz not null,
      revoked_at timestamptz,
      constraint api_key_is_good_for_a_year_at_most check (expires_at <= made_at + interval '1 year')
    )`;
}

async function grantGateway(sql: postgres.TransactionSql, gateway: postgres.Helper<string>): Promise<void> {
  await sql`grant usage on schema directory to ${gateway}`;
  await sql`grant select on directory.colleague, directory.api_key to ${gateway}`;
  await sql`grant insert (organisation, subject, scopes, added_by) on directory.colleague to ${gateway}`;
  await sql`grant update (confirmed_at, confirmed_by, ended_at, ended_by) on directory.colleague to ${gateway}`;
}
