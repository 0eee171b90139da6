import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadText } from '@boroughgraph/kit/loading/load-file.ts';
import { sourceFile } from '@boroughgraph/kit/files/source-file.ts';
import { type RunningSubgraph, startRunningSubgraph } from '@boroughgraph/test/support/running-subgraph.ts';
import { subgraph } from './subgraph.ts';

let running: RunningSubgraph;
beforeAll(async () => {
  running = await startRunningSubgraph(subgraph);
});
afterAll(() => running[Symbol.asyncDispose]());

const outcomes = ',Number of Robbery Convictions,Number of Robbery Unsuccessful\nMetropolitan and City,3,1\n';
const open = 'region,court,open_latest,open_year_ago\nLondon,Croydon,3,1\n';

async function load(
  dataset: string,
  text: string,
  { name, publishedAt }: { readonly name: string; readonly publishedAt: string },
) {
  const source = sourceFile(name, new TextEncoder().encode(text));
  const { outcome, message } = await loadText({
    sql: running.store.sql,
    datasets: subgraph.datasets,
    dataset,
    source,
    publishedAt,
  });
  return { outcome, message };
}

describe('one file, whose period stands outside it, saved or loaded twice', () => {
  it('is refused under the name of another month', async () => {
    const as = (year: number) => ({
      name: `principal_offence_category_january_${year}.csv`,
      publishedAt: '2016-01-01',
    });
    const dataset = 'cps-outcomes-by-principal-offence';
    expect((await load(dataset, outcomes, as(2014))).outcome).toBe('loaded');
    expect((await load(dataset, outcomes, as(2014))).outcome).toBe('unchanged');
    expect(await load(dataset, outcomes, as(2015))).toEqual({
      outcome: 'refused',
      message:
        'principal_offence_category_january_2015.csv, published on 2016-01-01, would be about 2015-01, but its bytes are loaded already as principal_offence_category_january_2014.csv, published on 2016-01-01, about 2014-01: check which of the two it is',
    });
    // Spelt in another way, the name is of the same month.
    const renamed = { name: 'Principal Offence Category Jan 2014.csv', publishedAt: '2016-01-01' };
    expect((await load(dataset, outcomes, renamed)).outcome).toBe('unchanged');
  });

  it('is a release of its own on another day, and refused on one that makes it another quarter', async () => {
    const dataset = 'crown-court-open-cases';
    expect((await load(dataset, open, { name: 'open.csv', publishedAt: '2025-12-18' })).outcome).toBe('loaded');
    expect((await load(dataset, open, { name: 'open.csv', publishedAt: '2025-12-17' })).outcome).toBe('loaded');
    expect((await load(dataset, open, { name: 'open.csv', publishedAt: '2026-03-26' })).message).toContain(
      'would be about S2024-12-31 to S2025-12-31, but its bytes are loaded already',
    );
  });
});
