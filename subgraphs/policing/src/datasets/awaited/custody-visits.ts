import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { metPlaces } from '../../met-places.ts';
import { mayorsOffice } from '../../publishers.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'custody-visits',
  title: 'Independent custody visits',
  publisher: mayorsOffice,
  description: 'Visits of volunteers to custody suites, and what they found; for named users.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Quarterly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'independent-custody-visits',
      name: 'Independent custody visits',
      alsoCalled: ['ICV', 'custody visitors'],
      definition: 'Visits of independent custody visitors in the quarter.',
      unit: 'VISITS',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'EMPLOYER',
      ...metPlaces,
      siteKind: 'custody-suite',
      grid: { type: 'QUARTER' },
    },
    {
      id: 'custody-visit-issues',
      name: 'Issues raised by custody visitors',
      definition: 'Matters of welfare that custody visitors raised with the police in the quarter.',
      unit: 'ITEMS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'EMPLOYER',
      ...metPlaces,
      siteKind: 'custody-suite',
      grid: { type: 'QUARTER' },
    },
  ],
});
