/*
 * Prepares the stores, then ends. A process of its own, because it loads the code of the agencies, and the supervisor,
 * which stays, should not keep that in memory.
 */
import { importAgencies } from '../agencies.ts';
import { prepareOrderSchema, type PrepareResult } from './prepare-protocol.ts';
import { prepareStore, type MarkedStore } from './prepare-store.ts';
import { describeError } from '../problem.ts';

process.once('message', (message) => {
  const { databases, isSampleWanted } = prepareOrderSchema.parse(message);
  void Promise.all(databases.map((database) => prepareOne(database, isSampleWanted))).then(() => {
    process.disconnect();
  });
});

async function prepareOne(database: MarkedStore, isSampleWanted: boolean): Promise<void> {
  const { slug } = database.agency;
  try {
    const subgraph = (await importAgencies([slug])).get(slug);
    if (subgraph === undefined) throw new Error('it has no subgraph');
    report({ kind: 'prepared', slug, isSampleLoaded: await prepareStore(database, subgraph, isSampleWanted) });
  } catch (error) {
    report({ kind: 'failed', slug, reason: describeError(error) });
  }
}

function report(result: PrepareResult): void {
  process.send?.(result);
}
