import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import { metPlaces } from '../met-places.ts';
import { workforceSource, workforceTable } from '../workforce-table.ts';

const definitions = awaitedDataset({
  id: 'police-volunteers',
  title: 'Special Constables',
  publisher: 'the Home Office',
  description: 'Special Constables of the two forces of London at the end of March and September.',
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
      id: 'special-constables',
      name: 'Special Constables',
      alsoCalled: ['specials', 'MSC', 'Special Constabulary', 'volunteer police'],
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
  ],
});

export const dataset: DatasetDefinition = {
  ...definitions,
  ...workforceSource,
  formats: [workforceTable(definitions.indicators, { 'Special constables': { indicator: 'special-constables' } })],
};
