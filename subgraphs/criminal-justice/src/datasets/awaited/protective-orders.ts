import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';

const types = dimension('type', 'Type', [
  'Domestic violence protection notice',
  'Domestic violence protection order',
  'Criminal behaviour order',
  'Injunction against antisocial behaviour',
]);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'protective-orders',
  title: 'Protective orders',
  publisher: 'the Metropolitan Police Service and HM Courts & Tribunals Service',
  description: 'Orders that protect from violence and antisocial behaviour; for named users.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Quarterly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'protective-orders',
      name: 'Protective orders',
      alsoCalled: ['restraining orders', 'DVPO', 'non-molestation orders', 'SPO', 'DVPN', 'injunctions'],
      definition: 'Orders and notices made in the quarter, by type.',
      unit: 'ORDERS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'PLACE_OF_OFFENCE',
      areaTypes: ['BOROUGH'],
      grid: { type: 'QUARTER' },
      dimensions: [types],
    },
    {
      id: 'protective-order-breach-rate',
      name: 'Breaches of protective orders',
      alsoCalled: ['breach of order', 'breaches of restraining orders'],
      definition: 'Orders of the year that were breached, in percent of those made in it.',
      unit: 'PERCENT',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'PLACE_OF_OFFENCE',
      areaTypes: ['BOROUGH'],
      grid: { type: 'FINANCIAL_YEAR' },
    },
  ],
});
