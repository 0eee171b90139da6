import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';

const services = dimension('service', 'Service', [
  'General',
  'Domestic abuse',
  'Sexual violence',
  'Children and young people',
  'Hate crime',
]);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'victim-support',
  title: 'Victim support services',
  publisher: "the Mayor's Office for Policing and Crime",
  description: "Demand on the services that the Mayor's Office pays for; for named users.",
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Quarterly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'victim-support-referrals',
      name: 'Referrals to victim support',
      alsoCalled: ['victim support', 'victim services', 'help for victims'],
      definition: 'Referrals of victims to commissioned services in the quarter.',
      unit: 'REFERRALS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'RESIDENCE_OF_RESPONDENT',
      areaTypes: ['BOROUGH', 'REGION'],
      grid: { type: 'QUARTER' },
      dimensions: [services],
    },
  ],
});
