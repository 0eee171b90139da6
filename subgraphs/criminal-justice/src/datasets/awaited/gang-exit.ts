import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'gang-exit',
  title: 'Gang exit services',
  publisher: "the Mayor's Office for Policing and Crime",
  description: 'How many people the services reach; for named users. Who they are is never here.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Yearly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'gang-exit-participants',
      name: 'People in gang exit services',
      alsoCalled: ['gang exit', 'London Gang Exit', 'leaving gangs'],
      definition: 'People whom the services took on in the year.',
      unit: 'PEOPLE',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'SUPERVISING_UNIT',
      areaTypes: ['BOROUGH', 'REGION'],
      grid: { type: 'FINANCIAL_YEAR' },
    },
  ],
});
