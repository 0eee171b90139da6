// Generated from the schema by `npm run compose`: do not edit.

/**
 * Part of London.
 * Source: Office for National Statistics, whose grouping differs from the statutory one.
 */
export const londonPartValues = [
  'INNER',
  'OUTER',
] as const;
export type LondonPart = (typeof londonPartValues)[number];

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
