import { describeConnection } from '@boroughgraph/schema/process/database-url.ts';
import postgres from 'postgres';
import type { StoreName } from '../agency-names.ts';
import type { AgencyDatabase } from './open-databases.ts';

/** Seconds after which a database that does not answer counts as absent. */
const connectTimeoutSeconds = 10;

/**
 * Opens an agency's store for migrating and loading: its tables come first on the search path, and, unlike for requests, a
 * statement may run as long as it needs. Connects when first used. Never throws.
 */
export function openStoreConnection({ url, agency }: Pick<AgencyDatabase<StoreName>, 'url' | 'agency'>): postgres.Sql {
  const { named, ...place } = describeConnection(url);
  return postgres({
    ...place,
    // One loads, one looks up what is there.
    max: 2,
    connect_timeout: connectTimeoutSeconds,
    connection: { search_path: agency.schema, application_name: 'boroughgraph-load', ...named },
    onnotice: () => undefined,
  });
}
