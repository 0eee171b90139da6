import { createHttpServer } from '@boroughgraph/kit/server/http-server.ts';
import type { Subgraph } from '@boroughgraph/kit/server/subgraph.ts';
import { openStore } from '@boroughgraph/kit/store/database.ts';
import type { StoreDatabase } from '@boroughgraph/kit/store/database.ts';
import { migrateStore } from '@boroughgraph/kit/store/migrate.ts';
import { subgraph as criminalJustice } from '@boroughgraph/criminal-justice/subgraph.ts';
import { subgraph as health } from '@boroughgraph/health/subgraph.ts';
import { subgraph as localAuthority } from '@boroughgraph/local-authority/subgraph.ts';
import { subgraph as policing } from '@boroughgraph/policing/subgraph.ts';
import { loadFigures } from './figures.ts';

/** Every subgraph. */
export const subgraphs: readonly Subgraph[] = [policing, criminalJustice, health, localAuthority];

/** A subgraph that serves. */
export interface ServedAgency {
  readonly subgraph: Subgraph;
  readonly store: StoreDatabase;
  /** Its GraphQL endpoint. */
  readonly url: string;
}

/** Subgraphs that serve, by name. */
export interface ServedAgencies extends AsyncDisposable {
  readonly byName: ReadonlyMap<string, ServedAgency>;
}

/** Fills an empty database with made-up figures and serves the four subgraphs over it, each on a free port. */
export async function serveAgencies(databaseUrl: string): Promise<ServedAgencies> {
  await using resources = new AsyncDisposableStack();
  const byName = new Map<string, ServedAgency>();
  for (const subgraph of subgraphs) {
    const { databaseSchema: schema } = subgraph;
    const store = openStore({ url: databaseUrl, schema, connections: 3 });
    resources.defer(store.close);
    await store.sql`create schema ${store.sql(schema)}`;
    await migrateStore(store.sql, schema);
    const app = await createHttpServer(subgraph, store, 'silent');
    const address = await app.listen({ port: 0, host: '127.0.0.1' });
    resources.defer(() => app.close());
    byName.set(subgraph.name, { subgraph, store, url: `${address}/graphql` });
  }
  await loadFigures(byName);
  const moved = resources.move();
  return { byName, [Symbol.asyncDispose]: () => moved.disposeAsync() };
}
