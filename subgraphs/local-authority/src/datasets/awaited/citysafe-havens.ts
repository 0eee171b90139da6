import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'citysafe-havens',
  title: 'CitySafe Havens',
  publisher: 'London Citizens',
  description: 'Shops and public buildings that take in people who feel unsafe.',
  accessTier: 'OPEN',
  frequency: 'Irregular',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [
    {
      id: 'citysafe-havens',
      name: 'CitySafe Havens',
      alsoCalled: ['safe havens', 'City Safe'],
      definition: 'Places of safety on the day.',
      unit: 'SITES',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'PLACE_OF_INCIDENT',
      areaTypes: ['BOROUGH', 'WARD', 'REGION'],
      grid: { type: 'SNAPSHOT', everyMonths: 12, month: 3 },
    },
  ],
});
