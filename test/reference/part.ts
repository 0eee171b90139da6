import { runDifferential } from './differential.ts';
import { parseOptions } from './options.ts';
import type { PartMessage } from './parts.ts';
import { startComparedSystem } from './system/compared-system.ts';

/*
 * One part of `npm run test:differential`, which starts it with the URL of an empty database, and to which it reports.
 */

const tell = (message: PartMessage): void => void process.send?.(message);
const onProgress = (operations: number, differences: number): void => {
  tell({ kind: 'progress', progress: { operations, differences } });
};

await using system = await startComparedSystem(process.env['DATABASE_URL'] ?? '');
const options = parseOptions(process.argv.slice(2));
tell({ kind: 'report', report: await runDifferential(system, { ...options, mostDifferences: 10, onProgress }) });
process.disconnect();
