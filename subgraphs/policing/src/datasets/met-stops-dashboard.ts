import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/import/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/import/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { metAlone, metPlaces } from '../met-places.ts';
import { metropolitanPolice } from '../publishers.ts';

/** Groups in which people place themselves; many are not stated. */
const ethnicities = dimension('ethnicity', 'Self-defined ethnicity', [
  'Asian',
  'Black',
  'Mixed',
  'White',
  'Other',
  'Not stated',
]);
const groups = dimension('ethnicity', 'Self-defined ethnicity', ['Asian', 'Black', 'Mixed', 'Other']);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'met-stops-dashboard',
  title: 'Stop and search dashboard',
  publisher: metropolitanPolice,
  description: 'Stops by ethnicity, their outcomes and the complaints about them.',
  accessTier: 'OPEN',
  frequency: 'Monthly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'stop-and-search-by-ethnicity',
      name: 'Stops and searches by ethnicity',
      definition:
        'Searches of people by officers of the Metropolitan Police, by the ethnicity in which the person places themselves. Searches of vehicles alone are not in it. By borough they are for named users.',
      unit: 'STOPS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'PLACE_OF_INCIDENT',
      ...metPlaces,
      grid: { type: 'MONTH' },
      dimensions: [ethnicities],
      // Open would be what is counted here from the publisher's own file of searches. This dataset reads what somebody supplies.
      restrictedCuts: [{ areaTypes: ['BOROUGH'], periodTypes: ['MONTH'] }],
      caveats: [{ severity: 'CAUTION', text: 'Many do not state an ethnicity: read the groups beside that share.' }],
    },
    {
      id: 'stop-and-search-positive-outcome-rate',
      name: 'Searches with a positive outcome',
      definition:
        'Searches that ended in an arrest, summons, caution, penalty notice, warning or community resolution, in percent of all.',
      unit: 'PERCENT',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'PLACE_OF_INCIDENT',
      ...metPlaces,
      grid: { type: 'MONTH' },
    },
    {
      id: 'stop-and-search-arrest-rate',
      name: 'Searches that ended in an arrest',
      definition: 'Searches that ended in an arrest, in percent of all.',
      unit: 'PERCENT',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'PLACE_OF_INCIDENT',
      ...metPlaces,
      grid: { type: 'MONTH' },
    },
    {
      id: 'stop-and-search-disproportionality',
      name: 'Disproportionality of stop and search',
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
      definition: 'Complaints made to the police that are about a stop or search.',
      unit: 'COMPLAINTS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'EMPLOYER',
      ...metAlone,
      grid: { type: 'MONTH' },
    },
  ],
});
