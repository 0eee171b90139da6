import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import {
  financialYear,
  interactiveToolTable,
  yearToDecember,
} from '@boroughgraph/kit/datasets/interactive-tool-table.ts';
import { youthJusticeSource } from '../youth-justice-source.ts';

/** Source: Youth Justice Board, Youth justice statistics, notes; Department for Education, Local Authority Interactive Tool. */
const residence = [
  {
    severity: 'CAUTION',
    text: 'By where the child lives, estimated from the address that the police recorded. A rate of a borough rests on few children, and moves by chance.',
  },
] as const;

const definitions = awaitedDataset({
  id: 'first-time-entrants',
  title: 'First-time entrants to the youth justice system',
  publisher: 'the Ministry of Justice and the Youth Justice Board',
  description:
    'Children with a first caution or conviction, from the Police National Computer, by borough of residence: rates of the years to December, and children cautioned or sentenced, which the Local Authority Interactive Tool of the Department for Education republishes.',
  designation: 'OFFICIAL_STATISTICS',
  accessTier: 'OPEN',
  frequency: 'Quarterly',
  disclosurePolicy: {
    ...partnerPolicy,
    id: 'youth-justice-1-5',
    description:
      'Counts of 1 to 5 are withheld, and others where they would reveal them; zeros are shown. The rule of this project until the publisher states another. Rates come as the publisher prints them, without the count, and it leaves out those on too few children.',
  },
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
      awaitsFile: true,
      name: 'First-time entrants',
      alsoCalled: ['FTE', 'FTEs', 'first time entrants', 'new young offenders'],
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
      alsoCalled: ['FTE rate', 'first-time entrants rate'],
      definition: 'First-time entrants for each 100,000 residents aged 10 to 17, in windows of 12 months.',
      unit: 'PER_100000',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'RESIDENCE_OF_DEFENDANT',
      areaTypes: ['BOROUGH', 'REGION', 'COUNTRY'],
      grid: { type: 'ROLLING_12_MONTHS' },
      notMeasuredIn: { E92000001: 'Published for England and Wales together, not for England.' },
      caveats: residence,
    },
    {
      id: 'children-cautioned-or-sentenced-rate',
      name: 'Children cautioned or sentenced per 10,000',
      alsoCalled: [
        'young offenders',
        'youth offending',
        'youth crime',
        'juvenile offenders',
        'youth justice',
        'youth cautions',
        'children sentenced',
        'juvenile delinquency',
      ],
      definition:
        'Children aged 10 to 17 who were cautioned or sentenced in the year, for each 10,000 residents of that age, as published.',
      unit: 'PER_10000',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'RESIDENCE_OF_DEFENDANT',
      areaTypes: ['BOROUGH'],
      grid: { type: 'FINANCIAL_YEAR' },
      notMeasuredIn: {
        E09000001:
          'The City of London shares the youth justice service of Tower Hamlets, whose rate is printed for it again: it has none of its own.',
      },
      caveats: residence,
    },
  ],
});

const named = (id: string) => definitions.indicators.find((indicator) => indicator.id === id);

export const dataset: DatasetDefinition = {
  ...definitions,
  ...youthJusticeSource,
  formats: [
    interactiveToolTable(
      'youth justice',
      {
        FirstYJS: {
          indicator: named('first-time-entrants-pnc-rate'),
          periodOf: yearToDecember,
          notOf: { E92000001: 'England: what the tool prints is no rate per 100,000' },
        },
        'YJS_Caution-Sentence10-17_YO': {
          indicator: named('children-cautioned-or-sentenced-rate'),
          periodOf: financialYear,
        },
      },
      ['ReoffYO', 'ReoffYO15-17'],
    ),
  ],
};
