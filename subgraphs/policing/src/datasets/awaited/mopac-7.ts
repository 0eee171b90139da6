import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import { metPlaces } from '../../met-places.ts';
import { mayorsOffice } from '../../publishers.ts';

const crimes = dimension('crime', 'Crime', [
  'Violence with injury',
  'Robbery',
  'Burglary',
  'Theft from the person',
  'Theft from a motor vehicle',
  'Theft or taking of a motor vehicle',
  'Criminal damage',
]);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'mopac-7',
  title: 'MOPAC 7 neighbourhood crimes',
  publisher: mayorsOffice,
  description: 'The seven priority crimes of the Police and Crime Plan 2013-16, in windows of 12 months.',
  accessTier: 'OPEN',
  frequency: 'Monthly, 2013 to 2016',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [
    {
      id: 'mopac-7-crimes',
      name: 'MOPAC 7 crimes',
      alsoCalled: ['MOPAC 7', 'key neighbourhood crimes'],
      definition:
        'The seven neighbourhood crimes that the Police and Crime Plan 2013-16 set out to cut by 20%, in windows of 12 months. The plan of 2017 gave the set up: it is history.',
      unit: 'OFFENCES',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'PLACE_OF_OFFENCE',
      ...metPlaces,
      grid: { type: 'ROLLING_12_MONTHS' },
      dimensions: [crimes],
      caveats: [
        {
          severity: 'CAUTION',
          text: 'The target distorted what the police attended to, by the judgement of the plan that gave it up.',
        },
      ],
    },
  ],
});
