import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'channel-panels',
  title: 'Channel panels',
  publisher: 'the Home Office and London boroughs',
  description: 'People referred to the panels, for London as a whole; for named users.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Yearly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'channel-referrals',
      name: 'Referrals to Channel panels',
      alsoCalled: ['Prevent', 'Channel', 'radicalisation', 'extremism', 'counter-terrorism'],
      definition: 'People whom Channel panels of London discussed in the year.',
      unit: 'PEOPLE',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'RESPONSIBLE_AUTHORITY',
      areaTypes: ['REGION'],
      grid: { type: 'FINANCIAL_YEAR' },
    },
  ],
});
