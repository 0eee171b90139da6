import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'safer-schools',
  title: 'Safer schools',
  publisher: 'the Metropolitan Police Service',
  description: 'Officers in schools, and schools that have one.',
  accessTier: 'OPEN',
  frequency: 'Yearly',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [
    {
      id: 'safer-schools-officers',
      name: 'Safer Schools Officers',
      alsoCalled: ['SSO', 'school police', 'police in schools'],
      definition: 'Officers posted to schools of the borough on the day.',
      unit: 'OFFICERS',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'EMPLOYER',
      areaTypes: ['BOROUGH', 'REGION'],
      grid: { type: 'SNAPSHOT', everyMonths: 12, month: 3 },
    },
    {
      id: 'schools-with-named-officer',
      name: 'Schools with a named officer',
      definition: 'Schools and pupil referral units of the borough with a named officer on the day, in percent.',
      unit: 'PERCENT',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'EMPLOYER',
      areaTypes: ['BOROUGH', 'REGION'],
      grid: { type: 'SNAPSHOT', everyMonths: 12, month: 3 },
    },
  ],
});
