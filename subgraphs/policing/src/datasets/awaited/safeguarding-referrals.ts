import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { metropolitanPolice } from '../../publishers.ts';

const destinations = dimension('destination', 'Destination', [
  "Children's social care",
  'Adult social care',
  'Health',
  'Housing',
  'Other',
]);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'safeguarding-referrals',
  title: 'Safeguarding referrals of the police',
  publisher: metropolitanPolice,
  description: 'Where the single front door of a command sends what it learns; for named users.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Quarterly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'safeguarding-referrals-by-destination',
      name: 'Safeguarding referrals by destination',
      alsoCalled: ['merlin', 'police referrals'],
      definition: 'Referrals that a command sent in the quarter, by where they went first.',
      unit: 'REFERRALS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'SUPERVISING_UNIT',
      areaTypes: ['BASIC_COMMAND_UNIT'],
      grid: { type: 'QUARTER' },
      dimensions: [destinations],
    },
    {
      id: 'misdirected-safeguarding-referrals',
      name: 'Safeguarding referrals sent to the wrong place',
      definition: 'Referrals that the receiver sent on or back, in percent of those sent.',
      unit: 'PERCENT',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'SUPERVISING_UNIT',
      areaTypes: ['BASIC_COMMAND_UNIT'],
      grid: { type: 'QUARTER' },
    },
  ],
});
