import { z } from 'zod';
import { operationsShowing, readNeededIndicators } from '../loading/needed-by-operations.ts';
import type { GraphEvent } from './graph-event.ts';
import { type DatasetReleases, type NewRelease, readReleases, releasesQuery } from './graph-snapshot.ts';

const answerMs = 60_000;
const dayMs = 86_400_000;

const changesQuery =
  'query Changes($dataset: ID!, $from: Date!) { dataset(id: $dataset) { changes(from: $from) { indicators { indicator { id } changed gone withheld } } } }';
const counts = z.object({
  indicator: z.object({ id: z.string() }),
  changed: z.int(),
  gone: z.int(),
  withheld: z.int(),
});
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

/**
 * A new release as what it is: a correction where it changes figures of before, or takes some away; and a breaking change besides where a major
 * version of its dataset begins with it.
 *
 * @throws {Error} when the gateway does not answer.
 */
export async function describeRelease(
  endpoint: string,
  { agency, dataset, release, before }: NewRelease,
): Promise<readonly GraphEvent[]> {
  const { id, publishedAt, version: datasetVersion } = release;
  const event = { agency, dataset, release: id, publishedAt, datasetVersion };
  if (before === null) return [{ type: 'release', ...event }];
  // Of two of one day, the later is compared with what stood on the day before.
  const from = before < publishedAt ? before : new Date(Date.parse(publishedAt) - dayMs).toISOString().slice(0, 10);
  const { data } = changesAnswer.parse(await ask(endpoint, changesQuery, { dataset, from }));
  const by = data.dataset?.changes?.indicators ?? [];
  const sum = { changed: 0, gone: 0 };
  for (const { changed, gone } of by) {
    sum.changed += changed;
    sum.gone += gone;
  }
  const said: GraphEvent =
    sum.changed + sum.gone === 0 ? { type: 'release', ...event } : { type: 'correction', ...event, ...sum };
  if (!isMajor(datasetVersion)) return [said];
  const lost = by.filter(({ gone, withheld }) => gone + withheld > 0).map(({ indicator }) => indicator.id);
  return [said, { type: 'breaking-change', ...event, operations: operationsShowing(lost, readNeededIndicators()) }];
}

/** Whether something is gone with a version; with the first nothing is. */
const isMajor = (version: string): boolean => version.endsWith('.0.0') && version !== '1.0.0';
