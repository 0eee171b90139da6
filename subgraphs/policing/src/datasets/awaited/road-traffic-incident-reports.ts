import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { metPlaces } from '../../met-places.ts';
import { metropolitanPolice } from '../../publishers.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'road-traffic-incident-reports',
  title: 'Road traffic incident reports',
  publisher: metropolitanPolice,
  description: 'Reports of collisions and of bad driving; for named users.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Yearly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'road-traffic-incident-reports',
      name: 'Road traffic incident reports',
      alsoCalled: ['RTI', 'road traffic collisions', 'RTC'],
      definition: 'Reports of road traffic incidents by the public in the year, online or on paper.',
      unit: 'REPORTS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'PLACE_OF_INCIDENT',
      ...metPlaces,
      grid: { type: 'CALENDAR_YEAR' },
    },
  ],
});
