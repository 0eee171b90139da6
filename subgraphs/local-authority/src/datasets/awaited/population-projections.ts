import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'population-projections',
  title: 'Population projections',
  publisher: 'the Greater London Authority',
  description: 'Residents as they are projected to be.',
  accessTier: 'OPEN',
  frequency: 'Yearly',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [
    {
      id: 'population-projection',
      name: 'Projected population',
      alsoCalled: ['future population', 'population growth', 'population forecast'],
      definition: 'Residents of all ages on 30 June of a year to come, by the central projection.',
      unit: 'PEOPLE',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'RESIDENCE_OF_RESPONDENT',
      areaTypes: ['BOROUGH', 'INNER_OUTER', 'REGION'],
      grid: { type: 'SNAPSHOT', everyMonths: 12, month: 6 },
      caveats: [{ severity: 'CAUTION', text: 'A projection: for rates of past years take an estimate.' }],
    },
  ],
});
