import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';

const kinds = dimension('kind', 'Kind', ['Alcohol abstinence', 'Location', 'Curfew']);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'community-orders',
  title: 'Community orders and electronic monitoring',
  publisher: 'HM Prison and Probation Service',
  description: 'Compliance with orders that are served in the community.',
  accessTier: 'OPEN',
  frequency: 'Yearly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'community-sentence-compliance',
      name: 'Compliance with community sentences',
      alsoCalled: ['community orders', 'community sentence', 'probation compliance', 'AAMR', 'sobriety tag'],
      definition:
        'Community orders and suspended sentence orders that ended in the year as completed, in percent of those that ended.',
      unit: 'PERCENT',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'SUPERVISING_UNIT',
      areaTypes: ['BOROUGH', 'PROBATION_DELIVERY_UNIT', 'REGION'],
      grid: { type: 'FINANCIAL_YEAR' },
    },
    {
      id: 'electronic-monitoring-orders',
      name: 'Electronic monitoring orders',
      alsoCalled: ['tagging', 'electronic tags', 'ankle tags', 'curfew tags', 'GPS tags', 'sobriety tags', 'EM'],
      definition: 'Orders with electronic monitoring that began in the year, by kind.',
      unit: 'ORDERS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'SUPERVISING_UNIT',
      areaTypes: ['REGION'],
      grid: { type: 'FINANCIAL_YEAR' },
      dimensions: [kinds],
    },
    {
      id: 'electronic-monitoring-compliance',
      name: 'Compliance with electronic monitoring',
      definition:
        'Orders with electronic monitoring that ended in the year as completed, in percent of those that ended, by kind.',
      unit: 'PERCENT',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'SUPERVISING_UNIT',
      areaTypes: ['REGION'],
      grid: { type: 'FINANCIAL_YEAR' },
      dimensions: [kinds],
      headline: { kind: 'alcohol-abstinence' },
    },
  ],
});
