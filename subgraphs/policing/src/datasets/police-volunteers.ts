import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/import/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/import/dataset.ts';
import { metAlone, metPlaces } from '../met-places.ts';
import { metropolitanPolice } from '../publishers.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'police-volunteers',
  title: 'Police cadets and Special Constables',
  publisher: metropolitanPolice,
  description: 'Volunteers of the police.',
  accessTier: 'OPEN',
  frequency: 'Yearly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'volunteer-police-cadets',
      name: 'Volunteer Police Cadets',
      definition: 'Young people in the Volunteer Police Cadets on the day.',
      unit: 'PEOPLE',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'EMPLOYER',
      ...metPlaces,
      grid: { type: 'SNAPSHOT', everyMonths: 12, month: 3 },
    },
    {
      id: 'special-constables',
      name: 'Special Constables',
      definition: 'Special Constables on the day.',
      unit: 'PEOPLE',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'EMPLOYER',
      ...metPlaces,
      grid: { type: 'SNAPSHOT', everyMonths: 12, month: 3 },
    },
    {
      id: 'special-constable-hours',
      name: 'Hours of Special Constables',
      definition: 'Hours of duty of Special Constables in the year.',
      unit: 'HOURS',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'EMPLOYER',
      ...metAlone,
      grid: { type: 'FINANCIAL_YEAR' },
    },
  ],
});
