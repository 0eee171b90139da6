import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'safer-neighbourhood-boards',
  title: 'Safer Neighbourhood Boards',
  publisher: "the Mayor's Office for Policing and Crime",
  description: 'Boroughs with a board of residents.',
  accessTier: 'OPEN',
  frequency: 'Yearly',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [
    {
      id: 'safer-neighbourhood-boards',
      name: 'Boroughs with a Safer Neighbourhood Board',
      alsoCalled: ['SNB'],
      definition: 'Boroughs in which a Safer Neighbourhood Board met in the 12 months before the day.',
      unit: 'AREAS',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'RESPONSIBLE_AUTHORITY',
      areaTypes: ['REGION'],
      grid: { type: 'SNAPSHOT', everyMonths: 12, month: 3 },
    },
  ],
});
