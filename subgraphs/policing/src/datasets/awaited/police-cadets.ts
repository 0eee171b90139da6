import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import { metAlone, metPlaces } from '../../met-places.ts';
import { metropolitanPolice } from '../../publishers.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'police-cadets',
  title: 'Police cadets and hours of volunteers',
  publisher: metropolitanPolice,
  description:
    'Volunteer Police Cadets, and the hours of Special Constables. How many Special Constables there are, the Home Office publishes: they are in the dataset police-volunteers.',
  accessTier: 'OPEN',
  frequency: 'Yearly',
  disclosurePolicy: {
    ...disclosurePolicies.none,
    id: 'met-volunteers',
    description: 'Nothing is withheld: counts are of all volunteers of a force or borough.',
  },
  indicators: [
    {
      id: 'volunteer-police-cadets',
      name: 'Volunteer Police Cadets',
      alsoCalled: ['VPC', 'cadets'],
      definition: 'Young people in the Volunteer Police Cadets on the day.',
      unit: 'PEOPLE',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'EMPLOYER',
      ...metPlaces,
      grid: { type: 'SNAPSHOT', everyMonths: 12, month: 3 },
    },
    {
      id: 'special-constable-hours',
      name: 'Hours of Special Constables',
      alsoCalled: ['specials', 'MSC', 'Special Constabulary'],
      definition: 'Hours of duty of Special Constables in the year.',
      unit: 'HOURS',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'EMPLOYER',
      ...metAlone,
      grid: { type: 'FINANCIAL_YEAR' },
    },
  ],
});
