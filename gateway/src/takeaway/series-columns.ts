/**
 * The fields of a Series that are columns, whose elements at one position are one observation, and what each element is called in a
 * row. Source: schema/core.graphql.
 */
export const seriesColumns: ReadonlyMap<string, string> = new Map([
  ['periodIds', 'period_id'],
  ['values', 'value'],
  ['statuses', 'status'],
  ['flags', 'flags'],
  ['lowers', 'lower'],
  ['uppers', 'upper'],
  ['numerators', 'numerator'],
  ['denominators', 'denominator'],
  ['releaseIds', 'release_id'],
]);

/** Those without which a row of columns does not say what it is: they are added where an operation lacks them. */
export const neededColumns: readonly string[] = ['periodIds', 'values', 'statuses'];

/**
 * Types whose lists say something of the thing that has them, so that they share cells of its row: what a series is broken down by,
 * and what is to be known of it.
 */
export const describingTypes: ReadonlySet<string> = new Set(['DimensionValue', 'Caveat', 'SeriesBreak']);
