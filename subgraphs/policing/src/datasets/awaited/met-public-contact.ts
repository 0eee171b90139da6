import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import { metAlone } from '../../met-places.ts';
import { metropolitanPolice } from '../../publishers.ts';

const channels = dimension('channel', 'Channel', ['999', '101', 'Online', 'Social media', 'Front counter']);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'met-public-contact',
  title: 'Contact with the police',
  publisher: metropolitanPolice,
  description: 'How people reach the police, and how they find it.',
  accessTier: 'OPEN',
  frequency: 'Monthly',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [
    {
      id: 'contacts-by-channel',
      name: 'Contacts by channel',
      alsoCalled: ['online reporting', 'how people contact the police'],
      definition: 'Contacts of the public with the Metropolitan Police, by channel.',
      unit: 'CONTACTS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'EMPLOYER',
      ...metAlone,
      grid: { type: 'MONTH' },
      dimensions: [channels],
    },
    {
      id: 'contact-satisfaction',
      name: 'Satisfaction with contact',
      definition: 'People who were satisfied with contact by telephone or online, in percent of those asked.',
      unit: 'PERCENT',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'EMPLOYER',
      ...metAlone,
      grid: { type: 'QUARTER' },
    },
    {
      id: 'crimes-dealt-with-by-one-officer',
      name: 'Crimes dealt with by one officer',
      definition:
        'Reported crimes that one officer dealt with from the report to the end, in percent of those reported.',
      unit: 'PERCENT',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'EMPLOYER',
      ...metAlone,
      grid: { type: 'QUARTER' },
    },
    {
      id: 'crime-types-reported-online',
      name: 'Kinds of crime that can be reported online',
      definition: 'Kinds of volume crime for which the website takes a report, on the day.',
      unit: 'ITEMS',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'EMPLOYER',
      ...metAlone,
      grid: { type: 'SNAPSHOT', everyMonths: 3, month: 3 },
    },
  ],
});
