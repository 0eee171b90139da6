import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';

const kinds = dimension('kind', 'Kind', ['Domestic', 'Sexual']);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'cohort-of-interest',
  title: 'Domestic and sexual offenders of interest',
  publisher: "probation services and the Mayor's Office for Policing and Crime",
  description: 'Counts from the dashboard of partners; for named users. Who is in the cohort is never here.',
  accessTier: 'RESTRICTED_AGGREGATE',
  frequency: 'Quarterly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'cohort-of-interest',
      name: 'Domestic and sexual offenders of interest',
      alsoCalled: ['offender cohort', 'domestic abusers managed'],
      definition: 'Offenders in the cohort on the last day of the quarter.',
      unit: 'OFFENDERS',
      polarity: 'NO_JUDGEMENT',
      additivity: 'OVERLAPPING',
      attributionBasis: 'SUPERVISING_UNIT',
      areaTypes: ['BOROUGH', 'REGION'],
      grid: { type: 'SNAPSHOT', everyMonths: 3, month: 3 },
      dimensions: [kinds],
    },
    {
      id: 'cohort-of-interest-compliance',
      name: 'Compliance of offenders of interest',
      definition:
        'Offenders of the cohort who kept the conditions of their order or licence in the quarter, in percent.',
      unit: 'PERCENT',
      polarity: 'HIGH_IS_GOOD',
      attributionBasis: 'SUPERVISING_UNIT',
      areaTypes: ['BOROUGH', 'REGION'],
      grid: { type: 'QUARTER' },
    },
    {
      id: 'cohort-of-interest-reoffending',
      name: 'Reoffending of offenders of interest',
      definition: 'Offenders of the cohort with a proven further offence within 12 months, in percent.',
      unit: 'PERCENT',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'SUPERVISING_UNIT',
      areaTypes: ['BOROUGH', 'REGION'],
      grid: { type: 'ROLLING_12_MONTHS' },
    },
  ],
});
