import { join } from 'node:path';
import { logStep, runCheckoutCommand, type Measurement } from './checkouts/command.ts';
import { Figures } from './checkouts/figures.ts';
import { holdFolder } from './checkouts/holding.ts';
import { prepareData } from './checkouts/loaded-checkout.ts';
import { measureSlice, warmUp, type Runner, type SlicePlan } from './checkouts/request-cost.ts';
import { startCheckout } from './checkouts/running-checkout.ts';
import { inTurn } from './checkouts/turns.ts';
import { startGenerator } from './running-generator.ts';
import { allBoroughs } from './workloads/all-boroughs.ts';
import { boroughSafety } from './workloads/borough-safety.ts';
import { bulk } from './workloads/bulk.ts';
import { catalogue } from './workloads/catalogue.ts';
import { framework } from './workloads/framework.ts';
import type { Workload } from './workloads/workload.ts';

/*
 * `npm run bench:against -- PATH`: processor time a request of this checkout and of another, each whole and by its own code
 * over the same published files. Both run all the time and take turns in being asked for the same.
 */

const command = { name: 'bench:against', needsOther: true, rounds: 5, shortRounds: 2 };
const workloads = [boroughSafety, allBoroughs, bulk, catalogue, framework];
/** Whole answers are made each time, also where requests repeat. */
const nothingRemembered = { RESPONSE_CACHE_MB: '0' };
/** Milliseconds of load by which it is found how many requests a slice has. */
const sliceMs = 8_000;
const shortSliceMs = 2_500;

await runCheckoutCommand(command, async (measurement) => {
  const { checkouts, rounds, isShort } = measurement;
  const runners = await startRunners(measurement);
  const figures = new Figures();
  for (const workload of workloads) {
    const { requests, firstIndex } = await warmUp(runners, workload, isShort ? shortSliceMs : sliceMs);
    for (let round = 0; round < rounds; round += 1) {
      const slice = { requests, firstIndex: firstIndex + requests * round };
      await runRound(inTurn(runners, round), workload, { slice, figures });
      console.log(`${workload.name}: round ${round + 1} of ${rounds} is over, ${requests} requests each`);
    }
  }
  console.log(`\n${figures.format(checkouts)}`);
});

/** Both checkouts after a warm start, one after the other, and what asks them. */
async function startRunners({ checkouts, held }: Measurement): Promise<readonly Runner[]> {
  const folder = await holdFolder(held);
  const generator = held.use(await startGenerator());
  const runners: Runner[] = [];
  for (const checkout of checkouts) {
    const place = { checkout, data: join(folder, checkout.name), held };
    await prepareData(place);
    runners.push({ running: await startCheckout({ ...place, environment: nothingRemembered }), generator });
    logStep(checkout, 'its data are loaded, and it serves');
  }
  return runners;
}

/**
 * The same requests to each runner; says where their answers are not of one length, because then they do not do the same: the catalogue and
 * the frameworks of a later checkout have more in them.
 */
async function runRound(
  runners: readonly Runner[],
  workload: Workload,
  { slice, figures }: { readonly slice: SlicePlan; readonly figures: Figures },
): Promise<void> {
  const lengths = new Map<string, number>();
  for (const runner of runners) {
    const { checkout } = runner.running;
    const { msByPart, bytes } = await measureSlice(runner, workload, slice);
    lengths.set(checkout.name, bytes);
    for (const [part, ms] of Object.entries(msByPart))
      figures.note(`${workload.name}: ${part}, ms a request`, checkout, ms);
  }
  // The texts are not compared: ids of releases are made with a secret of each data folder, though always as long.
  if (new Set(lengths.values()).size > 1) {
    const parts = [...lengths].map(([name, bytes]) => `${bytes} bytes from ${name}`);
    console.log(`${workload.name}: the answers differ in length: ${parts.join(', ')}`);
  }
}
