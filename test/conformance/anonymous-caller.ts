import { readFileSync } from 'node:fs';
import { costHeader } from '@boroughgraph/schema/wire/cost-header.ts';
import { z } from 'zod';

/** What an operation was answered, and what it cost. */
export interface CostedAnswer {
  readonly status: number;
  readonly data: unknown;
  readonly errors: readonly unknown[];
  readonly cost: { readonly estimate: number; readonly actual: number };
}

const answerSchema = z.object({
  data: z.unknown(),
  errors: z.array(z.unknown()).default([]),
  extensions: z.object({ cost: z.object({ estimate: z.number(), actual: z.number() }) }),
});

/** Asks a gateway as anybody may who has no name and no key. */
export async function askAnonymously(
  url: string,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<CostedAnswer> {
  const headers = { 'content-type': 'application/json', [costHeader]: '1' };
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors, extensions } = answerSchema.parse(await response.json());
  return { status: response.status, data, errors, cost: extensions.cost };
}

/** A recorded operation: the text of a file of schema/operations. */
export function readOperation(name: string): string {
  return readFileSync(new URL(`../../schema/operations/${name}`, import.meta.url), 'utf8');
}

/** Values for the variables of every recorded operation. */
export const recordedVariables: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'all-boroughs.graphql': { during: { from: '2023-01-01', to: '2024-12-31' } },
  'as-published.graphql': { code: 'E09000012', on: '2021-12-31' },
  'borough-page.graphql': { code: 'E09000012', months: 48 },
  'borough-safety.graphql': { code: 'E09000012' },
  'boundaries.graphql': {},
  'bulk.graphql': { indicators: ['recorded-crime'], areas: ['E09000012'] },
  'catalogue.graphql': {},
  'compare.graphql': { indicator: 'recorded-crime', area: 'E09000012' },
  'courts.graphql': {},
  'dataset-changes.graphql': { dataset: 'mps-recorded-crime-borough', from: '2020-01-01' },
  'every-file.graphql': { code: 'E09000012', provider: 'RQX' },
  'find-borough.graphql': { name: 'Hackney' },
  'framework.graphql': { id: 'police-and-crime-plan', area: 'E09000012' },
  'local-priorities.graphql': { code: 'E09000012', on: '2025-06-30' },
  'rates.graphql': { during: { from: '2023-01-01', to: '2024-12-31' } },
  'recorded-crime.graphql': { code: 'E09000012' },
  'search.graphql': { text: 'burglary', area: 'E09000012' },
};

const pageSchema = z.object({
  policing: z.object({
    series: z.object({
      nodes: z.array(
        z.object({
          area: z.object({ code: z.string() }),
          dimensions: z.array(z.object({ dimension: z.string(), value: z.string() })),
          periodIds: z.array(z.string()),
          values: z.array(z.number().nullable()),
          statuses: z.array(z.string()),
        }),
      ),
      hasNextPage: z.boolean(),
      endCursor: z.string().nullable(),
    }),
  }),
});

/** What bulk reading gives: all series of a page. */
export type BulkSeries = z.infer<typeof pageSchema>['policing']['series']['nodes'][number];

/** A table of recorded crime as a data scientist reads it, and what that cost. */
export interface BulkTable {
  readonly series: readonly BulkSeries[];
  readonly pages: number;
  readonly cost: number;
}

/** The largest pages that there are, in the words of the recorded operation. */
const bulkByPage = readOperation('bulk.graphql')
  .replace('$areas: [ID!])', '$areas: [ID!], $after: String)')
  .replace('areas: $areas)', 'areas: $areas, first: 2000, after: $after)');

/**
 * Reads recorded crime in columns to its end, 2,000 series a page.
 *
 * @throws when a page has an error, or is not as the operation asks for it.
 */
export async function readRecordedCrime(url: string): Promise<BulkTable> {
  const series: BulkSeries[] = [];
  let [pages, cost] = [0, 0];
  for (let after: string | null = null, hasNext = true; hasNext;) {
    const answer = await askAnonymously(url, bulkByPage, { indicators: ['recorded-crime'], after });
    if (answer.errors.length > 0) throw new Error(`page ${pages + 1}: ${JSON.stringify(answer.errors)}`);
    const page = pageSchema.parse(answer.data).policing.series;
    series.push(...page.nodes);
    pages += 1;
    cost += answer.cost.estimate;
    [after, hasNext] = [page.endCursor, page.hasNextPage];
  }
  return { series, pages, cost };
}
