import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { metPlaces } from '../../met-places.ts';
import { metropolitanPolice } from '../../publishers.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'body-worn-video-at-domestic-abuse',
  title: 'Body-worn video at domestic abuse',
  publisher: metropolitanPolice,
  description:
    'How often officers recorded at domestic abuse, from samples; for named users. Recordings are never here.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Irregular',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'body-worn-video-at-domestic-abuse',
      name: 'Domestic abuse incidents recorded on video',
      alsoCalled: ['BWV', 'bodycam', 'body camera'],
      definition:
        'Domestic abuse incidents in a dip sample at which an officer recorded body-worn video, in percent of the sample.',
      unit: 'PERCENT',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'EMPLOYER',
      ...metPlaces,
      grid: { type: 'QUARTER' },
    },
  ],
});
