import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';

const outcomes = dimension('outcome', 'Outcome', ["Children's social care", 'Early help', 'Other agency']);
const ratings = dimension('rating', 'Rating of risk', ['Red', 'Amber', 'Green']);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'mash',
  title: 'Multi-Agency Safeguarding Hubs',
  publisher: 'London boroughs',
  description: 'The work of the hubs that take concerns about children; for named users. Cases are never here.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Quarterly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'mash-contacts',
      name: 'Contacts with the safeguarding hub',
      alsoCalled: ['MASH', 'multi-agency safeguarding hub', 'front door'],
      definition: 'Contacts about a child that the hub took in the quarter.',
      unit: 'CONTACTS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'RESPONSIBLE_AUTHORITY',
      areaTypes: ['BOROUGH'],
      grid: { type: 'QUARTER' },
      caveats: [
        {
          severity: 'DO_NOT_COMPARE',
          text: 'Boroughs define contacts and referrals differently, and set themselves different times: never compare one with another.',
        },
      ],
    },
    {
      id: 'mash-referrals',
      name: 'Referrals by the safeguarding hub',
      alsoCalled: ['MASH referrals'],
      definition: 'Contacts that the hub passed on as a referral in the quarter, by where to.',
      unit: 'REFERRALS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'RESPONSIBLE_AUTHORITY',
      areaTypes: ['BOROUGH'],
      grid: { type: 'QUARTER' },
      dimensions: [outcomes],
      caveats: [
        {
          severity: 'DO_NOT_COMPARE',
          text: 'Boroughs define contacts and referrals differently, and set themselves different times: never compare one with another.',
        },
      ],
    },
    {
      id: 'mash-decisions-in-time',
      name: 'Decisions of the safeguarding hub in time',
      alsoCalled: ['MASH timeliness'],
      definition: 'Contacts of the quarter that the hub decided within its own time, in percent.',
      unit: 'PERCENT',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'RESPONSIBLE_AUTHORITY',
      areaTypes: ['BOROUGH'],
      grid: { type: 'QUARTER' },
      dimensions: [ratings],
      caveats: [
        {
          severity: 'DO_NOT_COMPARE',
          text: 'Boroughs define contacts and referrals differently, and set themselves different times: never compare one with another.',
        },
      ],
    },
    {
      id: 'mash-decisions-in-time-gap',
      name: 'Gap between safeguarding hubs in decisions in time',
      definition:
        'Percentage points between the borough with the highest and the one with the lowest share of contacts that its hub decided in time in the quarter.',
      unit: 'PERCENTAGE_POINTS',
      polarity: 'SMALLER_GAP_IS_GOOD',
      attributionBasis: 'RESPONSIBLE_AUTHORITY',
      areaTypes: ['REGION'],
      grid: { type: 'QUARTER' },
    },
  ],
});
