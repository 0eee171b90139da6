// Generated from the schema by `npm run compose`: do not edit.

/**
 * Overall rating of an inspection, best first.
 * Source: HM Inspectorate of Probation.
 */
export const inspectionRatingValues = [
  'OUTSTANDING',
  'GOOD',
  'REQUIRES_IMPROVEMENT',
  'INADEQUATE',
] as const;
export type InspectionRating = (typeof inspectionRatingValues)[number];

/**
 * Whether a court sits in its own building.
 * Work moves between courts: legally the Crown Court is one court, which may sit anywhere in England and Wales.
 */
export const courtStatusValues = [
  'LISTED',
  'SITTING_ELSEWHERE',
  'NOT_LISTED',
] as const;
export type CourtStatus = (typeof courtStatusValues)[number];

/** What kind of court it is. */
export const courtTierValues = [
  'CROWN',
  'MAGISTRATES',
  'COUNTY',
  'FAMILY',
  'TRIBUNAL',
  'COMBINED',
  'UNKNOWN',
] as const;
export type CourtTier = (typeof courtTierValues)[number];

/**
 * Part of the life of a case that was completed in the period.
 * The median of one stage may be 0 days, which is a value.
 * Source: Ministry of Justice, Criminal court statistics quarterly.
 */
export const timelinessStageValues = [
  'OFFENCE_TO_CHARGE',
  'CHARGE_TO_FIRST_LISTING',
  'FIRST_LISTING_TO_COMPLETION',
  'CHARGE_TO_SENDING',
  'SENDING_TO_MAIN_HEARING',
  'MAIN_HEARING_TO_COMPLETION',
  'RECEIPT_TO_COMPLETION',
  'CHARGE_TO_COMPLETION',
  'OFFENCE_TO_COMPLETION',
] as const;
export type TimelinessStage = (typeof timelinessStageValues)[number];

/** Which statistic of the days that cases took. */
export const timelinessStatisticValues = [
  'MEDIAN',
  'MEAN',
] as const;
export type TimelinessStatistic = (typeof timelinessStatisticValues)[number];

/** Age of offenders when they entered the cohort. */
export const ageGroupValues = [
  'ALL',
  'ADULT',
  'JUVENILE',
] as const;
export type AgeGroup = (typeof ageGroupValues)[number];
