import { type Dimension, dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import type { IndicatorDefinition, SeriesBreak } from '@boroughgraph/kit/statistics/indicator.ts';
import type { ObservationFlag } from '@boroughgraph/schema/vocabulary/core.ts';

/** One indicator of Fingertips, with what its rows are read by. */
export interface FingertipsIndicator {
  readonly definition: IndicatorDefinition;
  /** The age for which it is defined, as the publisher writes it: rows of that age are the total, others a part of it. */
  readonly age: string;
  /** What its definition says of each of its values. */
  readonly flags: readonly ObservationFlag[];
}

/** Ages as the publisher writes them, with values that keep what the signs say. */
const ages: Dimension = {
  id: 'age',
  label: 'Age',
  choices: [
    { value: 'under-16', label: '<16 yrs' },
    { value: 'under-18', label: '<18 yrs' },
    { value: '16-and-over', label: '16+ yrs' },
    { value: '18-and-over', label: '18+ yrs' },
  ],
};

/** Tenths of areas, the most deprived first. Source: Fingertips, categories of the type "deprivation deciles in England". */
const categories = dimension('category', 'Category', [
  'Most deprived decile',
  'Second most deprived decile',
  'Third more deprived decile',
  'Fourth more deprived decile',
  'Fifth more deprived decile',
  'Fifth less deprived decile',
  'Fourth less deprived decile',
  'Third less deprived decile',
  'Second least deprived decile',
  'Least deprived decile',
]);

/** How Fingertips breaks down any of its indicators. Persons, the indicator's own age and no category are the total. */
const dimensions: readonly Dimension[] = [dimension('sex', 'Sex', ['Male', 'Female']), ages, categories];

/** What the indicators of Fingertips have in common here. */
const shared = {
  datasetId: 'fingertips',
  decimals: 1,
  additivity: 'NON_ADDITIVE',
  areaTypes: ['BOROUGH', 'REGION'],
  dimensions,
} as const;
const calendarYears = { grid: { type: 'CALENDAR_YEAR' } } as const;
const financialYears = { grid: { type: 'FINANCIAL_YEAR' } } as const;
const percent = { unit: 'PERCENT', valueType: 'PROPORTION', multiplier: 100 } as const;
const per1000 = { unit: 'PER_1000', valueType: 'CRUDE_RATE', multiplier: 1_000 } as const;

/** The police of London record in another system; every place that is held lies in London. */
const connect: SeriesBreak = {
  at: '2024-02-28',
  kind: 'SYSTEM',
  note: 'The Metropolitan Police replaced its recording system CRIS by CONNECT: marks such as domestic abuse are not comparable across it.',
  source: 'Metropolitan Police Service, answers to requests 01.FOI.25.042468 and 01.FOI.24.040634',
};

/**
 * The indicators of the profile "Co-occurring substance misuse and mental health issues", by the publisher's number.
 *
 * Source: Public Health England (now Office for Health Improvement and Disparities), Fingertips, definitions of indicators.
 */
export const fingertipsIndicators: Readonly<Record<string, FingertipsIndicator>> = {
  1730: {
    age: 'All ages',
    flags: [],
    definition: {
      ...shared,
      ...calendarYears,
      ...percent,
      id: 'fingertips-1730',
      name: 'People living in the 20% most deprived areas of England',
      alsoCalled: ['deprivation'],
      definition:
        'Residents of small areas that are among the most deprived fifth of England, in percent of all residents.',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'RESIDENCE_OF_RESPONDENT',
      typicalRange: [1, 60],
    },
  },
  10101: {
    age: '<16 yrs',
    flags: [],
    definition: {
      ...shared,
      ...calendarYears,
      ...percent,
      id: 'fingertips-10101',
      name: 'Children in low income families, under 16',
      alsoCalled: ['child poverty', 'poor children', 'low-income families'],
      definition:
        'Children under 16 in families that receive out-of-work benefits, or tax credits with an income of less than 60% of the median, in percent of all of that age.',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'RESIDENCE_OF_RESPONDENT',
      typicalRange: [8, 32],
    },
  },
  11202: {
    age: 'All ages',
    flags: [],
    definition: {
      ...shared,
      ...financialYears,
      ...per1000,
      id: 'fingertips-11202',
      name: 'Violence offences',
      alsoCalled: ['violent crime', 'violence rate', 'violence'],
      definition:
        'Violence against the person recorded by the police in the financial year, per 1,000 residents. What is recorded depends on what is reported, and on how.',
      polarity: 'REPORTING_VOLUME',
      attributionBasis: 'PLACE_OF_OFFENCE',
      breaks: [
        {
          at: '2023-05-01',
          kind: 'DEFINITION',
          note: 'Stalking, harassment and other courses of conduct are no longer counted beside a graver crime against the same victim.',
          source: 'Home Office, Crime recording rules for frontline officers and staff, 2023',
        },
        connect,
      ],
      typicalRange: [12, 40],
    },
  },
  11501: {
    age: 'Not applicable',
    flags: [],
    definition: {
      ...shared,
      ...financialYears,
      ...per1000,
      id: 'fingertips-11501',
      name: 'Statutory homelessness',
      alsoCalled: ['homeless', 'homelessness'],
      definition:
        'Households accepted as unintentionally homeless and in priority need in the financial year, per 1,000 households.',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'RESPONSIBLE_AUTHORITY',
      typicalRange: [1, 9],
    },
  },
  90402: {
    age: '<18 yrs',
    flags: [],
    definition: {
      ...shared,
      ...financialYears,
      unit: 'PER_10000',
      valueType: 'CRUDE_RATE',
      multiplier: 10_000,
      id: 'fingertips-90402',
      name: 'Children leaving care',
      alsoCalled: ['care leavers', 'leaving care'],
      definition: 'Children who ceased to be looked after in the financial year, per 10,000 residents under 18.',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'RESPONSIBLE_AUTHORITY',
      typicalRange: [10, 50],
    },
  },
  91126: {
    age: '16+ yrs',
    flags: ['MODELLED'],
    definition: {
      ...shared,
      ...calendarYears,
      ...percent,
      id: 'fingertips-91126',
      name: 'Unemployment, model-based',
      alsoCalled: ['unemployed', 'jobless', 'joblessness', 'out of work'],
      definition:
        'People of 16 and over without work who look for it and could start, in percent of all who work or look for work. Estimated by a model from the Annual Population Survey and claims of benefits.',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'RESIDENCE_OF_RESPONDENT',
      typicalRange: [3, 9],
    },
  },
  91872: {
    age: 'All ages',
    flags: [],
    definition: {
      ...shared,
      ...calendarYears,
      unit: 'SCORE',
      valueType: 'INDEX',
      multiplier: 1,
      // The parts of the index are put on scales of 0 to 100 before they are weighted.
      possible: { high: 100 },
      id: 'fingertips-91872',
      name: 'Deprivation score, 2015',
      alsoCalled: ['IMD score', 'deprivation score', 'Index of Multiple Deprivation'],
      definition:
        'Average score of small areas on the Index of Multiple Deprivation 2015, weighted by residents. Higher is more deprived.',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'RESIDENCE_OF_RESPONDENT',
      typicalRange: [8, 40],
    },
  },
  92863: {
    age: '16+ yrs',
    flags: [],
    definition: {
      ...shared,
      ...financialYears,
      ...per1000,
      id: 'fingertips-92863',
      name: 'Domestic abuse incidents and crimes',
      alsoCalled: ['DA', 'domestic violence rate', 'DV', 'domestic abuse rate'],
      definition:
        'Domestic abuse incidents and crimes recorded by the police in the financial year, per 1,000 residents of 16 and over. Published for police force areas: the rate of a force says nothing of one authority within it.',
      polarity: 'REPORTING_VOLUME',
      attributionBasis: 'PLACE_OF_INCIDENT',
      breaks: [connect],
      typicalRange: [15, 35],
    },
  },
};
