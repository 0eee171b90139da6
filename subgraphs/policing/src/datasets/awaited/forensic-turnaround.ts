import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { metAlone } from '../../met-places.ts';
import { metropolitanPolice } from '../../publishers.ts';

const kinds = dimension('kind', 'Kind', ['DNA', 'Fingerprints', 'Drugs', 'Digital devices', 'Firearms']);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'forensic-turnaround',
  title: 'Forensic turnaround',
  publisher: metropolitanPolice,
  description: 'How long forensic work takes, from the case management system; for named users.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Quarterly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'forensic-turnaround',
      name: 'Time for forensic work',
      alsoCalled: ['forensics', 'lab', 'DNA'],
      definition: 'Days from the submission of an exhibit to the result, for results of the quarter.',
      unit: 'DAYS',
      valueType: 'MEDIAN',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'EMPLOYER',
      ...metAlone,
      grid: { type: 'QUARTER' },
      dimensions: [kinds],
    },
  ],
});
