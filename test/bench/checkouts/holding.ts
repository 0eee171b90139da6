import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeFolder } from '../../support/remove-folder.ts';

/** What ends a measurement early. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Does a piece of work, then puts away all that it holds: also when it fails, and when a person ends it, after which this
 * process ends.
 *
 * What the work starts must be held before it is waited for.
 */
export async function holding(work: (held: AsyncDisposableStack) => Promise<void>): Promise<void> {
  const { promise: interrupted, reject: interrupt } = Promise.withResolvers<never>();
  const stop = (): void => {
    interrupt(new Interruption());
  };
  // Every time: npm passes on a Ctrl-C that has reached this process already.
  for (const signal of signals) process.on(signal, stop);
  try {
    await using held = new AsyncDisposableStack();
    await Promise.race([work(held), interrupted]);
  } catch (error) {
    if (!(error instanceof Interruption)) throw error;
    // The work, of which nothing is left, would go on to its next step.
    process.exit(130);
  } finally {
    for (const signal of signals) process.off(signal, stop);
  }
}

/** A person has ended the measurement. */
class Interruption extends Error {}

/** Makes a folder for the data of checkouts, which goes in the end. */
export async function holdFolder(held: AsyncDisposableStack): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'boroughgraph-bench-'));
  held.defer(() => removeFolder(folder));
  // PostgreSQL, which runs as another user where root measures, must be able to enter.
  await chmod(folder, 0o755);
  return folder;
}
