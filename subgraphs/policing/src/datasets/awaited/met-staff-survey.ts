import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import { metropolitanPolice } from '../../publishers.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'met-staff-survey',
  title: 'Staff survey',
  publisher: metropolitanPolice,
  description: 'What officers and staff say of their work, by command; for named users.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Yearly',
  disclosurePolicy: disclosurePolicies['under-10-respondents'],
  indicators: [
    {
      id: 'staff-fair-treatment',
      name: 'Staff who feel treated fairly',
      definition:
        'Officers and staff who say that they are treated with fairness and respect by colleagues, in percent of those who answered.',
      unit: 'PERCENT',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'EMPLOYER',
      areaTypes: ['POLICE_FORCE_AREA', 'BASIC_COMMAND_UNIT'],
      siteKind: 'command',
      grid: { type: 'CALENDAR_YEAR' },
    },
    {
      id: 'staff-engagement',
      name: 'Staff engagement',
      alsoCalled: ['staff survey', 'morale'],
      definition: 'Engagement score of officers and staff who answered, from 0 to 100.',
      unit: 'SCORE',
      possible: { high: 100 },
      valueType: 'MEAN',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'EMPLOYER',
      areaTypes: ['POLICE_FORCE_AREA', 'BASIC_COMMAND_UNIT'],
      siteKind: 'command',
      grid: { type: 'CALENDAR_YEAR' },
    },
  ],
});
