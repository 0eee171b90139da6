import { Pool } from 'undici';
import { openStore } from '@boroughgraph/kit/store/database.ts';
import { subgraph as policing } from '@boroughgraph/policing/subgraph.ts';
import { agencyUrl } from '../support/agency-databases.ts';
import { holdPostgres } from '../support/held-postgres.ts';
import { readUse } from './cpu.ts';
import { type Dataset, makeBaseDataset } from './data/datasets.ts';
import { loadNewRelease } from './data/new-release.ts';
import { type RunningAgencies, startAgencies, startOwnGateway, urlsOf } from './running-agencies.ts';
import { boroughSafety } from './workloads/borough-safety.ts';
import { dashboardDay } from './workloads/dashboard-day.ts';
import type { GraphQLRequest } from './workloads/workload.ts';

/*
 * What answers cost that are remembered, in processor time: `npm run bench:remembered`, with `--published` over all files of the manifest. A hit and a
 * 304, of the gateway and of the agencies; and a dashboard's day, with a release every so many requests, with the response cache and without
 * it, of both together, without PostgreSQL.
 */

const hits = 3_000;
const dayRequests = 6_000;
/** A minute of a day in which 50,000 requests come. */
const requestsARelease = 1_000;
const clients = 4;

interface Running {
  readonly url: string;
  readonly used: () => { readonly gateway: number; readonly agencies: number };
}

await using server = await holdPostgres();
const isPublished = process.argv.includes('--published');
const dataset = await makeBaseDataset(server.url, 'remembered', isPublished);
await using agencies = await startAgencies(dataset);
const safety = boroughSafety.kinds[boroughSafety.choose(0).kind];
if (safety === undefined) throw new Error('the workload has requests');
{
  await using gateway = await start(agencies, 32);
  await measureHits(gateway, safety);
}
let released = 0;
const costs = new Map<string, number>();
for (const [name, cacheMb] of [
  ['without', 0],
  ['with', 32],
] as const) {
  await using gateway = await start(agencies, cacheMb);
  costs.set(name, await measureDay(gateway, dataset));
}
const [without = 0, remembering = 1] = costs.values();
console.log(`a dashboard's day: ${(without / remembering).toFixed(1)} times cheaper with the response cache`);
// The connections would hold the process.
process.exit();

async function start({ list, ...rest }: RunningAgencies, cacheMb: number): Promise<Running & AsyncDisposable> {
  const { program, url } = await startOwnGateway(urlsOf({ list, ...rest }), [], cacheMb);
  return {
    url,
    used: () => ({
      gateway: readUse(program.pid)?.cpuMs ?? 0,
      agencies: list.reduce((sum, { pid }) => sum + (readUse(pid)?.cpuMs ?? 0), 0),
    }),
    [Symbol.asyncDispose]: () => program[Symbol.asyncDispose](),
  };
}

/** Asks for a number of requests, some at once, and says how many were answered by what is remembered. */
async function ask(url: string, count: number, send: (pool: Pool, index: number) => Promise<boolean>): Promise<number> {
  const pool = new Pool(new URL(url).origin, { connections: clients, pipelining: 1 });
  let [next, remembered] = [0, 0];
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let index = next++; index < count; index = next++) if (await send(pool, index)) remembered += 1;
    }),
  );
  await pool.close();
  return remembered;
}

async function post(pool: Pool, request: GraphQLRequest): Promise<boolean> {
  const { statusCode, headers, body } = await pool.request({
    path: '/graphql',
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-encoding': 'gzip' },
    body: JSON.stringify(request),
  });
  await body.dump();
  if (statusCode !== 200) throw new Error(`the gateway answered ${statusCode}`);
  return headers['cache-status'] !== undefined;
}

async function measureHits({ url, used }: Running, request: GraphQLRequest): Promise<void> {
  const { query, variables } = request;
  const parameters = new URLSearchParams({ query, variables: JSON.stringify(variables) });
  const path = `/graphql?${parameters.toString()}`;
  const headers = { 'apollo-require-preflight': 'yes' };
  const first = await fetch(new URL(path, url), { headers });
  const tag = first.headers.get('etag') ?? '';
  await first.arrayBuffer();
  const unchanged = async (pool: Pool): Promise<boolean> => {
    const { statusCode, body } = await pool.request({
      path,
      method: 'GET',
      headers: { ...headers, 'if-none-match': tag },
    });
    await body.dump();
    return statusCode === 304;
  };
  for (const [name, send] of [
    ['a hit', (pool: Pool) => post(pool, request)],
    ['a 304', unchanged],
  ] as const) {
    await ask(url, hits / 2, send);
    const before = used();
    const remembered = await ask(url, hits, send);
    const after = used();
    const [gateway, agency] = [after.gateway - before.gateway, after.agencies - before.agencies];
    console.log(
      `${name}: gateway ${(gateway / hits).toFixed(3)} ms, agencies ${(agency / hits).toFixed(3)} ms, ${remembered} of ${hits} remembered`,
    );
  }
}

async function measureDay({ url, used }: Running, day: Dataset): Promise<number> {
  const store = openStore({ url: agencyUrl(day.databaseUrl, policing.name, 'owner'), schema: policing.databaseSchema });
  const before = used();
  let remembered = 0;
  for (let from = 0; from < dayRequests; from += requestsARelease) {
    remembered += await ask(url, requestsARelease, (pool, index) => {
      const request = dashboardDay.kinds[dashboardDay.choose(from + index).kind];
      return request === undefined ? Promise.resolve(false) : post(pool, request);
    });
    released += 1;
    await loadNewRelease(store.sql, day.name, released);
  }
  const after = used();
  await store.close();
  const [gateway, agency] = [after.gateway - before.gateway, after.agencies - before.agencies];
  console.log(
    `a dashboard's day, ${dayRequests} requests: gateway ${(gateway / dayRequests).toFixed(2)} ms, agencies ${(agency / dayRequests).toFixed(2)} ms a request, ${((100 * remembered) / dayRequests).toFixed(0)}% remembered`,
  );
  return gateway + agency;
}
