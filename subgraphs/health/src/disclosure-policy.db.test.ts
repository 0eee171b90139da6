import { expect, it } from 'vitest';
import { startRunningSubgraph } from '@boroughgraph/test/support/running-subgraph.ts';
import { subgraph } from './subgraph.ts';

const query = `query Policy($id: ID!) { health { dataset(id: $id) { disclosurePolicy {
  minimumCount minimumDenominator secondarySuppression safeStatistics exemptAreaTypes linkedTables { agency datasetId }
} } } }`;

it('A policy says which tables it is linked to, and lists nothing where there is nothing', async () => {
  await using health = await startRunningSubgraph(subgraph);
  const { data, errors } = await health.ask(query, { id: 'looked-after-children-health' });
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    health: {
      dataset: {
        disclosurePolicy: {
          minimumCount: 6,
          minimumDenominator: null,
          secondarySuppression: true,
          safeStatistics: [],
          exemptAreaTypes: [],
          linkedTables: [{ agency: 'local-authority', datasetId: 'children-looked-after' }],
        },
      },
    },
  });
});
