import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';

const agencies = dimension('agency', 'Agency', ['Courts', 'Crown Prosecution Service', 'Probation']);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'cjs-victim-satisfaction-survey',
  title: 'Victim satisfaction with criminal justice',
  publisher: "the Mayor's Office for Policing and Crime",
  description:
    'The survey that the plan of 2017 announced. Until it starts nobody collects this: a file says NOT_COLLECTED.',
  accessTier: 'OPEN',
  frequency: 'Not collected yet',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [
    {
      id: 'court-victim-satisfaction',
      name: 'Victim satisfaction through the courts',
      alsoCalled: ['victims at court satisfaction'],
      definition:
        'Victims who are satisfied with the service of criminal justice after the police, in percent of those asked, by agency.',
      unit: 'PERCENT',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'RESIDENCE_OF_RESPONDENT',
      areaTypes: ['REGION'],
      grid: { type: 'FINANCIAL_YEAR' },
      dimensions: [agencies],
    },
    {
      id: 'hate-crime-victim-court-satisfaction',
      name: 'Satisfaction of victims of hate crime through the courts',
      definition:
        'Victims of hate crime who are satisfied with the service of criminal justice after the police, in percent of those asked.',
      unit: 'PERCENT',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'RESIDENCE_OF_RESPONDENT',
      areaTypes: ['REGION'],
      grid: { type: 'FINANCIAL_YEAR' },
    },
  ],
});
