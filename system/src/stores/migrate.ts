import { agencyNames, type AgencyName } from '../agency-names.ts';
import { openDatabases } from './open-databases.ts';
import { migrateAgency } from './migrate-agency.ts';
import type { Settings } from '../settings.ts';
import type { Shutdown } from '../processes/shutdown.ts';
import { say } from '../terminal.ts';

/**
 * Brings the tables of every agency, or of `only` that one, up to date, in the system that runs or, when none does, in its data.
 *
 * @throws {Problem} when a database is away or refuses.
 */
export async function migrate(settings: Settings, only: AgencyName | null, shutdown: Shutdown): Promise<void> {
  await using resources = new AsyncDisposableStack();
  const agencies = only === null ? agencyNames : [only];
  const databases = await openDatabases({ settings, agencies, command: 'migrate', shutdown, resources });
  for (const database of databases) {
    await migrateAgency(database);
    say(`${database.agency.slug}: the tables are up to date`);
  }
}
