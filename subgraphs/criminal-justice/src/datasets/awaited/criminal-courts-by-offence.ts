import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { oneCrown } from '../../criminal-court-statistics.ts';

/** Offence groups of the courts. Source: Ministry of Justice, Criminal court statistics quarterly, tables by offence group. */
const offences = dimension('offence-group', 'Offence group', [
  'Violence against the person',
  'Sexual offences',
  'Robbery',
  'Theft offences',
  'Criminal damage and arson',
  'Drug offences',
  'Possession of weapons',
  'Public order offences',
  'Miscellaneous crimes against society',
  'Fraud offences',
  'Summary non-motoring',
  'Summary motoring',
]);
const tiers = dimension('tier', 'Tier', ['Crown', 'Magistrates']);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'criminal-courts-by-offence',
  title: 'Criminal courts of London by offence',
  publisher: 'the Ministry of Justice',
  description:
    'Open cases of the Crown Court in London as a whole, and days to completion by offence group and tier. What is held by court and by stage is in crown-court-open-cases and court-timeliness.',
  designation: 'OFFICIAL_STATISTICS',
  accessTier: 'OPEN',
  frequency: 'Quarterly',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [
    {
      id: 'crown-court-open-cases-of-region',
      name: 'Crown Court open cases of London',
      alsoCalled: ['London court backlog', 'Crown Court backlog of London', 'backlog'],
      definition:
        'Cases open at the Crown Court centres of London together at the end of the quarter, as published: it is not made from those of its courts.',
      unit: 'CASES',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'COURT_OF_HEARING',
      areaTypes: ['REGION'],
      grid: { type: 'SNAPSHOT', everyMonths: 3, month: 3 },
      breaks: [oneCrown],
    },
    {
      id: 'court-timeliness-by-offence',
      name: 'Court timeliness by offence',
      alsoCalled: ['court delay by offence', 'how long rape cases take', 'days to completion by offence'],
      definition:
        'Median days from offence to completion for the defendants whose cases were completed in the quarter, by offence group and tier.',
      unit: 'DAYS',
      valueType: 'MEDIAN',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'COURT_OF_HEARING',
      areaTypes: ['REGION'],
      grid: { type: 'QUARTER' },
      otherGrids: [],
      dimensions: [tiers, offences],
      headline: { tier: 'crown' },
    },
  ],
});
