import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/import/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/import/dataset.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'public-cctv',
  title: 'Public space cameras',
  publisher: 'London boroughs',
  description: 'How many cameras boroughs run; for named users. Where they are and what they see is never here.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Yearly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'public-cctv-cameras',
      name: 'Public space cameras',
      definition: 'Cameras in public space that the borough runs on 31 March.',
      unit: 'ITEMS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'RESPONSIBLE_AUTHORITY',
      areaTypes: ['BOROUGH'],
      grid: { type: 'SNAPSHOT', everyMonths: 12, month: 3 },
    },
  ],
});
