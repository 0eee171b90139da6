import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';

const kinds = dimension('supervision', 'Supervision', [
  'Community order',
  'Suspended sentence order',
  'Pre-release',
  'Post-release licence',
]);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'probation-caseload',
  title: 'Probation',
  publisher: 'HM Prison and Probation Service',
  description: 'Who is supervised, and how far they comply; for named users.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Quarterly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'probation-caseload',
      name: 'Probation caseload',
      alsoCalled: ['NPS', 'CRC', 'people on probation', 'probation'],
      definition: 'People supervised on the last day of the quarter, in court or in the community.',
      unit: 'OFFENDERS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'SUPERVISING_UNIT',
      areaTypes: ['PROBATION_DELIVERY_UNIT', 'REGION'],
      grid: { type: 'SNAPSHOT', everyMonths: 3, month: 3 },
      dimensions: [kinds],
    },
    {
      id: 'licence-compliance',
      name: 'Compliance with licence conditions',
      alsoCalled: ['on licence', 'recall to prison', 'parole'],
      definition:
        'People released on licence who were not recalled in the quarter for a breach, in percent of those on licence.',
      unit: 'PERCENT',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'SUPERVISING_UNIT',
      areaTypes: ['PROBATION_DELIVERY_UNIT', 'REGION'],
      grid: { type: 'QUARTER' },
    },
  ],
});
