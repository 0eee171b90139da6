import type { AgencyRoles } from '@boroughgraph/schema/wire/agency-names.ts';
import type postgres from 'postgres';

/**
 * Gives a schema that is there to the roles of its database, where it belongs to those of another: as a copy of a database does, and what was
 * made when roles did not carry the database in their name. Who read what is served reads it no longer; the reader does.
 */
export async function takeOverSchema(sql: postgres.ISql, schema: string, roles: AgencyRoles): Promise<void> {
  const [found] = await sql<{ owner: string }[]>`
    select pg_get_userbyid(nspowner) as owner from pg_namespace where nspname = ${schema}`;
  // Whom somebody else has made the owner stays it.
  if (found === undefined || found.owner === roles.owner || !isRoleOf(found.owner, schema)) return;
  await sql`grant ${sql(found.owner)} to current_user`;
  await sql`reassign owned by ${sql(found.owner)} to ${sql(roles.owner)}`;
  await passOnReading(sql, schema, roles);
  const [database] = await sql<{ name: string }[]>`select current_database() as name`;
  await sql`revoke all on database ${sql(database?.name ?? '')} from ${sql(found.owner)}`;
}

const isRoleOf = (role: string, schema: string) =>
  role === `boroughgraph_${schema}` || role.startsWith(`boroughgraph_${schema}__`);

async function passOnReading(sql: postgres.ISql, schema: string, { owner, reader }: AgencyRoles): Promise<void> {
  const readings = await sql<{ tableName: string; grantee: string }[]>`
    select distinct relname as "tableName", pg_get_userbyid(acl.grantee) as grantee
    from pg_class cross join lateral aclexplode(relacl) as acl
    where relnamespace = ${schema}::regnamespace and acl.grantee <> 0
      and pg_get_userbyid(acl.grantee) <> ${owner} and acl.privilege_type = 'SELECT'`;
  for (const { tableName, grantee } of readings) {
    await sql`revoke all on ${sql(schema)}.${sql(tableName)} from ${sql(grantee)}`;
    await sql`grant select on ${sql(schema)}.${sql(tableName)} to ${sql(reader)}`;
  }
  for (const grantee of new Set(readings.map((each) => each.grantee))) {
    await sql`revoke all on schema ${sql(schema)} from ${sql(grantee)}`;
    await sql`grant usage on schema ${sql(schema)} to ${sql(reader)}`;
  }
}
