import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { metropolitanPolice } from '../../publishers.ts';

const times = dimension('time-of-day', 'Time of day', ['Morning', 'After school', 'Evening', 'Night']);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'crime-hotspots',
  title: 'Crime hotspots',
  publisher: metropolitanPolice,
  description:
    'How much crime clusters in a ward, and where young people are least safe; for named users, never as points.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Monthly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'crime-hotspot-band',
      name: 'Crime hotspot band',
      alsoCalled: ['hotspots', 'crime map', 'hot spots'],
      definition:
        'In which band of five a ward lies by the density of recorded crime, 5 the highest. A prediction is not in it.',
      unit: 'SCORE',
      possible: { low: 1, high: 5, isWhole: true },
      decimals: 0,
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'PLACE_OF_OFFENCE',
      areaTypes: ['WARD'],
      grid: { type: 'MONTH' },
    },
    {
      id: 'youth-crime-hotspots',
      name: 'Places where young people are least safe',
      definition:
        'Public places in a ward that the evidence base names as those where crime against people under 25 clusters, by time of day.',
      unit: 'PLACES',
      polarity: 'LOW_IS_GOOD',
      additivity: 'OVERLAPPING',
      attributionBasis: 'PLACE_OF_OFFENCE',
      areaTypes: ['BOROUGH', 'WARD'],
      grid: { type: 'FINANCIAL_YEAR' },
      dimensions: [times],
    },
  ],
});
