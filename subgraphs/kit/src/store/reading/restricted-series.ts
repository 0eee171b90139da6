import type { AreaType } from '@boroughgraph/schema/vocabulary/core.ts';
import { areaTypeOf } from '../../statistics/area-codes.ts';
import { areas } from '../../statistics/areas.ts';
import { dimensionKey } from '../../statistics/dimensions.ts';
import type { IndicatorDefinition } from '../../statistics/indicator.ts';
import type { SeriesKey } from '../series-columns.ts';

/** What a listing narrows the series of an indicator to. */
export interface Narrowing {
  /** Null for every area; with `sites`, both. */
  readonly areas: readonly string[] | null;
  readonly sites: readonly string[] | null;
  /** Null for every kind. */
  readonly areaType: AreaType | null;
  /** Only series that carry all of these. */
  readonly dimensions: readonly { readonly dimension: string; readonly value: string }[];
}

/**
 * The series of a restricted indicator that a page may list: one for each area that was named, or that the table of areas
 * holds, whether or not a release has it. Which series are stored would itself tell what happened where. Never throws.
 */
export function restrictedKeys(indicator: IndicatorDefinition, given: Narrowing): readonly SeriesKey[] {
  const inputs = given.dimensions;
  const isKnown = inputs.every(({ dimension, value }) =>
    indicator.dimensions.some(
      ({ id, choices }) => id === dimension && choices.some((choice) => choice.value === value),
    ),
  );
  if (!isKnown || (given.areas === null && given.sites !== null)) return [];
  const isWanted = (code: string) => {
    const type = areaTypeOf(code);
    return type !== null && indicator.areaTypes.includes(type) && (given.areaType ?? type) === type;
  };
  const places = new Set(given.areas ?? areas.map(({ code }) => code));
  const key = dimensionKey(Object.fromEntries(inputs.map(({ dimension, value }) => [dimension, value])));
  return [...places].filter(isWanted).map((place) => ({ indicatorId: indicator.id, place, dimensionKey: key }));
}
