import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'troubled-families',
  title: 'Troubled Families',
  publisher: 'London boroughs',
  description: 'Families whom the programme reached.',
  accessTier: 'OPEN',
  frequency: 'Yearly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'troubled-families-supported',
      name: 'Families supported by Troubled Families',
      alsoCalled: ['Troubled Families', 'Supporting Families'],
      definition: 'Families with whom the programme worked in the year.',
      unit: 'HOUSEHOLDS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'RESPONSIBLE_AUTHORITY',
      areaTypes: ['BOROUGH', 'REGION'],
      grid: { type: 'FINANCIAL_YEAR' },
    },
  ],
});
