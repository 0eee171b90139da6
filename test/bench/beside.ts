import { parseArgs } from 'node:util';
import { holdPostgres } from '../support/held-postgres.ts';
import { manifestPath } from '../support/published-manifest.ts';
import { describeRound, describeSummary, type Round } from './beside/report.ts';
import { type Asking, ask, type BesideSystem, runSlice } from './beside/slices.ts';
import { shotsTo } from './contest.ts';
import { makeBaseDataset } from './data/datasets.ts';
import { findPostgres } from './find-postgres.ts';
import { describeMachine } from './machine.ts';
import { wholeNumberOf } from './number-options.ts';
import { startAgencies, startOwnGateway, urlsOf } from './running-agencies.ts';
import { startGenerator } from './running-generator.ts';
import { boroughSafety } from './workloads/borough-safety.ts';
import { bulk } from './workloads/bulk.ts';
import type { Workload } from './workloads/workload.ts';

/*
 * How long borough-safety waits while bulk runs: `npm run bench:beside`. Alone and beside one and two clients of bulk in turns, at one connection
 * and at eight, no answer remembered: p50 and p99 of each slice, and how long passes of the event loops of gateway and policing work. See
 * `beside/README.md`. `--rounds N`, `--seconds N` a slice; `--small` over a few made-up figures, whose bulk is small, too.
 */

const { values } = parseArgs({
  options: { rounds: { type: 'string' }, seconds: { type: 'string' }, small: { type: 'boolean', default: false } },
});
const rounds = wholeNumberOf('--rounds', values.rounds, 3);
const durationMs = wholeNumberOf('--seconds', values.seconds, 6) * 1_000;
const isPublished = !values.small && manifestPath !== null;
const warmUpMs = Math.min(8_000, durationMs * 2);

const connectionCounts = [1, 8];
/** Alone first, which the others are compared with. */
const besideClients = [0, 1, 2];
const noteHolds = ['--import', new URL('beside/note-holds.ts', import.meta.url).href];

console.log(Object.values(describeMachine()).join(', '));
await using server = await holdPostgres();
const dataset = await makeBaseDataset(server.url, 'beside', isPublished);
console.log(dataset.description);
await using agencies = await startAgencies(dataset, noteHolds);
const { program, url } = await startOwnGateway(urlsOf(agencies), noteHolds);
await using gateway = program;
const policing = agencies.list.find(({ name }) => name === 'policing');
if (policing === undefined) throw new Error('policing does not run');
await using first = await startGenerator();
await using second = await startGenerator();
const system: BesideSystem = {
  asking: askingFor(first, boroughSafety),
  beside: askingFor(second, bulk),
  parts: new Map([
    ['gateway', gateway.pid],
    ...agencies.list.map(({ name, pid }) => [name, pid] as const),
    ['postgresql', await findPostgres(server.url)],
  ]),
  servers: new Map([
    ['gateway', gateway],
    ['policing', policing.program],
  ]),
};
for (const asking of [system.asking, system.beside]) await ask(asking, { connections: 2, durationMs: warmUpMs });
const measured: Round[] = [];
for (let round = 1; round <= rounds; round += 1)
  for (const connections of connectionCounts) {
    const slices = new Map<number, Awaited<ReturnType<typeof runSlice>>>();
    for (const clients of round % 2 === 1 ? besideClients : besideClients.toReversed())
      slices.set(clients, await runSlice(system, { connections, besideClients: clients, durationMs }));
    const each = { round, connections, slices };
    measured.push(each);
    console.log(describeRound(each));
  }
console.log(describeSummary(measured));

function askingFor(generator: typeof first, workload: Workload): Asking {
  const plan = { workload: workload.name, isCompared: true, shotsByKind: shotsTo(url, workload) };
  return { generator, plan: generator.learn(plan), nextIndex: 0 };
}
