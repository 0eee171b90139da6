import { prepareDirectory } from '@boroughgraph/gateway/directory/directory-tables.ts';
import type { StoreName } from '../agency-names.ts';
import { describeError, Problem } from '../problem.ts';
import { retryConcurrentChange } from './concurrent-change.ts';
import type { AgencyDatabase } from './open-databases.ts';
import { openStoreConnection } from './store-connection.ts';

/**
 * Makes the tables of the directory where there are none, and lets the gateway use them.
 *
 * @throws {Problem} when the database is away or refuses.
 */
export async function prepareDirectoryStore(database: AgencyDatabase<StoreName>): Promise<void> {
  const sql = openStoreConnection(database);
  try {
    await retryConcurrentChange(() => prepareDirectory(sql, database.reader));
  } catch (error) {
    throw new Problem(`The directory of callers cannot be prepared: ${describeError(error)}`, { cause: error });
  } finally {
    await sql.end({ timeout: 1 });
  }
}
