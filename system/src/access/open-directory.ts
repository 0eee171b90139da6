import type postgres from 'postgres';
import { directoryName } from '../agency-names.ts';
import type { Shutdown } from '../processes/shutdown.ts';
import type { Settings } from '../settings.ts';
import { openDatabases } from '../stores/open-databases.ts';
import { prepareDirectoryStore } from '../stores/prepare-directory.ts';
import { openStoreConnection } from '../stores/store-connection.ts';

/**
 * What some work makes of the directory, in the system that runs or, when none does, in its data, with the rights of the owner of its tables.
 *
 * @throws {Problem} when the database is away.
 */
export async function withDirectory<Result>(
  {
    settings,
    shutdown,
    command,
  }: { readonly settings: Settings; readonly shutdown: Shutdown; readonly command: 'keys' | 'administrators' },
  work: (sql: postgres.Sql) => Promise<Result>,
): Promise<Result> {
  await using resources = new AsyncDisposableStack();
  const [database] = await openDatabases({ settings, agencies: [directoryName], command, shutdown, resources });
  if (database === undefined) throw new Error('The directory has no database');
  await prepareDirectoryStore(database);
  const sql = openStoreConnection(database);
  resources.defer(() => sql.end({ timeout: 1 }));
  return await work(sql);
}
