// Generated from the schema by `npm run compose`: do not edit.

/** Which of two published measures of the same thing. */
export const measureValues = [
  'COUNT',
  'RATE',
] as const;
export type Measure = (typeof measureValues)[number];

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
