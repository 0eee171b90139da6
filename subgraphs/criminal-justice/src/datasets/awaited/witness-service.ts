import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'witness-service',
  title: 'Court-based Witness Service',
  publisher: 'the Ministry of Justice',
  description: 'Victims and witnesses supported at court; for named users.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Quarterly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'witness-service-contacts',
      name: 'Victims and witnesses supported at court',
      alsoCalled: ['witnesses', 'witness care', 'Witness Service'],
      definition: 'People whom the Witness Service supported in the quarter, each counted once for each case.',
      unit: 'PEOPLE',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'COURT_OF_HEARING',
      areaTypes: ['REGION'],
      siteKind: 'court',
      grid: { type: 'QUARTER' },
    },
  ],
});
