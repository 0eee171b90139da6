import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'community-payback',
  title: 'Community Payback',
  publisher: 'probation services',
  description: 'Unpaid work in boroughs.',
  accessTier: 'OPEN',
  frequency: 'Yearly',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [
    {
      id: 'community-payback-hours',
      name: 'Hours of Community Payback',
      alsoCalled: ['unpaid work', 'community service'],
      definition: 'Hours of unpaid work done in the borough in the year.',
      unit: 'HOURS',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'PLACE_OF_INCIDENT',
      areaTypes: ['BOROUGH', 'REGION'],
      grid: { type: 'FINANCIAL_YEAR' },
    },
  ],
});
