import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'council-funded-officers',
  title: 'Police officers funded by councils',
  publisher: 'London boroughs',
  description: 'Officers under section 92 of the Police Act 1996 and MetPatrol Plus.',
  accessTier: 'OPEN',
  frequency: 'Yearly',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [
    {
      id: 'council-funded-officers',
      name: 'Police officers funded by the council',
      definition: 'Police officers whom the council pays for on 31 March.',
      unit: 'OFFICERS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'EMPLOYER',
      areaTypes: ['BOROUGH', 'REGION'],
      grid: { type: 'SNAPSHOT', everyMonths: 12, month: 3 },
    },
  ],
});
