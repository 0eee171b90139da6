// Generated from the schema by `npm run compose`: do not edit.

/** Which of two published measures of the same thing. */
export const measureValues = [
  'COUNT',
  'RATE',
] as const;
export type Measure = (typeof measureValues)[number];

/** Whether the priorities of wards were taken up in one of their borough. */
export const wardInputValues = [
  'TAKEN_UP',
  'NOT_TAKEN_UP',
  'UNKNOWN',
] as const;
export type WardInput = (typeof wardInputValues)[number];

/** What kind of promise a measure is. */
export const measureKindValues = [
  'MEASURE',
  'MILESTONE',
  'COMMITMENT',
  'STANDARD',
  'RECOMMENDATION',
] as const;
export type MeasureKind = (typeof measureKindValues)[number];

/** Whether anybody collects the figures of a measure. */
export const measureCollectionValues = [
  'COLLECTED',
  'NOT_COLLECTED',
  'UNKNOWN',
] as const;
export type MeasureCollection = (typeof measureCollectionValues)[number];

/** How far something had come on a day. */
export const progressStateValues = [
  'NOT_STARTED',
  'ON_TRACK',
  'BEHIND',
  'DONE',
] as const;
export type ProgressState = (typeof progressStateValues)[number];

/** Whether what measures a measure and its successor compares. */
export const successorComparisonValues = [
  'SAME_SERIES',
  'OTHER_PART',
] as const;
export type SuccessorComparison = (typeof successorComparisonValues)[number];

/** What a change of a figure came from. */
export const changeCauseValues = [
  'OFFENDING',
  'RECORDING',
  'BOTH',
  'UNKNOWN',
] as const;
export type ChangeCause = (typeof changeCauseValues)[number];

/** What a number of a plan says of the world. */
export const factNatureValues = [
  'REPORTED',
  'ESTIMATED',
  'PLANNED',
  'EXPERIMENTAL',
] as const;
export type FactNature = (typeof factNatureValues)[number];

/** How exactly a document states a number. */
export const factPrecisionValues = [
  'EXACT',
  'ABOUT',
  'MORE_THAN',
  'LESS_THAN',
] as const;
export type FactPrecision = (typeof factPrecisionValues)[number];
