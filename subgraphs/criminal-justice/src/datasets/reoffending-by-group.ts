import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { interactiveToolTable, yearToMarch } from '@boroughgraph/kit/datasets/interactive-tool-table.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { cohortsOfThreeMonths } from '../cohorts.ts';
import { youthJusticeSource } from '../youth-justice-source.ts';

const disposals = dimension('disposal', 'Disposal', ['Custody', 'Court order', 'Fine', 'Caution', 'Other']);

/** Children by age: the publisher prints these two bands, and no figure of both together. */
const ageBands = dimension('age-band', 'Age', ['10 to 14', '15 to 17']);

const definitions = awaitedDataset({
  id: 'reoffending-by-group',
  title: 'Reoffending by disposal and age',
  publisher: 'the Ministry of Justice',
  description:
    'Proven reoffending of narrower cohorts. That of children by age band and borough comes from the Local Authority Interactive Tool of the Department for Education, by years to March.',
  designation: 'OFFICIAL_STATISTICS',
  accessTier: 'OPEN',
  frequency: 'Quarterly',
  disclosurePolicy: partnerPolicy,
  indicators: [
    {
      id: 'reoffences-per-reoffender',
      awaitsFile: true,
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
      awaitsFile: true,
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
      alsoCalled: ['juvenile reoffending', 'young offenders reoffending', 'child reoffending'],
      definition:
        'Offenders aged 10 to 17 of the cohort of the year with a proven further offence within 12 months, in percent of the cohort, by age. No figure of both ages together is published by borough.',
      unit: 'PERCENT',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'RESIDENCE_OF_DEFENDANT',
      areaTypes: ['BOROUGH', 'INNER_OUTER', 'REGION', 'COUNTRY'],
      grid: { type: 'FINANCIAL_YEAR' },
      dimensions: [ageBands],
      headline: { 'age-band': '15-to-17' },
      breaks: [cohortsOfThreeMonths],
      caveats: [
        {
          severity: 'CAUTION',
          text: 'The cohort of one borough and age is small, and how many are in it is not published: a difference may be chance. None is given where there were too few.',
        },
      ],
      notMeasuredIn: { E92000001: 'Published for England and Wales together, not for England.' },
    },
    {
      id: 'young-adult-reoffending',
      awaitsFile: true,
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
      awaitsFile: true,
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

const indicator = definitions.indicators.find(({ id }) => id === 'youth-reoffending');

export const dataset: DatasetDefinition = {
  ...definitions,
  ...youthJusticeSource,
  formats: [
    interactiveToolTable(
      'youth justice',
      {
        // The tool's dictionary says of the first that it is of those aged 10 to 14; its rows do not.
        ReoffYO: { indicator, dimensions: { 'age-band': '10-to-14' }, periodOf: yearToMarch },
        'ReoffYO15-17': { indicator, dimensions: { 'age-band': '15-to-17' }, periodOf: yearToMarch },
      },
      ['FirstYJS', 'YJS_Caution-Sentence10-17_YO'],
    ),
  ],
};
