import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'integrated-offender-management',
  title: 'Integrated Offender Management',
  publisher: 'the Metropolitan Police Service, probation services and London boroughs',
  description:
    'How large the cohort of a borough is and how much it offends; for named users. Who is in it is never here.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Quarterly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'integrated-offender-management-cohort',
      name: 'Cohort of Integrated Offender Management',
      alsoCalled: ['IOM', 'prolific offenders', 'PPO'],
      definition: 'Offenders in the cohort on the last day of the quarter.',
      unit: 'OFFENDERS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'SUPERVISING_UNIT',
      areaTypes: ['BOROUGH', 'REGION'],
      grid: { type: 'SNAPSHOT', everyMonths: 3, month: 3 },
    },
    {
      id: 'integrated-offender-management-offences',
      name: 'Offences per offender of the cohort',
      definition: 'Mean number of proven offences of the cohort in the 12 months.',
      unit: 'OFFENCES',
      valueType: 'MEAN',
      decimals: 1,
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'SUPERVISING_UNIT',
      areaTypes: ['BOROUGH', 'REGION'],
      grid: { type: 'ROLLING_12_MONTHS' },
    },
  ],
});
