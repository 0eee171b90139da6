import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'public-cctv',
  title: 'Public space cameras',
  publisher: 'London boroughs',
  description:
    'How many cameras boroughs run. Boroughs print the number, each in its own reports and answers under the Freedom of Information Act 2000; there is no table of all. Where they are and what they see is never here.',
  accessTier: 'OPEN',
  frequency: 'Yearly',
  // Cameras are things: how few there are tells of nobody.
  disclosurePolicy: disclosurePolicies.none,
  indicators: [
    {
      id: 'public-cctv-cameras',
      name: 'Public space cameras',
      alsoCalled: ['CCTV', 'surveillance cameras', 'cameras'],
      definition: 'Cameras in public space that the borough runs on 31 March.',
      unit: 'ITEMS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'RESPONSIBLE_AUTHORITY',
      areaTypes: ['BOROUGH'],
      grid: { type: 'SNAPSHOT', everyMonths: 12, month: 3 },
    },
  ],
});
