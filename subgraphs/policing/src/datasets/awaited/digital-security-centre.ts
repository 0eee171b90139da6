import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { mayorsOffice } from '../../publishers.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'digital-security-centre',
  title: 'London Digital Security Centre',
  publisher: mayorsOffice,
  description: 'How many small businesses the centre reaches; for named users.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Yearly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'small-businesses-advised',
      name: 'Small businesses advised',
      definition: 'Small and medium businesses that the centre advised in the year.',
      unit: 'ITEMS',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'EMPLOYER',
      areaTypes: ['REGION'],
      grid: { type: 'FINANCIAL_YEAR' },
    },
  ],
});
