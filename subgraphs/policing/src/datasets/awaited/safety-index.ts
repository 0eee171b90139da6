import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import { mayorsOffice } from '../../publishers.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'safety-index',
  title: 'Safety Index for London',
  publisher: mayorsOffice,
  description: 'A composite announced in the draft plan of 2013. No method was published.',
  accessTier: 'OPEN',
  frequency: 'Not known',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [
    {
      id: 'safety-index',
      name: 'Safety Index',
      alsoCalled: ['how safe', 'safest borough'],
      definition:
        'A composite of how safe London is. What it is made of was never published: a file must come with its list of parts.',
      unit: 'SCORE',
      // On which scale it lies was never published: a value may be any number.
      possible: { low: Number.MIN_SAFE_INTEGER },
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'RESIDENCE_OF_RESPONDENT',
      areaTypes: ['BOROUGH', 'REGION'],
      grid: { type: 'CALENDAR_YEAR' },
      caveats: [{ severity: 'DO_NOT_COMPARE', text: 'A composite hides its parts: use the parts.' }],
    },
  ],
});
