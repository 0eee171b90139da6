import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'slavery-and-trafficking-orders',
  title: 'Slavery and trafficking prevention orders',
  publisher: 'the Metropolitan Police Service',
  description: 'Orders of courts under the Modern Slavery Act 2015.',
  accessTier: 'OPEN',
  frequency: 'Yearly',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [
    {
      id: 'slavery-and-trafficking-prevention-orders',
      name: 'Slavery and trafficking prevention orders',
      alsoCalled: ['STPO', 'trafficking orders'],
      definition: 'Orders made in the year on application of the Metropolitan Police.',
      unit: 'ORDERS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'COURT_OF_HEARING',
      areaTypes: ['REGION'],
      grid: { type: 'FINANCIAL_YEAR' },
      caveats: [{ severity: 'CAUTION', text: 'Few: one more or less is chance.' }],
    },
  ],
});
