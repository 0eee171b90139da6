import { createHttpServer } from '@boroughgraph/kit/inside/server/http-server.ts';
import type { ServedSubgraph } from '@boroughgraph/kit/series/served-subgraph.ts';
import { openStore, type StoreDatabase } from '@boroughgraph/kit/store/database.ts';
import { agencyUrl, prepareDatabase } from '../../support/agency-databases.ts';
import { agencies } from '../../support/all-agencies.ts';
import { loadFigures, type Fillable } from './figures.ts';

/** A subgraph that serves. */
export interface ServedAgency {
  readonly subgraph: ServedSubgraph;
  /** With the rights of the role as which its server reads. */
  readonly store: StoreDatabase;
  /** Its GraphQL endpoint. */
  readonly url: string;
}

/** Subgraphs that serve, by name. */
export interface ServedAgencies extends AsyncDisposable {
  readonly byName: ReadonlyMap<string, ServedAgency>;
}

/**
 * Fills an empty database with made-up figures and serves every subgraph over it, each on a free port and with the
 * rights that `npm start` gives it.
 */
export async function serveAgencies(databaseUrl: string): Promise<ServedAgencies> {
  await prepareDatabase(databaseUrl);
  await fillStores(databaseUrl);
  await using resources = new AsyncDisposableStack();
  const byName = new Map<string, ServedAgency>();
  for (const subgraph of agencies) {
    const store = openAgencyStore(databaseUrl, subgraph, 'reader');
    resources.defer(store.close);
    const app = await createHttpServer(subgraph, store, 'silent');
    const address = await app.listen({ port: 0, host: '127.0.0.1' });
    resources.defer(() => app.close());
    byName.set(subgraph.name, { subgraph, store, url: `${address}/graphql` });
  }
  const moved = resources.move();
  return { byName, [Symbol.asyncDispose]: () => moved.disposeAsync() };
}

async function fillStores(databaseUrl: string): Promise<void> {
  await using resources = new AsyncDisposableStack();
  const byName = new Map<string, Fillable>();
  for (const subgraph of agencies) {
    const store = openAgencyStore(databaseUrl, subgraph, 'owner');
    resources.defer(store.close);
    byName.set(subgraph.name, { subgraph, store });
  }
  await loadFigures(byName);
}

function openAgencyStore(
  databaseUrl: string,
  { name, databaseSchema }: ServedSubgraph,
  as: 'owner' | 'reader',
): StoreDatabase {
  return openStore({ url: agencyUrl(databaseUrl, name, as), schema: databaseSchema, connections: 3 });
}
