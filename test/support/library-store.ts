import { openStore, type StoreDatabase } from '@boroughgraph/kit/store/database.ts';
import { migrateStore } from '@boroughgraph/kit/store/migrate.ts';
import { createDatabase } from './database.ts';

/** The store of a made-up agency, in a database of its own that goes when it is disposed of. */
export interface LibraryStore extends AsyncDisposable {
  readonly store: StoreDatabase;
  readonly url: string;
}

/** Makes the store of the library, whose schema is `library`, with its tables and nothing in them. */
export async function createLibraryStore(): Promise<LibraryStore> {
  const database = await createDatabase();
  await database.sql`create schema library`;
  await migrateStore(database.sql, 'library');
  const store = openStore({ url: database.url, schema: 'library' });
  return {
    store,
    url: database.url,
    [Symbol.asyncDispose]: async () => {
      await store.close();
      await database[Symbol.asyncDispose]();
    },
  };
}
