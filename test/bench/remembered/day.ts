import { openStore } from '@boroughgraph/kit/store/database.ts';
import { subgraph as policing } from '@boroughgraph/policing/subgraph.ts';
import { agencyUrl } from '../../support/agency-databases.ts';
import type { Dataset } from '../data/datasets.ts';
import { loadNewRelease } from '../data/new-release.ts';
import { seededRandom } from '../seeded-random.ts';
import { dashboardDay } from '../workloads/dashboard-day.ts';
import type { GraphQLRequest } from '../workloads/workload.ts';
import { askAll, gotten, posted, type Received, type Sent } from './asking.ts';
import type { Measured } from './hits.ts';

/** What is asked in a day, and what changes meanwhile. */
export interface Day {
  readonly requests: number;
  /** How many are sent between two releases. */
  readonly requestsARelease: number;
}

/** What a day has cost. */
export interface DayCost {
  /** Processor time of everything a request, in milliseconds. */
  readonly gatewayMs: number;
  readonly agenciesMs: number;
  readonly postgresMs: number;
  /** How many of a hundred were answered by what was remembered, and how many were 304. */
  readonly remembered: number;
  readonly unchanged: number;
}

/** Of a hundred requests, those that are posted; of the rest, those by who has kept what he got. */
const postedShare = 0.6;
const keptShare = 0.4;

/** Releases are numbered on, whoever has loaded those before. */
let released = 0;

/** Asks a gateway for a day, releases of recorded crime being loaded in it; the loads themselves cost nothing here. */
export async function measureDay(gateway: Measured, dataset: Dataset, day: Day): Promise<DayCost> {
  await using store = openPolicing(dataset);
  const tags = new Map<string, string>();
  const sum = { gateway: 0, agencies: 0, postgres: 0, remembered: 0, unchanged: 0 };
  for (let from = 0; from < day.requests; from += day.requestsARelease) {
    const count = Math.min(day.requestsARelease, day.requests - from);
    const before = gateway.used();
    await askAll(gateway.url, count, {
      choose: (index) => requestAt(from + index, tags),
      look: (received, index) => {
        note(received, from + index, { tags, sum });
      },
    });
    const after = gateway.used();
    for (const part of ['gateway', 'agencies', 'postgres'] as const) sum[part] += after[part] - before[part];
    released += 1;
    if (from + count < day.requests) await loadNewRelease(store.sql, dataset.name, released);
  }
  const each = (of: number) => of / day.requests;
  return {
    gatewayMs: each(sum.gateway),
    agenciesMs: each(sum.agencies),
    postgresMs: each(sum.postgres),
    remembered: 100 * each(sum.remembered),
    unchanged: 100 * each(sum.unchanged),
  };
}

function openPolicing({ databaseUrl }: Dataset) {
  const { sql, close } = openStore({
    url: agencyUrl(databaseUrl, policing.name, 'owner'),
    schema: policing.databaseSchema,
  });
  return { sql, [Symbol.asyncDispose]: close };
}

function questionAt(index: number): GraphQLRequest {
  const request = dashboardDay.kinds[dashboardDay.choose(index).kind];
  if (request === undefined) throw new Error('the day has requests');
  return request;
}

function requestAt(index: number, tags: ReadonlyMap<string, string>): Sent {
  const question = questionAt(index);
  const random = seededRandom(1_000_003 + index);
  if (random() < postedShare) return posted(question);
  return gotten(question, random() < keptShare ? (tags.get(JSON.stringify(question)) ?? null) : null);
}

interface Noted {
  readonly tags: Map<string, string>;
  readonly sum: { remembered: number; unchanged: number };
}

function note({ status, headers }: Received, index: number, { tags, sum }: Noted): void {
  const tag = headers['etag'];
  if (typeof tag === 'string') tags.set(JSON.stringify(questionAt(index)), tag);
  if (headers['cache-status'] !== undefined) sum.remembered += 1;
  if (status === 304) sum.unchanged += 1;
}
