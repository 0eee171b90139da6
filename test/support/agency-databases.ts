import { agencyNames, findAgencyName } from '@boroughgraph/system/agency-names.ts';
import {
  describeAgencyUrl,
  ensureAgencyAccess,
  ensureDatabase,
  rolesIn,
} from '@boroughgraph/system/database-access.ts';
import { migrateAgency } from '@boroughgraph/system/migrate-agency.ts';

/** Known to every process of a test or a benchmark, which keep none. Nobody else reaches what they serve. */
const passwords = { of: (role: string) => `of ${role}` };

/**
 * Makes an empty database what `npm start` makes of it: a schema with tables for each agency, a role that owns them and one
 * that reads what is served of them. `databaseUrl` is that of a user who may create roles.
 *
 * The roles belong to the whole server; they go with the database, where `dropDatabase` takes it away.
 */
export async function prepareDatabase(databaseUrl: string): Promise<void> {
  await admitAgencies(databaseUrl);
  for (const agency of agencyNames) {
    const url = describeAgencyUrl(databaseUrl, agency, { passwords });
    await migrateAgency({ agency, url, reader: rolesIn(databaseUrl, agency).reader, isOwn: false });
  }
}

/**
 * Lets the roles of the agencies connect to a database, and nobody else but its owner. Of a database that was prepared, a
 * copy has the tables and the rights to them, but not those to connect.
 */
export async function admitAgencies(databaseUrl: string): Promise<void> {
  await ensureDatabase(databaseUrl, new URL(databaseUrl).pathname.slice(1));
  await ensureAgencyAccess(databaseUrl, agencyNames, passwords);
}

/**
 * The URL with which the owner of an agency's tables connects to a prepared database, or the reader, as which its server does.
 *
 * @throws when there is no agency of this name.
 */
export function agencyUrl(databaseUrl: string, name: string, as: 'owner' | 'reader'): string {
  const agency = findAgencyName(name);
  if (agency === null) throw new Error(`no agency ${name}`);
  return describeAgencyUrl(databaseUrl, agency, { passwords, as });
}
