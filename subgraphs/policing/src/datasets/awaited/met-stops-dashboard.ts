import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { metAlone, metPlaces } from '../../met-places.ts';
import { metropolitanPolice } from '../../publishers.ts';

const groups = dimension('ethnicity', 'Self-defined ethnicity', ['Asian', 'Black', 'Mixed', 'Other']);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'met-stops-dashboard',
  title: 'Stop and search dashboard',
  publisher: metropolitanPolice,
  description:
    'How many times as often people of an ethnic group are searched, and complaints about searches. Stops by ethnicity and their outcomes are counted from the published rows of searches.',
  accessTier: 'OPEN',
  frequency: 'Monthly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'stop-and-search-disproportionality',
      name: 'Disproportionality of stop and search',
      alsoCalled: [
        'disproportionality',
        'race disparity in stop and search',
        'stop and search by race',
        'black people stopped',
      ],
      definition:
        'Searches per resident of an ethnic group over searches per White resident, in 12 months: 2.5 is two and a half times as many.',
      unit: 'RATIO',
      // How many times as much has no upper end.
      possible: { low: 0 },
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'PLACE_OF_INCIDENT',
      ...metPlaces,
      grid: { type: 'ROLLING_12_MONTHS' },
      dimensions: [groups],
      headline: { ethnicity: 'black' },
      caveats: [
        {
          severity: 'CAUTION',
          text: 'Residents are those of the census that the file names; people who are searched may live elsewhere.',
        },
      ],
    },
    {
      id: 'stop-and-search-complaints',
      name: 'Complaints about stop and search',
      alsoCalled: ['complaints about searches'],
      definition: 'Complaints made to the police that are about a stop or search.',
      unit: 'COMPLAINTS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'EMPLOYER',
      ...metAlone,
      grid: { type: 'MONTH' },
    },
  ],
});
