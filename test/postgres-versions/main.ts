import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startOwnPostgres } from '../support/own-postgres.ts';
import { canRestore, restoreOnNewServer } from './restore.ts';
import { findPrograms, readGivenPrograms, supportedVersions } from './find-programs.ts';

/*
 * `npm run test:postgres-versions`: tests what touches a store on each PostgreSQL that is to be had. Ends with 1 when one fails.
 */

/** Tables, migrations from every earlier version, loads, recalls, embargoes, leases, roles, passwords, TLS, what agencies answer. */
const tests = [
  'subgraphs/kit/src/store',
  'subgraphs/kit/src/loading',
  'system/src/stores',
  'test/journeys/recall.db.test.ts',
  'test/journeys/embargo.db.test.ts',
  'test/journeys/agency-down.db.test.ts',
  'test/journeys/shared-budgets.db.test.ts',
  'test/journeys/troubled-postgres.db.test.ts',
];

const vitest = fileURLToPath(new URL('../support/run-with.ts', import.meta.url));

/** Whether all tests pass on a PostgreSQL. */
async function test(url: string): Promise<boolean> {
  const child = spawn(process.execPath, [vitest, `DATABASE_URL=${url}`, 'UPGRADES=all', 'vitest', 'run', ...tests], {
    stdio: 'inherit',
  });
  await once(child, 'exit');
  return child.exitCode === 0;
}

async function testVersion(programs: string): Promise<boolean> {
  await using server = await startOwnPostgres({ programs });
  return await test(server.url);
}

/** Whether what is backed up can be restored; true where there are no programs to do it with. */
async function testRestoring(programs: string): Promise<boolean> {
  if (!canRestore(programs)) return true;
  const { here, there } = await restoreOnNewServer(programs);
  console.log(
    here === there ? `ok     restored on a new server:\n${there}` : `FAILED restoring: ${here}\nbecame ${there}`,
  );
  return here === there;
}

const { values } = parseArgs({ options: { programs: { type: 'string', multiple: true, default: [] } } });
const given = readGivenPrograms(values.programs);
const counts = { passed: 0, failed: 0, skipped: 0 };
for (const version of supportedVersions) {
  const programs = await findPrograms(version, given);
  if (programs === null) {
    counts.skipped += 1;
    console.log(
      `skipped PostgreSQL ${version}: it is not installed; say where it is, as --programs ${version}=/folder/bin`,
    );
    continue;
  }
  const hasPassed = (await testVersion(programs)) && (await testRestoring(programs));
  counts[hasPassed ? 'passed' : 'failed'] += 1;
  console.log(`${hasPassed ? 'ok    ' : 'FAILED'} PostgreSQL ${version}, ${programs}`);
}
console.log(`PostgreSQL versions: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed > 0 ? 1 : 0;
