import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/import/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/import/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { metAlone } from '../met-places.ts';
import { metropolitanPolice } from '../publishers.ts';

const roles = dimension('role', 'Role', [
  'Police officers',
  'Constables',
  'Firearms officers',
  'Officers in Safer Neighbourhoods',
  'Community support officers',
  'Police staff',
  'Special constables',
]);
const groups = dimension('group', 'Group', ['Ethnic minority', 'Female']);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'met-workforce',
  title: 'Police workforce',
  publisher: metropolitanPolice,
  description: 'Officers, staff and volunteers, and how far they resemble London.',
  accessTier: 'OPEN',
  frequency: 'Quarterly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'police-workforce',
      name: 'Police workforce',
      definition:
        'People who work for the Metropolitan Police on the day, in full-time equivalents rounded to whole ones, by role.',
      unit: 'PEOPLE',
      polarity: 'NO_JUDGEMENT',
      additivity: 'OVERLAPPING',
      attributionBasis: 'EMPLOYER',
      ...metAlone,
      grid: { type: 'SNAPSHOT', everyMonths: 3, month: 3 },
      dimensions: [roles],
      headline: { role: 'police-officers' },
      caveats: [
        {
          severity: 'CAUTION',
          text: 'Constables, firearms officers and those in Safer Neighbourhoods are police officers too.',
        },
      ],
    },
    {
      id: 'workforce-representation',
      name: 'Representation in the workforce',
      definition: 'People of a group among those of a role on the day, in percent.',
      unit: 'PERCENT',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'EMPLOYER',
      ...metAlone,
      grid: { type: 'SNAPSHOT', everyMonths: 3, month: 3 },
      dimensions: [roles, groups],
      headline: { role: 'police-officers', group: 'ethnic-minority' },
    },
    {
      id: 'recruit-representation',
      name: 'Representation among recruits',
      definition: 'Recruits of a group among new police officers of the year, in percent.',
      unit: 'PERCENT',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'EMPLOYER',
      ...metAlone,
      grid: { type: 'FINANCIAL_YEAR' },
      dimensions: [groups],
      headline: { group: 'ethnic-minority' },
    },
    {
      id: 'police-staff-posts',
      name: 'Police staff posts',
      definition: 'Posts of police staff in the establishment on the day.',
      unit: 'POSTS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'EMPLOYER',
      ...metAlone,
      grid: { type: 'SNAPSHOT', everyMonths: 3, month: 3 },
    },
  ],
});
