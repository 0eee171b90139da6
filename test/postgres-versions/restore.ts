import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { agencyRoles } from '@boroughgraph/schema/wire/agency-names.ts';
import { findAgencyName } from '@boroughgraph/system/agency-names.ts';
import postgres from 'postgres';
import { startOwnPostgres } from '../support/own-postgres.ts';
import { removeFolder } from '../support/remove-folder.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));
const database = 'boroughgraph';

/** Whether there are the programs with which a database is copied; npm's packages have none. */
export function canRestore(programs: string): boolean {
  return existsSync(join(programs, 'pg_dump')) && existsSync(join(programs, 'pg_restore'));
}

/**
 * Copies what was loaded to a new server, as `system/deploy` says how, and gives what is listed of it there and was here; its server's role
 * has read it there.
 */
export async function restoreOnNewServer(programs: string): Promise<{ readonly here: string; readonly there: string }> {
  await using resources = new AsyncDisposableStack();
  const data = await mkdtemp(join(tmpdir(), 'boroughgraph-restore-'));
  resources.defer(() => removeFolder(data));
  const [old, fresh] = [
    resources.use(await startOwnPostgres({ programs })),
    resources.use(await startOwnPostgres({ programs })),
  ];
  const [from, to] = [await createDatabase(old.url), await createDatabase(fresh.url)];
  const system = async (url: string, ...command: readonly string[]): Promise<string> => {
    const env = { ...process.env, BOROUGHGRAPH_DATA: data, DATABASE_URL: url };
    return (await run(process.execPath, [join(root, 'system/src/main.ts'), ...command], { cwd: root, env })).stdout;
  };
  const file = join(data, 'counters.csv');
  await writeFile(file, 'indicator,area,period,opening,value,flags\nfront-counters,Hackney,S2024-03-31,,2,\n');
  await system(from, 'load', 'policing', 'police-estate', file, '--published-at', '2024-04-30');
  const dump = join(data, 'boroughgraph.dump');
  await run(join(programs, 'pg_dump'), ['--format=custom', `--file=${dump}`, from]);
  // The roles, to whom what is restored belongs.
  await system(to, 'migrate');
  await run(join(programs, 'pg_restore'), ['--clean', '--if-exists', `--dbname=${to}`, dump]);
  await system(to, 'migrate');
  await readAsServer(to, data);
  return { here: await system(from, 'releases', 'policing'), there: await system(to, 'releases', 'policing') };
}

async function createDatabase(serverUrl: string): Promise<string> {
  const sql = postgres(serverUrl, { max: 1, onnotice: () => undefined });
  await sql.unsafe(`create database ${database}`);
  await sql.end();
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** @throws when the role of the agency's server may not log in, or not read what it serves. */
async function readAsServer(databaseUrl: string, data: string): Promise<void> {
  const agency = findAgencyName('policing');
  if (agency === null) throw new Error('there is no policing');
  const { reader } = agencyRoles(agency, database);
  const url = new URL(databaseUrl);
  [url.username, url.password] = [reader, readFileSync(join(data, 'role-passwords', reader), 'utf8')];
  const sql = postgres(url.href, { max: 1 });
  try {
    const releases = await sql`select id from policing.release`;
    if (releases.length !== 1)
      throw new Error(`the server of policing sees ${releases.length} releases, and one was loaded`);
  } finally {
    await sql.end();
  }
}
