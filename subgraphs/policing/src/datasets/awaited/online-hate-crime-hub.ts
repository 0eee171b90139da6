import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { metAlone } from '../../met-places.ts';
import { metropolitanPolice } from '../../publishers.ts';

const results = dimension('result', 'What came of it', [
  'Offence recorded',
  'Referred to a partner',
  'Content removed',
  'No further action',
  'Open',
]);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'online-hate-crime-hub',
  title: 'Online Hate Crime Hub',
  publisher: metropolitanPolice,
  description: 'Reports of hatred online and what came of them; for named users.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Quarterly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'online-hate-reports',
      name: 'Reports of online hate',
      alsoCalled: ['online abuse', 'trolling', 'hate crime hub'],
      definition: 'Reports that the hub took in the quarter, by what came of them.',
      unit: 'REPORTS',
      polarity: 'REPORTING_VOLUME',
      attributionBasis: 'EMPLOYER',
      ...metAlone,
      grid: { type: 'QUARTER' },
      dimensions: [results],
    },
  ],
});
