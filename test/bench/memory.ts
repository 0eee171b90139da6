import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { logStep, runCheckoutCommand } from './checkouts/command.ts';
import { Figures } from './checkouts/figures.ts';
import { holdFolder } from './checkouts/holding.ts';
import { prepareData } from './checkouts/loaded-checkout.ts';
import { readMemory, readSharedMemory } from './checkouts/memory-use.ts';
import { gateway, postgresql, supervisor } from './checkouts/parts.ts';
import { startCheckout, type RunningCheckout } from './checkouts/running-checkout.ts';
import { inTurn } from './checkouts/turns.ts';
import { shotsTo } from './contest.ts';
import { LoadLoop } from './load-loop.ts';
import { allBoroughs } from './workloads/all-boroughs.ts';
import { differentOperations } from './workloads/different-operations.ts';
import { boroughSafety } from './workloads/borough-safety.ts';
import type { Workload } from './workloads/workload.ts';

/*
 * `npm run bench:memory`: memory of each process of the system after a warm start with the published files loaded: idle,
 * after requests for one borough, after some for all of them, and, in the first round, after 30,000 different operations. Of the servers and the supervisor it is what lies in the
 * machine; of PostgreSQL, whose processes share their buffers, each page once.
 */

const command = { name: 'bench:memory', needsOther: false, rounds: 3, shortRounds: 1 };
/** Milliseconds after a start in which V8 has put away what starting has left. */
const idleMs = 10_000;
/** What is asked one after the other: memory that still grows over the second was not needed for the first. */
const steps = [
  { workload: boroughSafety, firstIndex: 0, requests: 100 },
  { workload: boroughSafety, firstIndex: 100, requests: 900 },
  { workload: allBoroughs, firstIndex: 0, requests: 100 },
];
/** What fills whatever is remembered of operations; once, since it takes minutes. */
const floods = [{ workload: differentOperations, firstIndex: 0, requests: differentOperations.distinct }];
/** The part of these requests that a short run sends. */
const shortShare = 0.1;
const clients = 4;
const bytesPerMegabyte = 1e6;

await runCheckoutCommand(command, async ({ checkouts, rounds, isShort, held }) => {
  const folder = await holdFolder(held);
  const placeOf = (checkout: (typeof checkouts)[number]) => ({ checkout, data: join(folder, checkout.name), held });
  for (const checkout of checkouts) await prepareData(placeOf(checkout));
  const figures = new Figures();
  for (let round = 0; round < rounds; round += 1)
    for (const checkout of inTurn(checkouts, round)) {
      await using running = await startCheckout(placeOf(checkout));
      await delay(idleMs);
      note(figures, running, 'idle');
      for (const { workload, firstIndex, requests } of round === 0 ? [...steps, ...floods] : steps) {
        const count = requests * (isShort ? shortShare : 1);
        await ask(running, workload, { firstIndex, maxRequests: count });
        note(figures, running, `${count} x ${workload.name}`);
      }
      logStep(checkout, `round ${round + 1} of ${rounds} is over`);
    }
  console.log(`\n${figures.format(checkouts)}`);
});

function note(figures: Figures, { checkout, parts }: RunningCheckout, when: string): void {
  const noteBytes = (what: string, bytes: number) => {
    figures.note(`${when}: ${what}, MB`, checkout, bytes / bytesPerMegabyte);
  };
  const residentOf = (name: string) => readMemory(parts.get(name) ?? 0).residentBytes;
  const servers = [gateway, ...checkout.agencies].map((name) => ({ name, bytes: residentOf(name) }));
  for (const { name, bytes } of servers) noteBytes(name, bytes);
  noteBytes(
    `all ${servers.length} servers`,
    servers.reduce((sum, { bytes }) => sum + bytes, 0),
  );
  noteBytes(supervisor, residentOf(supervisor));
  noteBytes('PostgreSQL, shared pages once', readSharedMemory(parts.get(postgresql) ?? 0));
}

/** @throws when a request fails. */
async function ask(
  { url }: RunningCheckout,
  workload: Workload,
  load: { readonly firstIndex: number; readonly maxRequests: number },
): Promise<void> {
  const loop = new LoadLoop(
    { workload: workload.name, isCompared: true, shotsByKind: shotsTo(url, workload) },
    workload,
  );
  const { firstFailure } = await loop.run({ connections: clients, durationMs: Infinity, keepEvery: Infinity, ...load });
  await loop.close();
  if (firstFailure !== null) throw new Error(`${workload.name}, ${firstFailure}`);
}
