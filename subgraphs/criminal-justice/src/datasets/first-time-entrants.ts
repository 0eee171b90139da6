import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/import/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/import/dataset.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'first-time-entrants',
  title: 'First-time entrants to the youth justice system',
  publisher: 'the Ministry of Justice and the Youth Justice Board',
  description: 'Children with a first caution or conviction, from the Police National Computer.',
  designation: 'OFFICIAL_STATISTICS',
  accessTier: 'OPEN',
  frequency: 'Quarterly',
  disclosurePolicy: partnerPolicy,
  relations: [
    {
      kind: 'statistic',
      statistic: { indicator: 'first-time-entrants-pnc-rate' },
      count: { indicator: 'first-time-entrants-pnc' },
    },
  ],
  indicators: [
    {
      id: 'first-time-entrants-pnc',
      name: 'First-time entrants',
      definition:
        'Children aged 10 to 17 with a first caution or conviction on the Police National Computer, in windows of 12 months. Youth offending teams count others, in a series of their own.',
      unit: 'CHILDREN',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'RESIDENCE_OF_DEFENDANT',
      areaTypes: ['BOROUGH', 'REGION', 'COUNTRY'],
      grid: { type: 'ROLLING_12_MONTHS' },
      notMeasuredIn: { E92000001: 'Published for England and Wales together, not for England.' },
    },
    {
      id: 'first-time-entrants-pnc-rate',
      name: 'First-time entrants per 100,000',
      definition: 'First-time entrants for each 100,000 residents aged 10 to 17, in windows of 12 months.',
      unit: 'PER_100000',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'RESIDENCE_OF_DEFENDANT',
      areaTypes: ['BOROUGH', 'REGION', 'COUNTRY'],
      grid: { type: 'ROLLING_12_MONTHS' },
      notMeasuredIn: { E92000001: 'Published for England and Wales together, not for England.' },
    },
  ],
});
