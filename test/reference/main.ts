import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { holdPostgres } from '../support/held-postgres.ts';
import { createNamedDatabase } from '../support/named-database.ts';
import { isAgreement, runDifferential } from './differential.ts';
import { type DifferentialOptions, parseOptions, usage } from './options.ts';
import { formatReport } from './report.ts';
import { startComparedSystem } from './system/compared-system.ts';

/*
 * `npm run test:differential`: random operations to our gateway, to the same with Apollo's executor, to plain @apollo/gateway and to a schema without any
 * gateway, over made-up figures. Starts and stops what it needs. Ends with 1 where answers differ.
 */

const inProject = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const options = readOptions();
await using server = await holdPostgres();
await using system = await startComparedSystem(await createNamedDatabase(server.url, 'differential'));
const onProgress = (operations: number, differences: number): void => {
  console.log(`${operations} operations, ${differences} differences`);
};
const report = await runDifferential(system, { ...options, mostDifferences: 10, onProgress });
console.log(formatReport(report));
const folder = inProject('.data/differential');
await mkdir(folder, { recursive: true });
const name = `${folder}/seed-${options.seed}-from-${options.from}.json`;
await writeFile(name, JSON.stringify(report, writeMap, 2));
if (!isAgreement(report)) process.exitCode = 1;

/** Maps as objects: JSON has none, and would leave them empty. */
function writeMap(_key: string, value: unknown): unknown {
  return value instanceof Map ? Object.fromEntries(value as ReadonlyMap<string, unknown>) : value;
}

function readOptions(): DifferentialOptions {
  try {
    return parseOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    process.exit(2);
  }
}
