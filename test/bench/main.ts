import { mkdir, writeFile } from 'node:fs/promises';
import postgres from 'postgres';
import { holdPostgres } from '../support/held-postgres.ts';
import { manifestPath } from '../support/published-manifest.ts';
import { runBenchmark } from './benchmark.ts';
import { findParent } from './cpu.ts';
import { parseOptions, usage, type BenchmarkOptions } from './options.ts';
import { projectFile } from './processes.ts';
import { formatReport } from './report.ts';
import { arePeersInstalled } from './subjects/peers.ts';
import { availableSubjects } from './subjects/subjects.ts';

/*
 * `npm run bench`: our gateway, its peers and the floors over the same subgraphs. Everything that it needs it starts and
 * stops itself. A whole run writes its results beside this file; any other into .data/bench.
 */

const options = readOptions();
if (!arePeersInstalled())
  console.log(
    'The peers are not installed, so that our gateway and the floors are measured alone. To install them: npm run bench:peers',
  );
if (manifestPath === null)
  console.log('The published files are not at hand (BOROUGHGRAPH_FILES): a few made-up figures stand for them.');
await using server = await holdPostgres();
const place = { serverUrl: server.url, postgresPid: await findPostgres(server.url), log: console.log };
const results = await runBenchmark(options.plan, place);
const report = formatReport(results);
const folder = projectFile(options.isWhole ? 'test/bench' : '.data/bench');
await mkdir(folder, { recursive: true });
await writeFile(`${folder}/results.json`, `${JSON.stringify(results, null, 2)}\n`);
await writeFile(`${folder}/RESULTS.md`, report);
console.log(`\n${report}\nWritten to ${folder}/RESULTS.md and results.json`);

function readOptions(): BenchmarkOptions {
  try {
    const available = { subjects: availableSubjects(), hasPublishedFiles: manifestPath !== null };
    const options = parseOptions(process.argv.slice(2), available);
    if (options !== null) return options;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    process.exit(2);
  }
  console.log(usage);
  process.exit(0);
}

/** The process of the PostgreSQL server, under which each session has its own; null where that cannot be told. */
async function findPostgres(url: string): Promise<number | null> {
  const sql = postgres(url, { max: 1 });
  const [row] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
  // While the session lasts: its process ends with it.
  const parent = row === undefined ? null : findParent(row.pid);
  await sql.end();
  return parent;
}
