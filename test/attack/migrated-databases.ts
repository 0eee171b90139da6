import { openStore } from '@boroughgraph/kit/store/database.ts';
import { migrateStore } from '@boroughgraph/kit/store/migrate.ts';
import { agencies } from '../support/all-agencies.ts';
import { createDatabaseOn } from '../support/server-database.ts';
import { createNamedDatabase } from '../support/named-database.ts';
import type { MakeDatabase } from './attacked-agency.ts';

/** Databases that are copies of one in which the tables of every agency stand already, empty: to make them takes longer than to copy them. */
export async function migratedDatabases(serverUrl: string): Promise<MakeDatabase> {
  const template = `boroughgraph_attacked_${process.pid}`;
  const url = await createNamedDatabase(serverUrl, template);
  for (const { databaseSchema: schema } of agencies) {
    const store = openStore({ url, schema });
    await store.sql`create schema ${store.sql(schema)}`;
    await migrateStore(store.sql, schema);
    await store.close();
  }
  return () => createDatabaseOn(serverUrl, template);
}
