import { z } from 'zod';
import type { GraphEvent } from './graph-event.ts';
import { type DatasetReleases, type NewRelease, readReleases, releasesQuery } from './graph-snapshot.ts';

const answerMs = 60_000;
const dayMs = 86_400_000;

const changesQuery =
  'query Changes($dataset: ID!, $from: Date!) { dataset(id: $dataset) { changes(from: $from) { indicators { changed gone } } } }';
const counts = z.object({ changed: z.int(), gone: z.int() });
const changesAnswer = z.object({
  data: z.object({
    dataset: z.object({ changes: z.object({ indicators: z.array(counts) }).nullable() }).nullable(),
  }),
});

async function ask(endpoint: string, query: string, variables: object): Promise<unknown> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'apollographql-client-name': 'webhooks' },
    body: JSON.stringify({ query, variables }),
    redirect: 'error',
    signal: AbortSignal.timeout(answerMs),
  });
  return response.json();
}

/** The releases that everybody can see. @throws {Error} when the gateway does not answer. */
export async function askReleases(endpoint: string): Promise<readonly DatasetReleases[]> {
  return readReleases(await ask(endpoint, releasesQuery, {}));
}

/** A new release as what it is: a correction where it changes figures of before, or takes some away. @throws {Error} when the gateway does not answer. */
export async function describeRelease(
  endpoint: string,
  { agency, dataset, release, before }: NewRelease,
): Promise<GraphEvent> {
  const { id, publishedAt } = release;
  const event = { agency, dataset, release: id, publishedAt };
  if (before === null) return { type: 'release', ...event };
  // Of two of one day, the later is compared with what stood on the day before.
  const from = before < publishedAt ? before : new Date(Date.parse(publishedAt) - dayMs).toISOString().slice(0, 10);
  const { data } = changesAnswer.parse(await ask(endpoint, changesQuery, { dataset, from }));
  const sum = { changed: 0, gone: 0 };
  for (const { changed, gone } of data.dataset?.changes?.indicators ?? []) {
    sum.changed += changed;
    sum.gone += gone;
  }
  return sum.changed + sum.gone === 0 ? { type: 'release', ...event } : { type: 'correction', ...event, ...sum };
}
