import { allKinds } from './kinds/all-kinds.ts';
import { migratedDatabases } from './migrated-databases.ts';
import type { BatchOrder, BatchOutcome } from './workers.ts';

/*
 * A process of `npm run test:attack`: attacks the batches that it is told, one after another, until the channel closes.
 */

const makeDatabase = await migratedDatabases(process.argv[2] ?? '');
let before: Promise<void> = Promise.resolve();
process.on('message', (message) => {
  // The process that has started this one sends it.
  const order = message as BatchOrder;
  before = before.then(async () => {
    process.send?.(await attack(order));
  });
});

async function attack({ kind: name, seed, isSwitchedOff }: BatchOrder): Promise<BatchOutcome> {
  const kind = allKinds.find((each) => each.name === name);
  if (kind === undefined) return { problem: `there is no kind "${name}"` };
  try {
    return { result: await kind.attack({ seed, isSwitchedOff, makeDatabase }) };
  } catch (error) {
    return { problem: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
