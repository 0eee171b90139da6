import {
  type AbsenceReason,
  type AccessTier,
  type Additivity,
  type AreaType,
  type AttributionBasis,
  type PeriodType,
  type Polarity,
  type SearchKind,
  type ValueType,
} from '@boroughgraph/schema/vocabulary/core.ts';

/** For whom figures are. */
export const accessWords: Readonly<Record<AccessTier, string>> = {
  OPEN: 'Open',
  RESTRICTED_AGGREGATE: 'For named users',
};

/** Why nothing is held, in a word or two. */
export const absenceWords: Readonly<Record<AbsenceReason, string>> = {
  AWAITED: 'awaited from its publisher',
  RESTRICTED: 'for named users',
  RECALLED: 'recalled',
  WORKED_OUT: 'worked out for one area at a time',
  NOT_MEASURED_HERE: 'not measured here',
  NOT_YET_PUBLISHED: 'not yet published',
  OTHER_PERIOD_TYPE: 'held in other periods',
  NO_DENOMINATOR: 'without a denominator',
};

/** What kind of statistic a value is. */
export const valueTypeWords: Readonly<Record<ValueType, string>> = {
  COUNT: 'A count',
  CRUDE_RATE: 'A rate',
  STANDARDISED_RATE: 'A rate, standardised for age',
  PROPORTION: 'A share of a whole',
  PERCENTAGE_POINT_GAP: 'A gap between two percentages',
  MEAN: 'A mean',
  MEDIAN: 'A median',
  INDEX: 'An index',
  MONEY: 'An amount of money',
};

/** Which way is good. */
export const polarityWords: Readonly<Record<Polarity, string>> = {
  HIGH_IS_GOOD: 'Higher is better',
  LOW_IS_GOOD: 'Lower is better',
  SMALLER_GAP_IS_GOOD: 'A smaller gap is better',
  REPORTING_VOLUME: 'Neither: more may mean that more is reported, or that more happens',
  NO_JUDGEMENT: 'Neither way is good or bad',
};

/** What may be added up. */
export const additivityWords: Readonly<Record<Additivity, string>> = {
  ADDITIVE: 'May be added up over areas and periods',
  ADDITIVE_OVER_AREA_ONLY: 'May be added up over areas, not over periods',
  OVERLAPPING: 'Not to be added up over categories: they overlap',
  NON_ADDITIVE: 'Not to be added up',
};

/** By what a number is attributed to a place. */
export const basisWords: Readonly<Record<AttributionBasis, string>> = {
  PLACE_OF_OFFENCE: 'Where the offence happened',
  RESIDENCE_OF_DEFENDANT: 'Where the defendant lives',
  COURT_OF_HEARING: 'The court that heard it',
  PROVIDER_SITE: 'The hospital that treated it',
  RESIDENCE_OF_PATIENT: 'Where the patient lives',
  PLACE_OF_INCIDENT: 'Where the incident happened',
  RESPONSIBLE_AUTHORITY: 'The authority that is responsible',
  RESIDENCE_OF_RESPONDENT: 'Where whoever was asked lives',
  SUPERVISING_UNIT: 'The unit that supervises',
  EMPLOYER: 'The body that employs',
  LOCATION_OF_SUSPECT: 'Where the suspect was found',
};

const areaWords: Readonly<Partial<Record<AreaType, readonly [one: string, many: string]>>> = {
  COUNTRY: ['country', 'countries'],
  INNER_OUTER: ['half of London, Inner or Outer', 'halves of London, Inner and Outer'],
  LCJB_AREA: ['criminal justice board area', 'criminal justice board areas'],
  CPS_AREA: ['Crown Prosecution Service area', 'Crown Prosecution Service areas'],
  INTEGRATED_CARE_BOARD: ['NHS integrated care board', 'NHS integrated care boards'],
  COMPOSITE: ['combination of areas', 'combinations of areas'],
};

/** Places of a kind, after a number of them. */
export function nameAreas(type: AreaType, count: number): string {
  const plain = type.toLowerCase().replaceAll('_', ' ');
  const [one, many] = areaWords[type] ?? [plain, `${plain}s`];
  return count === 1 ? one : many;
}

/** A kind of period. */
export const periodWords: Readonly<Record<PeriodType, string>> = {
  MONTH: 'Months',
  QUARTER: 'Quarters',
  CALENDAR_YEAR: 'Calendar years',
  FINANCIAL_YEAR: 'Financial years',
  ACADEMIC_YEAR: 'Academic years',
  ROLLING_12_MONTHS: 'Rolling 12 months',
  POOLED_3_YEARS: 'Three years together',
  SNAPSHOT: 'Single days',
};

/** What a search has found. */
export const searchKindWords: Readonly<Record<SearchKind, string>> = {
  INDICATOR: 'Indicator',
  DIMENSION_VALUE: 'Part of an indicator',
  DATASET: 'Dataset',
  AREA: 'Area',
  COURT: 'Court',
  PROVIDER: 'NHS provider',
  MEASURE: 'Measure of a plan',
};
