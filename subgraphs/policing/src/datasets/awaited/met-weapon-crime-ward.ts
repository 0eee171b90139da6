import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { connect } from '../../breaks.ts';
import { metropolitanPolice } from '../../publishers.ts';

const subsets = dimension('subset', 'Part', ['With injury']);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'met-weapon-crime-ward',
  title: 'Knife crime by ward',
  publisher: metropolitanPolice,
  description:
    'Offences with knives by ward, which nobody publishes: few happen in one ward. For named users. By borough they are published, and in `met-weapon-crime`.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Monthly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'knife-crime-ward',
      partOf: [{ indicator: 'recorded-crime-ward' }],
      name: 'Knife crime by ward',
      alsoCalled: ['knives by ward', 'stabbings by ward'],
      definition:
        'Knife crime as `knife-crime` counts it, over 12 months, by the ward in which it happened (wards of 2022).',
      unit: 'OFFENCES',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'PLACE_OF_OFFENCE',
      areaTypes: ['WARD'],
      grid: { type: 'ROLLING_12_MONTHS' },
      dimensions: [subsets],
      breaks: [connect],
    },
  ],
});
