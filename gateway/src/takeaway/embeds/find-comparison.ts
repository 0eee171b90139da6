import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { JsonObject } from '../../agencies/json.ts';
import { listedRelease } from '../listed-dataset.ts';
import { firstDayOf } from '../numbers/find-number.ts';
import type { Asking } from '../releases/release-question.ts';
import type { ComparisonKey } from './embed-address.ts';
import { describeErrors, describeRecall, type NoSeries } from './find-series.ts';

/** What the page of a comparison is answered, now or as of a release. */
export interface FoundComparison {
  readonly kind: 'comparison';
  readonly answer: JsonObject;
  readonly release: z.infer<typeof listedRelease> | null;
}

const read = (name: string) =>
  readFile(new URL(import.meta.resolve(`@boroughgraph/web/operations/on-demand/${name}`)), 'utf8');
const operations = {
  boroughs: read('compare-page.graphql'),
  rates: read('compare-rates-page.graphql'),
  editions: read('embedded-editions.graphql'),
};

/** The one rate that the graph works out for one area at a time, of newest figures alone: as the page knows it. */
const workedOut = 'recorded-crime-rate';

/** How many of the newest periods each small chart has: as on the page. */
const periods = 24;

const editions = z.object({
  indicator: z.object({ dataset: z.object({ releases: z.array(listedRelease) }) }).nullable(),
});

/**
 * The comparison of an address: the newest, or as it stood on the first day of its release. What a release published and is withheld since
 * is withheld here, too; a release that was recalled shows nothing.
 */
export async function findComparison(key: ComparisonKey, ask: Asking): Promise<FoundComparison | NoSeries> {
  const release = key.release === null ? null : await findRelease(key.indicator, key.release, ask);
  if (release !== null && 'kind' in release) return release;
  const { indicator: id, dimensions } = key;
  const isWorkedOut = id === workedOut;
  if (isWorkedOut && release !== null)
    return {
      kind: 404,
      reason: 'This is worked out from the newest figures of two agencies, and is of no one release',
    };
  const on = release === null ? null : firstDayOf(release);
  const variables = isWorkedOut
    ? { id, periods }
    : { id, periods, dimensions: dimensions.length > 0 ? dimensions : null, on };
  const answered = await ask(await (isWorkedOut ? operations.rates : operations.boroughs), variables);
  if (answered.data === null || answered.errors.length > 0) return describeErrors(answered);
  return { kind: 'comparison', answer: answered.data, release };
}

async function findRelease(indicator: string, id: string, ask: Asking) {
  const answered = await ask(await operations.editions, { id: indicator });
  const known = editions.safeParse(answered.data).data?.indicator?.dataset.releases;
  if (known === undefined) return describeErrors(answered);
  const release = known.find((each) => each.id === id);
  if (release === undefined)
    return { kind: 404, reason: `There is no release ${id.slice(0, 200)} of this` } satisfies NoSeries;
  return release.recalledAt === null ? release : describeRecall(release);
}
