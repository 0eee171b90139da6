import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import { metAlone, metPlaces } from '../met-places.ts';
import { workforceSource, workforceTable } from '../workforce-table.ts';

const definitions = awaitedDataset({
  id: 'police-volunteers',
  title: 'Police cadets and Special Constables',
  publisher: 'the Home Office',
  description:
    'Special Constables of the two forces of London at the end of March and September. Their hours, those of a borough, and cadets await a file of the Metropolitan Police.',
  accessTier: 'OPEN',
  frequency: 'Twice a year',
  disclosurePolicy: {
    ...disclosurePolicies.none,
    id: 'home-office-volunteers',
    description:
      'Nothing is withheld: the Home Office publishes how many Special Constables each force has. Counts are of all volunteers of a force or borough.',
  },
  indicators: [
    {
      id: 'volunteer-police-cadets',
      awaitsFile: true,
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
      definition: 'Special Constables of a force on the day: volunteers with the powers of an officer.',
      unit: 'PEOPLE',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'EMPLOYER',
      areaTypes: metPlaces.areaTypes,
      notMeasuredIn: { E09000001: metPlaces.notMeasuredIn.E09000001 },
      grid: { type: 'SNAPSHOT', everyMonths: 6, month: 3 },
      caveats: [
        {
          severity: 'CAUTION',
          text: 'Forces strike off those who have not served for some time, each when it sees fit: a fall may be that.',
        },
      ],
    },
    {
      id: 'special-constable-hours',
      awaitsFile: true,
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

export const dataset: DatasetDefinition = {
  ...definitions,
  ...workforceSource,
  formats: [workforceTable(definitions.indicators, { 'Special constables': { indicator: 'special-constables' } })],
};
