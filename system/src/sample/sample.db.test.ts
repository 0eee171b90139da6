import { loadText } from '@boroughgraph/kit/loading/load-file.ts';
import { sourceFile } from '@boroughgraph/kit/files/source-file.ts';
import { flagsOf } from '@boroughgraph/kit/statistics/observation.ts';
import type { Catalogue } from '@boroughgraph/kit/store/catalogue.ts';
import { openStore, type StoreDatabase } from '@boroughgraph/kit/store/database.ts';
import { migrateStore } from '@boroughgraph/kit/store/migrate.ts';
import { createCatalogueReader } from '@boroughgraph/kit/inside/store/read-catalogue.ts';
import { createDatabase, type TestDatabase } from '@boroughgraph/test/support/database.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { libraries, membership, visits } from '../../testing/sample-datasets.ts';
import { loadSample } from './sample.ts';

const datasets = [libraries, membership];
let database: TestDatabase;
let store: StoreDatabase;

beforeAll(async () => {
  database = await createDatabase();
  await migrateStore(database.sql, 'public');
  store = openStore({ url: database.url, schema: 'public' });
});

afterAll(async () => {
  await store.close();
  await database[Symbol.asyncDispose]();
});

const readCatalogue = (): Promise<Catalogue> => createCatalogueReader(store)();

describe('The sample in the store', () => {
  it('is one synthetic release a dataset, and loading it again changes nothing', async () => {
    const first = await loadSample(store.sql, { datasets });
    const again = await loadSample(store.sql, { datasets });
    expect(first.map(({ dataset, outcome, rowsRejected }) => [dataset, outcome, rowsRejected])).toEqual([
      ['libraries', 'loaded', 0],
      ['members', 'loaded', 0],
    ]);
    expect(again.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged']);
    const releases = (await readCatalogue()).releasesOf('libraries');
    expect(
      releases.map(({ isSynthetic, publishedAt, latestPeriodEnd }) => [isSynthetic, publishedAt, latestPeriodEnd]),
    ).toEqual([[true, '2026-01-31', '2025-12-31']]);
  });

  it('carries the flag SYNTHETIC on every observation', async () => {
    const rows = await store.sql<
      { flags: number; cells: string }[]
    >`select flags, count(*) as cells from observation group by flags`;
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.filter(({ flags }) => !flagsOf(flags).includes('SYNTHETIC'))).toEqual([]);
  });

  it('shows no count that its policy withholds, and shows that it withholds', async () => {
    const [found] = await store.sql`
      select count(*) filter (where value between 1 and 5)::integer as small,
             count(*) filter (where status = 'CONFIDENTIAL') > 0 as "hasWithheld"
      from observation where indicator_id = 'members'`;
    expect(found).toEqual({ small: 0, hasWithheld: true });
  });
});

it('A sample takes no part once a real release of its dataset exists, whatever their dates', async () => {
  await loadSample(store.sql, { datasets });
  const text = 'indicator,area,period,value\nvisits,Hackney,2010-05,1234\n';
  const source = sourceFile('visits-2010.csv', new TextEncoder().encode(text));
  const { outcome } = await loadText({
    sql: store.sql,
    datasets,
    dataset: 'libraries',
    source,
    publishedAt: '2010-06-01',
  });
  const catalogue = await readCatalogue();
  const answer = catalogue.answer(visits, null);
  expect(outcome).toBe('loaded');
  expect(catalogue.releasesOf('libraries').map(({ isSynthetic, sourceName }) => [isSynthetic, sourceName])).toEqual([
    [false, 'visits-2010.csv'],
  ]);
  expect(answer?.byPosition.map((answering) => answering?.release.sourceName)).toEqual(['visits-2010.csv']);
  // The other dataset has no real release, so that its sample still answers.
  expect(catalogue.releasesOf('members').map(({ isSynthetic }) => isSynthetic)).toEqual([true]);
});
