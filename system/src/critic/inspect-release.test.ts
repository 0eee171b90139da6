import { openStore } from '@boroughgraph/kit/store/database.ts';
import { libraryVisits, libraryVisitsDataset } from '@boroughgraph/test/support/example-dataset.ts';
import type { Reading } from '@boroughgraph/kit/statistics/observation.ts';
import { expect, it } from 'vitest';
import { inspectorOf } from './inspect-release.ts';

const dataset = { ...libraryVisitsDataset, formats: [], indicators: [libraryVisits] };

it('A release with more figures than a load has memory for is left to npm run critic, and the report says so', async () => {
  // Nobody listens there, and nothing is asked of it.
  const store = openStore({ url: 'postgres://localhost:1/none', schema: 'none' });
  const inspect = inspectorOf({ name: 'local-authority', databaseSchema: 'none', datasets: [dataset] }, store);
  const visits: Reading = { value: 1, status: 'PUBLISHED' };
  const series = {
    indicator: libraryVisits,
    place: 'E09000012',
    dimensions: {},
    dimensionKey: '',
    readings: new Map(Array.from({ length: 350_001 }, (_, ordinal) => [ordinal, visits] as const)),
    denominatorPeriodIds: new Map<number, string>(),
    denominatorSource: null,
  };
  expect(await inspect({ dataset, publishedAt: '2026-01-01', series: [series] })).toEqual([
    'too many figures to be compared with each other while they are loaded, more than 350,000: look at them with npm run critic',
  ]);
  await store.close();
});
