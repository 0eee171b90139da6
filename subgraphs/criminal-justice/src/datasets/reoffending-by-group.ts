import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/import/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/import/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { cohortsOfThreeMonths } from '../cohorts.ts';

const disposals = dimension('disposal', 'Disposal', ['Custody', 'Court order', 'Fine', 'Caution', 'Other']);

export const dataset: DatasetDefinition = awaitedDataset({
  id: 'reoffending-by-group',
  title: 'Reoffending by disposal and age',
  publisher: 'the Ministry of Justice',
  description: 'Proven reoffending of narrower cohorts.',
  designation: 'OFFICIAL_STATISTICS',
  accessTier: 'OPEN',
  frequency: 'Quarterly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'reoffences-per-reoffender',
      name: 'Reoffences per reoffender',
      definition: 'Mean number of proven further offences of those who reoffended within a year.',
      unit: 'OFFENCES',
      valueType: 'MEAN',
      decimals: 2,
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'RESIDENCE_OF_DEFENDANT',
      areaTypes: ['BOROUGH', 'REGION', 'COUNTRY'],
      grid: { type: 'FINANCIAL_YEAR' },
      breaks: [cohortsOfThreeMonths],
      notMeasuredIn: { E92000001: 'Published for England and Wales together, not for England.' },
    },
    {
      id: 'proven-reoffending-by-disposal',
      name: 'Proven reoffending by disposal',
      definition:
        'Offenders of the cohort with a proven further offence within a year, in percent, by the disposal that brought them into the cohort.',
      unit: 'PERCENT',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'RESIDENCE_OF_DEFENDANT',
      areaTypes: ['REGION', 'COUNTRY'],
      grid: { type: 'FINANCIAL_YEAR' },
      dimensions: [disposals],
      headline: { disposal: 'court-order' },
      breaks: [cohortsOfThreeMonths],
      notMeasuredIn: { E92000001: 'Published for England and Wales together, not for England.' },
    },
    {
      id: 'youth-reoffending',
      name: 'Proven reoffending of children',
      definition: 'Offenders aged 10 to 17 with a proven further offence within a year, in percent of the cohort.',
      unit: 'PERCENT',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'RESIDENCE_OF_DEFENDANT',
      areaTypes: ['BOROUGH', 'REGION', 'COUNTRY'],
      grid: { type: 'FINANCIAL_YEAR' },
      breaks: [cohortsOfThreeMonths],
      notMeasuredIn: { E92000001: 'Published for England and Wales together, not for England.' },
    },
    {
      id: 'young-adult-reoffending',
      name: 'Proven reoffending of young adults',
      definition: 'Offenders aged 18 to 24 with a proven further offence within a year, in percent of the cohort.',
      unit: 'PERCENT',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'RESIDENCE_OF_DEFENDANT',
      areaTypes: ['REGION', 'COUNTRY'],
      grid: { type: 'FINANCIAL_YEAR' },
      breaks: [cohortsOfThreeMonths],
      notMeasuredIn: { E92000001: 'Published for England and Wales together, not for England.' },
    },
    {
      id: 'youth-custody-reoffending',
      name: 'Proven reoffending of children after custody',
      definition:
        'Offenders aged 10 to 17 released from custody with a proven further offence within a year, in percent of those released.',
      unit: 'PERCENT',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'RESIDENCE_OF_DEFENDANT',
      areaTypes: ['REGION', 'COUNTRY'],
      grid: { type: 'FINANCIAL_YEAR' },
      breaks: [cohortsOfThreeMonths],
      notMeasuredIn: { E92000001: 'Published for England and Wales together, not for England.' },
    },
  ],
});
