import { awaitLeases } from '@boroughgraph/kit/inside/store/leases/await-leases.ts';
import type { StoreDatabase } from '@boroughgraph/kit/store/database.ts';

/** Lets servers read a store anew, as after a load: of what they remember nothing holds any more. */
export async function beginNewState({ sql }: Pick<StoreDatabase, 'sql'>): Promise<void> {
  await sql`update catalogue_version set version = version + 1`;
  await awaitLeases(sql);
}
