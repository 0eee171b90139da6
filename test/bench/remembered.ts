import { parseArgs } from 'node:util';
import { holdPostgres } from '../support/held-postgres.ts';
import { readUse } from './cpu.ts';
import { type Dataset, makeBaseDataset } from './data/datasets.ts';
import { findPostgres } from './find-postgres.ts';
import { type Day, type DayCost, measureDay } from './remembered/day.ts';
import { measureHits, type Measured } from './remembered/hits.ts';
import { type RunningAgencies, startAgencies, startOwnGateway, urlsOf } from './running-agencies.ts';
import { boroughSafety } from './workloads/borough-safety.ts';

/*
 * What answers cost that are remembered, in processor time: `npm run bench:remembered`, with `--published` over all files of the manifest. A hit and a
 * 304, beside the least that they could cost; and a dashboard's day, with the response cache and without it, at paces of `remembered/README.md`.
 * `--only=hits` or `--only=day` measures one of them.
 */

const { values } = parseArgs({ options: { published: { type: 'boolean' }, only: { type: 'string' } } });

const minutes: readonly Day[] = [
  { requests: 50_000, requestsARelease: 10_000 },
  { requests: 6_000, requestsARelease: 1_000 },
  { requests: 2_080, requestsARelease: 104 },
];
/** Without a response cache each request costs the same whatever came before: the first of a day stand for all. */
const sampled = 2_000;

await using server = await holdPostgres();
const postgresPid = await findPostgres(server.url);
const dataset = await makeBaseDataset(server.url, 'remembered', values.published === true);
await using agencies = await startAgencies(dataset);
if (values.only !== 'day') await measureOneHit(agencies);
if (values.only !== 'hits') for (const day of minutes) await compareDay(agencies, dataset, day);
// The connections would hold the process.
process.exit();

async function measureOneHit(over: RunningAgencies): Promise<void> {
  const safety = boroughSafety.kinds[boroughSafety.choose(0).kind];
  if (safety === undefined) throw new Error('the workload has requests');
  await using gateway = await start(over, 32);
  await measureHits(gateway, safety);
}

async function compareDay(over: RunningAgencies, of: Dataset, day: Day): Promise<void> {
  const sample = { ...day, requests: Math.min(day.requests, sampled) };
  const without = await measureWith(0, sample);
  const remembering = await measureWith(32, day);
  const times = (totalOf(without) / totalOf(remembering)).toFixed(1);
  const { requests, requestsARelease } = day;
  console.log(
    `a dashboard's day, ${requests} requests, a release every ${requestsARelease}: ${times} times cheaper with the response cache`,
  );

  async function measureWith(cacheMb: number, measured: Day): Promise<DayCost> {
    await using gateway = await start(over, cacheMb);
    const cost = await measureDay(gateway, of, measured);
    const of100 = `${cost.remembered.toFixed(1)}% remembered, ${cost.unchanged.toFixed(1)}% unchanged`;
    const parts = `gateway ${cost.gatewayMs.toFixed(3)}, agencies ${cost.agenciesMs.toFixed(3)}, PostgreSQL ${cost.postgresMs.toFixed(3)}`;
    console.log(
      `  ${cacheMb} MB, ${measured.requests} of ${day.requests} requests: ${totalOf(cost).toFixed(3)} ms a request (${parts}), ${of100}`,
    );
    return cost;
  }
}

function totalOf({ gatewayMs, agenciesMs, postgresMs }: DayCost): number {
  return gatewayMs + agenciesMs + postgresMs;
}

async function start({ list, ...rest }: RunningAgencies, cacheMb: number): Promise<Measured & AsyncDisposable> {
  const { program, url } = await startOwnGateway(urlsOf({ list, ...rest }), [], cacheMb);
  const usedBy = (pid: number) => readUse(pid)?.cpuMs ?? 0;
  return {
    url,
    used: () => ({
      gateway: usedBy(program.pid),
      agencies: list.reduce((sum, { pid }) => sum + usedBy(pid), 0),
      postgres: usedBy(postgresPid),
    }),
    [Symbol.asyncDispose]: () => program[Symbol.asyncDispose](),
  };
}
