import { migrateStore } from '@boroughgraph/kit/store/migrate.ts';
import { retryConcurrentChange } from './concurrent-change.ts';
import { ensureOwnSchema } from './database-access.ts';
import type { AgencyDatabase } from './open-databases.ts';
import { openStoreConnection } from './store-connection.ts';

/** The database of an agency, with the rights of the owner of its tables. */
export type StoreToPrepare = Omit<AgencyDatabase, 'readerUrl'>;

/**
 * Makes the tables of an agency, or brings them up to date, and lets its server read what it serves of them.
 *
 * @throws when the database is away or refuses; nothing is half done.
 */
export async function migrateAgency(database: StoreToPrepare): Promise<void> {
  if (database.isOwn) await ensureOwnSchema(database);
  const sql = openStoreConnection(database);
  try {
    await retryConcurrentChange(() => migrateStore(sql, database.agency.schema, database.reader));
  } finally {
    await sql.end({ timeout: 1 });
  }
}
