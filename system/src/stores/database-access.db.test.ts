import { createHmac, randomBytes } from 'node:crypto';
import { createDatabase, type TestDatabase } from '@boroughgraph/test/support/database.ts';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agencyNames, type AgencyName } from '../agency-names.ts';
import { describeAgencyUrl, ensureAgencyAccess, ensureDatabase, ensureOwnSchema, rolesIn } from './database-access.ts';

let database: TestDatabase;
/** One for each agency, as the owner of its tables. */
const connections = new Map<string, postgres.Sql>();
const passwords = { of: (role: string) => `of ${role}` };

beforeAll(async () => {
  database = await createDatabase();
  await ensureDatabase(database.url, new URL(database.url).pathname.slice(1));
  await ensureAgencyAccess(database.url, agencyNames, passwords);
  for (const agency of agencyNames)
    await withRole(agency, async (sql) => {
      await sql`create table ${sql(agency.schema)}.observation (value integer)`;
      await sql`insert into ${sql(agency.schema)}.observation values (7)`;
    });
});

afterAll(async () => {
  await Promise.all([...connections.values()].map((sql) => sql.end()));
  for (const each of [database, ...idle]) await each[Symbol.asyncDispose]();
});

/** Those that no test has at the moment, as they were made: making one takes longer than taking from it what a test has left. */
const idle: TestDatabase[] = [];
async function lendDatabase(): Promise<TestDatabase> {
  const lent = idle.pop() ?? (await createDatabase());
  return {
    ...lent,
    [Symbol.asyncDispose]: async () => {
      for (const { schema } of agencyNames) await lent.sql`drop schema if exists ${lent.sql(schema)} cascade`;
      const roles = agencyNames
        .map((agency) => rolesIn(lent.url, agency))
        .flatMap(({ owner, reader }) => [owner, reader]);
      const left = await lent.sql<
        { name: string }[]
      >`select rolname as name from pg_roles where rolname = any(${roles})`;
      if (left.length > 0)
        await dropRoles(
          lent,
          left.map(({ name }) => `"${name}"`),
        );
      idle.push(lent);
    },
  };
}

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
      await expect(sql`set role ${sql(rolesIn(database.url, owner).owner)}`).rejects.toThrow(
        'permission denied to set role',
      );
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
    const url = new URL(describeAgencyUrl(database.url, required(one), { passwords }));
    url.password = new URL(describeAgencyUrl(database.url, required(other), { passwords })).password;
    const sql = postgres(url.href, { max: 1 });
    await expect(sql`select 1`).rejects.toThrow('password authentication failed');
    await sql.end();
  });
});

it('A second start keeps what the schemas hold', async () => {
  await ensureAgencyAccess(database.url, agencyNames, passwords);
  const [agency] = agencyNames;
  const rows = await withRole(required(agency), (sql) => sql`select value from policing.observation`);
  expect([...rows]).toEqual([{ value: 7 }]);
});

it('Starts at the same moment, in one database or in several of one server, do not disturb each other', async () => {
  await using other = await lendDatabase();
  const urls = [database.url, other.url, database.url, other.url];
  const starts = urls.map((url) => ensureAgencyAccess(url, agencyNames, passwords));
  await expect(Promise.all(starts)).resolves.toHaveLength(urls.length);
});

describe('Passwords', () => {
  const [policing] = agencyNames;
  const agency = required(policing);
  const randomOnes = () => {
    const made = new Map<string, string>();
    return {
      of: (role: string) => {
        const password = made.get(role) ?? randomBytes(8).toString('hex');
        made.set(role, password);
        return password;
      },
    };
  };
  const logsIn = async (url: string) => {
    const sql = postgres(url, { max: 1 });
    return sql`select`
      .then(
        () => true,
        () => false,
      )
      .finally(() => sql.end());
  };

  it('of two systems on one server lock neither out, whichever starts again', async () => {
    await using one = await lendDatabase();
    await using other = await lendDatabase();
    const systems = [
      { url: one.url, passwords: randomOnes() },
      { url: other.url, passwords: randomOnes() },
    ];
    for (const each of [...systems, ...systems]) await ensureAgencyAccess(each.url, agencyNames, each.passwords);
    const urls = systems.flatMap((each) =>
      (['owner', 'reader'] as const).map((as) =>
        describeAgencyUrl(each.url, agency, { passwords: each.passwords, as }),
      ),
    );
    expect(await Promise.all(urls.map(logsIn))).toEqual([true, true, true, true]);
  });

  it('that were lost are made anew where nobody is connected, and refused with what to do where somebody is', async () => {
    await using own = await lendDatabase();
    const [first, second] = [randomOnes(), randomOnes()];
    await ensureAgencyAccess(own.url, [agency], first);
    const server = postgres(describeAgencyUrl(own.url, agency, { passwords: first, as: 'reader' }), { max: 1 });
    await server`select`;
    await expect(ensureAgencyAccess(own.url, [agency], second)).rejects.toThrow(
      /^The role boroughgraph_policing_reader__\S+ has another password than is kept here, and somebody is connected/,
    );
    await server.end();
    await ensureAgencyAccess(own.url, [agency], second);
    expect(await logsIn(describeAgencyUrl(own.url, agency, { passwords: second }))).toBe(true);
    expect(await logsIn(describeAgencyUrl(own.url, agency, { passwords: first }))).toBe(false);
  });

  it('are not computed from what others know: the one of the administrator, or the name of the database', async () => {
    const known = createHmac('sha256', new URL(database.url).pathname.slice(1)).update(
      rolesIn(database.url, agency).owner,
    );
    const url = new URL(describeAgencyUrl(database.url, agency, { passwords }));
    url.password = known.digest('hex');
    expect(await logsIn(url.href)).toBe(false);
  });
});

describe('A schema that belongs to roles of another database', () => {
  it.each(['boroughgraph_policing', 'boroughgraph_policing__copied'])(
    '%s is given to those of this one, with its tables and who reads them',
    async (former) => {
      const [policing] = agencyNames;
      const agency = required(policing);
      await using copy = await lendDatabase();
      const name = `${former}_${process.pid}`.replace('policing_', 'policing__');
      for (const role of [name, `${name}_r`]) await copy.sql.unsafe(`create role ${role}`);
      await copy.sql
        .unsafe(`create schema policing authorization ${name}; create table policing.release (number integer);
        alter table policing.release owner to ${name}; insert into policing.release values (7);
        grant usage on schema policing to ${name}_r; grant select on policing.release to ${name}_r`);
      await ensureAgencyAccess(copy.url, [agency], passwords);
      for (const as of ['owner', 'reader'] as const) {
        const sql = postgres(describeAgencyUrl(copy.url, agency, { passwords, as }), { max: 1 });
        expect([...(await sql`select number from policing.release`)]).toEqual([{ number: 7 }]);
        await sql.end();
      }
      const [rights] = await copy.sql`
        select has_schema_privilege(${`${name}_r`}, 'policing', 'usage') as uses,
          has_table_privilege(${`${name}_r`}, 'policing.release', 'select') as reads`;
      expect(rights).toEqual({ uses: false, reads: false });
      await dropRoles(copy, [name, `${name}_r`]);
    },
  );
});

describe('An administrator who is no superuser', () => {
  it('sets the agencies up when it may create roles', async () => {
    await using fresh = await lendDatabase();
    const name = new URL(fresh.url).pathname.slice(1);
    const url = await createLogin(fresh, { role: `${name}_admin`, rights: 'createrole' });
    await ensureAgencyAccess(url, agencyNames, passwords);
    // Again: what is there is not this administrator's to look into.
    await ensureAgencyAccess(url, agencyNames, passwords);
    const owners = await fresh.sql`
      select nspname as schema, pg_get_userbyid(nspowner) as owner from pg_namespace
      where nspname = any(${agencyNames.map((agency) => agency.schema)}) order by nspname`;
    const expected = agencyNames.map((agency) => ({ schema: agency.schema, owner: rolesIn(url, agency).owner }));
    expect([...owners]).toEqual(expected.toSorted((a, b) => (a.schema < b.schema ? -1 : 1)));
    const roles = agencyNames.map((agency) => rolesIn(url, agency)).flatMap(({ owner, reader }) => [owner, reader]);
    await dropRoles(fresh, [...roles, `${name}_admin`]);
  });

  it('is told what to do when it may not', async () => {
    await using fresh = await lendDatabase();
    const role = `${new URL(fresh.url).pathname.slice(1)}_reader`;
    const url = await createLogin(fresh, { role, rights: 'nocreaterole' });
    await expect(ensureAgencyAccess(url, agencyNames, passwords)).rejects.toThrow(
      /^The user of DATABASE_URL may not create roles\. /,
    );
    await dropRoles(fresh, [role]);
  });
});

it('An agency’s own database gets the schema where it is missing, once', async () => {
  await using fresh = await lendDatabase();
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
  const url = describeAgencyUrl(database.url, agency, { passwords });
  const sql = connections.get(url) ?? postgres(url, { max: 1, onnotice: () => undefined });
  connections.set(url, sql);
  return work(sql);
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
