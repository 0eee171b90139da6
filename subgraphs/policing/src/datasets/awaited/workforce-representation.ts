import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { metAlone } from '../../met-places.ts';
import { metropolitanPolice } from '../../publishers.ts';
import { workforceRoles as roles } from '../../workforce-roles.ts';

const groups = dimension('group', 'Group', ['Ethnic minority', 'Female']);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'workforce-representation',
  title: 'Representation in the workforce, and posts',
  publisher: metropolitanPolice,
  description:
    'How far the workforce of the Metropolitan Police and its recruits resemble London, and the posts of its staff. How many people work for each force is in the dataset met-workforce.',
  accessTier: 'OPEN',
  frequency: 'Quarterly',
  disclosurePolicy: {
    ...disclosurePolicies.none,
    id: 'met-representation',
    description: 'Nothing is withheld: percentages are of all who work for a force in a role.',
  },
  indicators: [
    {
      id: 'workforce-representation',
      name: 'Representation in the workforce',
      alsoCalled: [
        'BAME officers',
        'ethnic minority officers',
        'police diversity',
        'diversity',
        'female officers',
        'women police',
        'BME',
      ],
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
      alsoCalled: ['BAME recruits', 'police recruits', 'recruitment'],
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
      alsoCalled: ['civilian staff', 'PCSO posts'],
      definition: 'Posts of police staff in the establishment on the day.',
      unit: 'POSTS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'EMPLOYER',
      ...metAlone,
      grid: { type: 'SNAPSHOT', everyMonths: 3, month: 3 },
    },
  ],
});
