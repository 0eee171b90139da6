import { holdPostgres } from '../support/held-postgres.ts';
import { allKinds } from './kinds/all-kinds.ts';
import { KindReport } from './kinds/kind-report.ts';
import { type AttackOptions, parseOptions, usage } from './options.ts';
import { AttackWorker } from './workers.ts';

/*
 * `npm run test:attack`: tables of every kind, loaded, served and attacked, with their protection and now and then without. Starts and
 * stops what it needs. Ends with 1 where anything that is protected was recovered, or could not be attacked.
 */

/** Of so many batches of a kind, one is attacked without its protection as well. */
const openEvery = 6;
/** What is left of the time for the batches that are under way, so that the run ends by itself when it should. */
const sparedMs = 60_000;

const options = readOptions();
const kinds = allKinds.filter(({ name }) => name.includes(options.kinds));
const report = new KindReport();
const problems: string[] = [];
await using server = await holdPostgres();
const next = await attackInTurn(options);
console.log(report.textOf(kinds));
console.log(`\nBy what was done with them, protected:\n${String(report.paths.protected)}`);
console.log(`\nWithout the protection that each kind is there for:\n${String(report.paths.open)}`);
console.log(`\n${report.tables} tables. To go on: npm run test:attack -- --seed ${options.seed} --from ${next}`);
for (const name of report.unproven(kinds))
  console.log(`${name} finds nothing without its protection either: it proves nothing yet`);
for (const problem of problems) console.log(`not attacked: ${problem}`);
if (report.recoveries.length > 0 || problems.length > 0) process.exitCode = 1;

/** Has workers attack batch after batch, the kinds in turn; gives the number of the batch that would have been next. */
async function attackInTurn({ from, tables, minutes, workers }: AttackOptions): Promise<number> {
  const end = Date.now() + minutes * 60_000 - sparedMs;
  let batch = from;
  const attackOn = async () => {
    await using worker = new AttackWorker(server.url);
    while (report.tables < tables && Date.now() < end) await attackBatch(worker, batch++);
  };
  await Promise.all(Array.from({ length: workers }, attackOn));
  return batch;
}

async function attackBatch(worker: AttackWorker, batch: number): Promise<void> {
  const kind = kinds[batch % kinds.length];
  if (kind === undefined) throw new Error(`no kind has "${options.kinds}" in its name`);
  const began = performance.now();
  const isAlsoOpen = Math.floor(batch / kinds.length) % openEvery === 0;
  for (const isSwitchedOff of isAlsoOpen ? [false, true] : [false]) {
    const seed = options.seed * 100_003 + batch;
    const outcome = await worker.attack({ kind: kind.name, seed, isSwitchedOff });
    if ('problem' in outcome) {
      problems.push(`batch ${batch} (${kind.name}): ${outcome.problem}`);
      continue;
    }
    report.add(kind, outcome.result, isSwitchedOff);
    if (!isSwitchedOff) for (const recovery of outcome.result.recoveries) console.log(`recovered: ${recovery}`);
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(
    `seed ${options.seed}, batch ${batch} (${kind.name}, ${seconds} s): ${report.tables} tables, ${report.recoveries.length} recovered`,
  );
}

function readOptions(): AttackOptions {
  try {
    return parseOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    process.exit(2);
  }
}
