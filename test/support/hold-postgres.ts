/*
 * Runs a throw-away PostgreSQL for as long as the process that forked this one lives, and tells it the URL. When the
 * channel closes, at the end of the tests or because they were interrupted or killed, PostgreSQL and its data go.
 */
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeDataFolder } from '@boroughgraph/system/data-folder.ts';
import { startPostgres } from '@boroughgraph/system/postgres-server.ts';
import { removeFolder } from './remove-folder.ts';

const root = await mkdtemp(join(tmpdir(), 'boroughgraph-test-'));
const abandoned = new AbortController();
process.once('disconnect', () => {
  abandoned.abort();
});
try {
  // PostgreSQL, which runs as another user when root runs the tests, must be able to enter.
  await chmod(root, 0o755);
  // It does not wait for the disk: nobody needs these data after a power cut.
  const server = await startPostgres({
    folder: describeDataFolder(root),
    isDurable: false,
    signal: abandoned.signal,
  });
  process.send?.(server.url);
  await new Promise((resolve) => {
    abandoned.signal.addEventListener('abort', resolve, { once: true });
    if (abandoned.signal.aborted) resolve(undefined);
  });
  await server.stop();
} finally {
  await removeFolder(root);
}
