/*
 * Loads new releases while others are measured, and takes them away again: a process of its own, so that what a load costs
 * is not taken for the cost of a gateway.
 */
import { openStore } from '@boroughgraph/kit/store/database.ts';
import { subgraph as policing } from '@boroughgraph/policing/subgraph.ts';
import { agencyUrl } from '../support/agency-databases.ts';
import type { Dataset } from './data/datasets.ts';
import { loadNewRelease, removeNewReleases } from './data/new-release.ts';

/** What the loader is told; it answers each order once it is done. */
export type LoaderOrder =
  | { readonly kind: 'load'; readonly dataset: Dataset; readonly number: number }
  | { readonly kind: 'remove'; readonly dataset: Dataset };

process.on('message', (message) => {
  // Only the benchmark forks this process, and sends nothing else.
  void obey(message as LoaderOrder);
});
// Between two orders there is nothing else that would keep the process alive.
process.channel?.ref();
process.send?.({ ready: true });

async function obey(order: LoaderOrder): Promise<void> {
  const url = agencyUrl(order.dataset.databaseUrl, policing.name, 'owner');
  const store = openStore({ url, schema: policing.databaseSchema, connections: 2 });
  try {
    if (order.kind === 'load') await loadNewRelease(store.sql, order.dataset.name, order.number);
    else await removeNewReleases(store.sql);
    process.send?.({ done: order.kind });
  } catch (error) {
    console.error(error);
    process.exit(1);
  } finally {
    await store.close();
  }
}
