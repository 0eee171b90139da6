import { holdPostgres } from '../support/held-postgres.ts';
import { createDatabaseOn } from '../support/server-database.ts';
import { allKinds } from './kinds/all-kinds.ts';
import type { AttackKind } from './kinds/attack-kind.ts';
import { KindReport } from './kinds/kind-report.ts';
import { type AttackOptions, parseOptions, usage } from './options.ts';

/*
 * `npm run test:attack`: tables of every kind, loaded, served and attacked, with their protection and now and then without. Starts and
 * stops what it needs. Ends with 1 where anything that is protected was recovered.
 */

/** Of so many batches of a kind, one is attacked without its protection as well. */
const openEvery = 6;
/** What is left of the time for the batch that is under way, so that the run ends by itself when it should. */
const sparedMs = 60_000;

const options = readOptions();
const kinds = allKinds.filter(({ name }) => name.includes(options.kinds));
const report = new KindReport();
await using server = await holdPostgres();
const makeDatabase = () => createDatabaseOn(server.url);
const next = await attackInTurn(options);
console.log(report.textOf(kinds));
console.log(`${report.tables} tables. To go on: npm run test:attack -- --seed ${options.seed} --from ${next}`);
for (const name of report.unproven(kinds))
  console.log(`${name} finds nothing without its protection either: it proves nothing yet`);
if (report.recoveries.length > 0) process.exitCode = 1;

/** Attacks batch after batch, the kinds in turn; gives the number of the batch that would have been next. */
async function attackInTurn({ from, tables, minutes, seed }: AttackOptions): Promise<number> {
  const end = Date.now() + minutes * 60_000 - sparedMs;
  let batch = from;
  for (; report.tables < tables && Date.now() < end; batch += 1) {
    const kind = kinds[batch % kinds.length];
    if (kind === undefined) throw new Error(`no kind has "${options.kinds}" in its name`);
    await attackOnce(kind, seed * 100_003 + batch);
    if (Math.floor(batch / kinds.length) % openEvery === 0) await attackOnce(kind, seed * 100_003 + batch, true);
    console.log(
      `seed ${seed}, batch ${batch} (${kind.name}): ${report.tables} tables, ${report.recoveries.length} recovered`,
    );
  }
  return batch;
}

async function attackOnce(kind: AttackKind, seed: number, isSwitchedOff = false): Promise<void> {
  const result = await kind.attack({ seed, isSwitchedOff, makeDatabase });
  report.add(kind, result, isSwitchedOff);
  if (!isSwitchedOff) for (const recovery of result.recoveries) console.log(`recovered: ${recovery}`);
}

function readOptions(): AttackOptions {
  try {
    return parseOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    process.exit(2);
  }
}
