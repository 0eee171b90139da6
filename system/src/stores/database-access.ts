import { describeConnection } from '@boroughgraph/schema/process/database-url.ts';
import { agencyRoles, type AgencyRoles } from '@boroughgraph/schema/wire/agency-names.ts';
import postgres from 'postgres';
import type { StoreName } from '../agency-names.ts';
import { retryConcurrentChange } from './concurrent-change.ts';
import { ensureRole, isAdmitted, type RoleLogin } from './ensure-role.ts';
import { Problem, describeError } from '../problem.ts';
import type { RolePasswords } from './role-passwords.ts';
import { takeOverSchema } from './take-over-schema.ts';

/** Seconds after which a database that does not answer counts as absent. */
const connectTimeoutSeconds = 10;
/** Locks out a second process that prepares the same database; any number that nothing else here uses. */
const accessLock = 4_120_834;

/** A connection, or a transaction on one. */
type Sql = postgres.ISql;

/** The roles of an agency in the database of `adminUrl`. Touches no database. */
export function rolesIn(adminUrl: string, agency: StoreName): AgencyRoles {
  return agencyRoles(agency, decodeURIComponent(new URL(adminUrl).pathname.slice(1)));
}

/**
 * The database URL of a role of an agency in the database of `adminUrl`: of the owner of its tables, or of the reader with which
 * its server connects. Touches no database.
 *
 * @throws {Problem} when its password can neither be read nor made.
 */
export function describeAgencyUrl(
  adminUrl: string,
  agency: StoreName,
  { passwords, as = 'owner' }: { readonly passwords: RolePasswords; readonly as?: keyof AgencyRoles },
): string {
  return loginOf(adminUrl, rolesIn(adminUrl, agency)[as], passwords).url;
}

/** The roles that do not log in, most often because they are not there. Looked for before others are locked out. */
async function findDenied(
  adminUrl: string,
  agencies: readonly StoreName[],
  passwords: RolePasswords,
): Promise<readonly RoleLogin[]> {
  const denied: RoleLogin[] = [];
  for (const agency of agencies) {
    const { owner, reader } = rolesIn(adminUrl, agency);
    for (const role of [owner, reader]) {
      const login = loginOf(adminUrl, role, passwords);
      if (!(await isAdmitted(login.url))) denied.push(login);
    }
  }
  return denied;
}

function loginOf(adminUrl: string, role: string, passwords: RolePasswords): RoleLogin {
  const password = passwords.of(role);
  const url = new URL(adminUrl);
  url.username = role;
  url.password = encodeURIComponent(password);
  return { role, password, url: url.href };
}

/**
 * Gives each agency a schema, a role that owns it and a role that reads in the database of `adminUrl`. What is there already
 * stays as it is.
 *
 * The owner may log in, create in its own schema and nowhere else, and see nothing in any other agency's schema. The reader may
 * log in; what it may read, the migration of the tables grants.
 *
 * @throws {Problem} when the database is away, its user may not create roles, or a role has another password and is in use.
 */
export async function ensureAgencyAccess(
  adminUrl: string,
  agencies: readonly StoreName[],
  passwords: RolePasswords,
): Promise<void> {
  await withConnection(adminUrl, 'DATABASE_URL', async (sql) => {
    const rights = await sql<{ may: boolean }[]>`
      select rolsuper or rolcreaterole as may from pg_roles where rolname = current_user`;
    if (rights[0]?.may !== true)
      throw new Problem(
        `The user of DATABASE_URL may not create roles. Allow it (ALTER ROLE … CREATEROLE), or give each agency its own database, for example ${agencies[0]?.variables.databaseUrl ?? ''}=postgres://…`,
      );
    const denied = await findDenied(adminUrl, agencies, passwords);
    await sql.begin(async (transaction) => {
      await transaction`select pg_advisory_xact_lock(${accessLock})`;
      for (const login of denied) await ensureRole(transaction, login);
      for (const agency of agencies) {
        const { owner, reader } = rolesIn(adminUrl, agency);
        // An administrator who is no superuser may make things for a role only as its member.
        await transaction`grant ${transaction(owner)} to current_user`;
        await ensureSchema(transaction, agency.schema, { owner, reader });
      }
    });
  });
}

/**
 * Makes the schema of an agency that brings its own database, where it is missing.
 *
 * @throws {Problem} when the database is away, or its user may not make the schema.
 */
export async function ensureOwnSchema(database: {
  readonly url: string;
  readonly agency: StoreName;
  readonly reader: string | null;
}): Promise<void> {
  const { url, agency, reader } = database;
  // Where another user reads, a variable of its own names the one who loads.
  const variable = reader === null ? agency.variables.databaseUrl : agency.variables.loaderDatabaseUrl;
  await withConnection(url, variable, async (sql) => {
    if (await hasSchema(sql, agency.schema)) return;
    await sql`create schema ${sql(agency.schema)}`;
  });
}

/**
 * Makes the database `name` in the server of `serverUrl` where it is missing, closed to every role but its owner, and
 * returns its URL.
 */
export async function ensureDatabase(serverUrl: string, name: string): Promise<string> {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await withConnection(serverUrl, 'the embedded PostgreSQL', async (sql) => {
    const found = await sql`select from pg_database where datname = ${name}`;
    if (found.length === 0) await sql`create database ${sql(name)}`;
    await sql`revoke all on database ${sql(name)} from public`;
  });
  return url.href;
}

async function ensureSchema(sql: Sql, schema: string, roles: AgencyRoles): Promise<void> {
  const [database] = await sql<{ name: string }[]>`select current_database() as name`;
  await sql`grant connect, temporary on database ${sql(database?.name ?? '')} to ${sql(roles.owner)}`;
  await sql`grant connect on database ${sql(database?.name ?? '')} to ${sql(roles.reader)}`;
  if (await hasSchema(sql, schema)) await takeOverSchema(sql, schema, roles);
  else await sql`create schema ${sql(schema)} authorization ${sql(roles.owner)}`;
  await sql`revoke all on schema ${sql(schema)} from public`;
}

async function hasSchema(sql: Sql, schema: string): Promise<boolean> {
  return (await sql`select from pg_namespace where nspname = ${schema}`).length > 0;
}

async function withConnection(url: string, name: string, work: (sql: postgres.Sql) => Promise<void>): Promise<void> {
  const { named: connection, ...place } = describeConnection(url);
  const sql = postgres({
    ...place,
    connection,
    max: 1,
    connect_timeout: connectTimeoutSeconds,
    onnotice: () => undefined,
  });
  try {
    await retryConcurrentChange(() => work(sql));
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(`The database of ${name} cannot be prepared: ${describeError(error)}`, { cause: error });
  } finally {
    await sql.end({ timeout: 1 });
  }
}
