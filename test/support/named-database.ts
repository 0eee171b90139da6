import { agencyRoles } from '@boroughgraph/schema/wire/agency-names.ts';
import { agencyNames } from '@boroughgraph/system/agency-names.ts';
import postgres from 'postgres';

/** Makes a database anew, empty or as a copy of `template`, which nobody may use meanwhile. Gives its URL. */
export async function createNamedDatabase(
  serverUrl: string,
  name: string,
  template: string | null = null,
): Promise<string> {
  const copying = template === null ? '' : ` template ${template}`;
  await administer(serverUrl, [`drop database if exists ${name} with (force)`, `create database ${name}${copying}`]);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Takes a database away, whoever is connected, and the roles that were made for it; nothing happens where there is none. */
export async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  await administer(serverUrl, [
    `drop database if exists ${name} with (force)`,
    ...agencyNames
      .map((agency) => agencyRoles(agency, name))
      .flatMap(({ owner, reader }) => [`drop role if exists "${owner}"`, `drop role if exists "${reader}"`]),
  ]);
}

async function administer(serverUrl: string, statements: readonly string[]): Promise<void> {
  const sql = postgres(serverUrl, { max: 1, onnotice: () => undefined });
  try {
    for (const statement of statements) await sql.unsafe(statement);
  } finally {
    await sql.end({ timeout: 1 });
  }
}
