import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadPublishedFiles, manifestPath } from '../support/published-manifest.ts';
import { type RunningSystem, startRunningSystem } from '../support/running-system.ts';
import { mismatches, readExpectations } from './expected.ts';

/** The contract lies beside the published files. */
const contract = manifestPath === null ? '' : join(dirname(manifestPath), '../contract');
const expectations = readExpectations(join(contract, 'expected.json'));
const isAtHand = expectations.length > 0;

/** What decides whether there is another page. */
const bulkPage = z.object({
  policing: z.object({
    series: z.object({ nodes: z.array(z.unknown()), hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  }),
});

describe.skipIf(!isAtHand)('the contract, over the published files', () => {
  let system: RunningSystem;
  beforeAll(async () => {
    system = await startRunningSystem(async (agencies) => {
      const reports = await loadPublishedFiles(agencies);
      // Its one edition at hand has no row about London.
      const others = reports.filter(({ outcome }) => outcome !== 'loaded');
      expect(others.map(({ dataset, outcome }) => [dataset, outcome])).toEqual([['fingertips', 'empty']]);
    });
  }, 180_000);
  afterAll(() => system[Symbol.asyncDispose]());

  it.each(expectations)('%s', async (_name, one) => {
    const query = readFileSync(new URL(`../../schema/operations/${one.operation}`, import.meta.url), 'utf8');
    const { data, errors = [] } = await system.ask(query, one.variables);
    expect(mismatches(one.expect, { data, errors })).toEqual([]);
  });

  it('leaves recorded crime to be read to its end in columns, 2,000 series a page', async () => {
    const text = readFileSync(new URL('../../schema/operations/bulk.graphql', import.meta.url), 'utf8');
    const query = text
      .replace('$areas: [ID!])', '$areas: [ID!], $after: String)')
      .replace('areas: $areas)', 'areas: $areas, first: 2000, after: $after)');
    let [count, after]: [number, string | null] = [0, null];
    do {
      const { data, errors } = await system.ask(query, { indicators: ['recorded-crime'], after });
      expect(errors).toBeUndefined();
      const { series } = bulkPage.parse(data).policing;
      count += series.nodes.length;
      after = series.hasNextPage ? series.endCursor : null;
    } while (after !== null);
    // The Met's boroughs with all recorded offences, 12 groups and the offences in them.
    expect(count).toBeGreaterThan(2_000);
  });

  it('leaves 33 boroughs to be asked for two years of months in one request', async () => {
    const query = readFileSync(new URL('../../schema/operations/all-boroughs.graphql', import.meta.url), 'utf8');
    const during = { from: '2023-01-01', to: '2024-12-31' };
    const { data, errors } = await system.ask(query, { during });
    expect(errors).toBeUndefined();
    expect(data?.['boroughs']).toHaveLength(33);
  });
});
