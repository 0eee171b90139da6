import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'hospital-youth-workers',
  title: 'Youth workers in hospitals',
  publisher: "the Mayor's Office for Policing and Crime and NHS England",
  description: 'Young victims whom youth workers and advisers met in hospitals; for named users.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Quarterly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'hospital-youth-worker-engagements',
      name: 'Young people engaged in hospital',
      alsoCalled: ['Redthread', 'youth workers in hospital'],
      definition:
        'People under 25 whom a youth worker or adviser engaged in a hospital in the quarter, each counted once for each attendance.',
      unit: 'PEOPLE',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'PROVIDER_SITE',
      areaTypes: ['REGION'],
      siteKind: 'provider',
      grid: { type: 'QUARTER' },
    },
  ],
});
