import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';

const types = dimension('type', 'Type', [
  'Youth caution',
  'Youth conditional caution',
  'Adult caution',
  'Community resolution',
  'Penalty notice',
  'Cannabis warning',
  'Youth triage',
]);
const ages = dimension('age-group', 'Age', ['Under 18', '18 and over']);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'out-of-court-disposals',
  title: 'Out-of-court disposals',
  publisher: 'the Metropolitan Police Service and youth offending teams',
  description: 'Cautions, community resolutions and triage; for named users.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Quarterly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'out-of-court-disposals',
      name: 'Out-of-court disposals',
      alsoCalled: ['OOCD', 'cautions', 'community resolutions', 'penalty notices', 'conditional caution'],
      definition: 'Disposals outside court in the quarter, by type.',
      unit: 'DISPOSALS',
      polarity: 'NO_JUDGEMENT',
      additivity: 'OVERLAPPING',
      attributionBasis: 'PLACE_OF_OFFENCE',
      areaTypes: ['BOROUGH'],
      grid: { type: 'QUARTER' },
      dimensions: [types, ages],
    },
  ],
});
