import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'business-crime-partnerships',
  title: 'Business crime partnerships',
  publisher: 'the Safer London Business Partnership and Business Improvement Districts',
  description: 'How far partnerships reach; for named users. What they know of offenders is never here.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Yearly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'business-crime-partnerships',
      name: 'Businesses in crime partnerships',
      definition: 'Businesses that belong to a Business Crime Reduction Partnership on 31 March.',
      unit: 'ITEMS',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'PLACE_OF_INCIDENT',
      areaTypes: ['BOROUGH', 'REGION'],
      grid: { type: 'SNAPSHOT', everyMonths: 12, month: 3 },
    },
  ],
});
