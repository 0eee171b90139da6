import { agencyNames } from './agency-names.ts';
import { openDatabases } from './open-databases.ts';
import { migrateAgency } from './prepare-store.ts';
import type { Settings } from './settings.ts';
import type { Shutdown } from './shutdown.ts';
import { say } from './terminal.ts';

/**
 * Brings the tables of every agency up to date, in the system that runs or, when none does, in its data.
 *
 * @throws {Problem} when a database is away or refuses.
 */
export async function migrate(settings: Settings, shutdown: Shutdown): Promise<void> {
  await using resources = new AsyncDisposableStack();
  const databases = await openDatabases({ settings, agencies: agencyNames, command: 'migrate', shutdown, resources });
  for (const database of databases) {
    await migrateAgency(database);
    say(`${database.agency.slug}: the tables are up to date`);
  }
}
