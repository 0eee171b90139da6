import { describeConnection } from '@boroughgraph/schema/process/database-url.ts';
import postgres from 'postgres';
import { Problem } from '../problem.ts';

/** Seconds after which a server that does not answer counts as away. */
const connectTimeoutSeconds = 10;

/** How PostgreSQL says that somebody is not let in: no such password or role, or one that may not log in at all. */
const notAdmitted: ReadonlySet<string> = new Set(['28P01', '28000']);

/** How it says that a role may not connect to the database, whose password it has accepted. */
const notPermitted = '42501';

/** A role that the system makes, and how it logs in. */
export interface RoleLogin {
  readonly role: string;
  readonly password: string;
  /** With the role, its password and its database. */
  readonly url: string;
}

/**
 * Makes a role that may log in and has no other right, where there is none, and gives one that is there, and is not let in, its password. To be
 * asked of those alone that {@link isAdmitted} denies.
 *
 * @throws {Problem} when it has another, and somebody is connected with it.
 */
export async function ensureRole(sql: postgres.ISql, { role, password, url }: RoleLogin): Promise<void> {
  const found = await sql`select from pg_roles where rolname = ${role}`;
  // A new role has no rights: no superuser, no databases, no roles.
  if (found.length === 0) await sql`create role ${sql(role)}`;
  // Another process may have made it meanwhile.
  else if (await isAdmitted(url)) return;
  else await requireUnused(sql, role);
  // A role is not a table: its password cannot be a parameter.
  const [statement] = await sql<{ text: string }[]>`
    select format('alter role %I login password %L', ${role}::text, ${password}::text) as text`;
  await sql.unsafe(statement?.text ?? '');
}

/** Whether a role logs in with its password: then nothing is changed of it, and nobody is locked out who uses it. */
export async function isAdmitted(url: string): Promise<boolean> {
  const { named: connection, ...place } = describeConnection(url);
  const sql = postgres({
    ...place,
    connection,
    max: 1,
    connect_timeout: connectTimeoutSeconds,
    onnotice: () => undefined,
  });
  try {
    await sql`select`;
    return true;
  } catch (error) {
    const code = error instanceof postgres.PostgresError ? error.code : '';
    if (code === notPermitted || notAdmitted.has(code)) return code === notPermitted;
    throw error;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function requireUnused(sql: postgres.ISql, role: string): Promise<void> {
  const connected = await sql`select from pg_stat_activity where usename = ${role} limit 1`;
  if (connected.length === 0) return;
  throw new Problem(
    `The role ${role} has another password than is kept here, and somebody is connected with it: another system uses this database. Give this one a database of its own in DATABASE_URL, or the passwords of that one: DATABASE_PASSWORDS=/its/data/role-passwords`,
  );
}
