import { createDatabase, type TestDatabase } from '@boroughgraph/test/support/database.ts';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agencyNames, type AgencyName } from '../agency-names.ts';
import { describeAgencyUrl, ensureAgencyAccess, ensureDatabase, ensureOwnSchema } from './database-access.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createDatabase();
  await ensureDatabase(database.url, new URL(database.url).pathname.slice(1));
  await ensureAgencyAccess(database.url, agencyNames);
  for (const agency of agencyNames) {
    await withRole(agency, async (sql) => {
      await sql`create table ${sql(agency.schema)}.observation (value integer)`;
      await sql`insert into ${sql(agency.schema)}.observation values (7)`;
    });
  }
});

afterAll(async () => {
  await database[Symbol.asyncDispose]();
});

const pairs = agencyNames.flatMap((reader) =>
  agencyNames.filter((owner) => owner !== reader).map((owner) => ({ reader, owner })),
);

describe('An agency’s role', () => {
  it.each(agencyNames)('$slug reads its own tables', async (agency) => {
    const rows = await withRole(agency, (sql) => sql`select value from ${sql(agency.schema)}.observation`);
    expect([...rows]).toEqual([{ value: 7 }]);
  });

  it.each(pairs)('$reader.slug can neither read nor write what belongs to $owner.slug', async ({ reader, owner }) => {
    const denied = `permission denied for schema ${owner.schema}`;
    await withRole(reader, async (sql) => {
      await expect(sql`select value from ${sql(owner.schema)}.observation`).rejects.toThrow(denied);
      await expect(sql`create table ${sql(owner.schema)}.mine (value integer)`).rejects.toThrow(denied);
      await expect(sql`set role ${sql(owner.role)}`).rejects.toThrow('permission denied to set role');
    });
  });

  it.each(agencyNames)('$slug has no rights beyond its schema', async (agency) => {
    const rights = await withRole(
      agency,
      (sql) => sql`
        select rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls,
          has_database_privilege(current_database(), 'create') as creates_schemas,
          has_schema_privilege('public', 'create') as creates_in_public
        from pg_roles where rolname = current_user`,
    );
    expect([...rights]).toEqual([
      {
        rolsuper: false,
        rolcreatedb: false,
        rolcreaterole: false,
        rolreplication: false,
        rolbypassrls: false,
        creates_schemas: false,
        creates_in_public: false,
      },
    ]);
  });

  it('cannot log in with another’s password', async () => {
    const [one, other] = agencyNames;
    const url = new URL(describeAgencyUrl(database.url, required(one)));
    url.password = new URL(describeAgencyUrl(database.url, required(other))).password;
    const sql = postgres(url.href, { max: 1 });
    await expect(sql`select 1`).rejects.toThrow('password authentication failed');
    await sql.end();
  });
});

it('A second start keeps what the schemas hold', async () => {
  await ensureAgencyAccess(database.url, agencyNames);
  const [agency] = agencyNames;
  const rows = await withRole(required(agency), (sql) => sql`select value from policing.observation`);
  expect([...rows]).toEqual([{ value: 7 }]);
});

it('Starts at the same moment, in one database or in several of one server, do not disturb each other', async () => {
  await using other = await createDatabase();
  const urls = [database.url, other.url, database.url, other.url];
  const starts = urls.map((url) => ensureAgencyAccess(url, agencyNames));
  await expect(Promise.all(starts)).resolves.toHaveLength(urls.length);
});

describe('An administrator who is no superuser', () => {
  it('sets the agencies up when it may create roles', async () => {
    await using fresh = await createDatabase();
    const name = new URL(fresh.url).pathname.slice(1);
    const url = await createLogin(fresh, { role: `${name}_admin`, rights: 'createrole' });
    // Roles belong to the whole server: those that the superuser made above are not this administrator's to change.
    const own = agencyNames.map((agency) => {
      const role = `${name}_${agency.schema}`;
      return { ...agency, role, readerRole: `${role}_reader` };
    });
    await ensureAgencyAccess(url, own);
    const owners = await fresh.sql`
      select nspname as schema, pg_get_userbyid(nspowner) as owner from pg_namespace
      where nspname = any(${own.map((agency) => agency.schema)}) order by nspname`;
    const schemas = own.map(({ schema }) => schema).toSorted();
    expect([...owners]).toEqual(schemas.map((schema) => ({ schema, owner: `${name}_${schema}` })));
    await dropRoles(fresh, [...own.flatMap(({ role, readerRole }) => [role, readerRole]), `${name}_admin`]);
  });

  it('is told what to do when it may not', async () => {
    await using fresh = await createDatabase();
    const role = `${new URL(fresh.url).pathname.slice(1)}_reader`;
    const url = await createLogin(fresh, { role, rights: 'nocreaterole' });
    await expect(ensureAgencyAccess(url, agencyNames)).rejects.toThrow(
      /^The user of DATABASE_URL may not create roles\. /,
    );
    await dropRoles(fresh, [role]);
  });
});

it('An agency’s own database gets the schema where it is missing, once', async () => {
  await using fresh = await createDatabase();
  const [agency] = agencyNames;
  await ensureOwnSchema({ url: fresh.url, agency: required(agency), reader: null });
  await ensureOwnSchema({ url: fresh.url, agency: required(agency), reader: null });
  const found = await fresh.sql`select nspname as schema from pg_namespace where nspname = 'policing'`;
  expect([...found]).toEqual([{ schema: 'policing' }]);
});

it('A database that is away is told with the variable that names it', async () => {
  const [agency] = agencyNames;
  await expect(
    ensureOwnSchema({ url: 'postgres://u:secret@127.0.0.1:1/d', agency: required(agency), reader: null }),
  ).rejects.toThrow(/^The database of POLICING_DATABASE_URL cannot be prepared: (?!.*secret).*ECONNREFUSED/);
});

async function withRole<Value>(agency: AgencyName, work: (sql: postgres.Sql) => PromiseLike<Value>): Promise<Value> {
  const sql = postgres(describeAgencyUrl(database.url, agency), { max: 1, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

async function createLogin(fresh: TestDatabase, login: { role: string; rights: string }): Promise<string> {
  const url = new URL(fresh.url);
  await fresh.sql.unsafe(`create role ${login.role} login ${login.rights} password 'login'`);
  await fresh.sql.unsafe(
    `grant create, connect, temporary on database ${url.pathname.slice(1)} to ${login.role} with grant option`,
  );
  url.username = login.role;
  url.password = 'login';
  return url.href;
}

async function dropRoles(fresh: TestDatabase, roles: readonly string[]): Promise<void> {
  await fresh.sql.unsafe(`drop owned by ${roles.join(', ')} cascade`);
  await fresh.sql.unsafe(`drop role ${roles.join(', ')}`);
}

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('expected a value');
  return value;
}
