import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { holdPostgres } from '../support/held-postgres.ts';
import { createNamedDatabase } from '../support/named-database.ts';
import { type DifferentialReport, isAgreement } from './differential.ts';
import { type DifferentialOptions, parseOptions, usage } from './options.ts';
import { mergeReports, type Part, type Progress, runPart, splitOperations } from './parts.ts';
import { formatReport } from './report.ts';

/*
 * `npm run test:differential`: random operations to our gateway, to the same with Apollo's executor, to plain @apollo/gateway and to a schema without any
 * gateway, over made-up figures. Starts and stops what it needs. Ends with 1 where answers differ.
 */

const inProject = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const options = readOptions();
await using server = await holdPostgres();
const parts = splitOperations(options);
const done: Progress[] = parts.map(() => ({ operations: 0, differences: 0 }));
const report = mergeReports(await Promise.all(parts.map(runOne)));
console.log(formatReport(report));
const folder = inProject('.data/differential');
await mkdir(folder, { recursive: true });
const name = `${folder}/seed-${options.seed}-from-${options.from}.json`;
await writeFile(name, JSON.stringify(report, writeMap, 2));
if (!isAgreement(report)) process.exitCode = 1;

async function runOne(part: Part, at: number): Promise<DifferentialReport> {
  const databaseUrl = await createNamedDatabase(server.url, `differential_${at}`);
  return runPart(part, databaseUrl, (progress) => {
    done[at] = progress;
    const sum = (read: (one: Progress) => number) => done.reduce((total, one) => total + read(one), 0);
    console.log(
      `${sum(({ operations }) => operations)} operations, ${sum(({ differences }) => differences)} differences`,
    );
  });
}

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
