import type { AreaType } from '@boroughgraph/schema/vocabulary/core.ts';
import { areaTypeOf } from '../../geography/area-codes.ts';
import { areas } from '../../geography/areas.ts';
import { dimensionKey, type Dimensions } from '../../statistics/dimensions.ts';
import type { IndicatorDefinition, RestrictedCut } from '../../statistics/indicator.ts';
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
 * The series of an indicator in the cuts of it that are restricted which a page may list, each once: one for each area or site that was named,
 * or area that the table of areas holds, whether or not a release has it. Which series are stored would itself tell what happened where. Series
 * that are narrowed by a dimension are listed for whoever asks for its value. Never throws.
 */
export function restrictedKeys(
  indicator: IndicatorDefinition,
  cuts: readonly RestrictedCut[],
  given: Narrowing,
): readonly SeriesKey[] {
  const inputs = given.dimensions;
  const isKnown = inputs.every(({ dimension, value }) =>
    indicator.dimensions.some(
      ({ id, choices }) => id === dimension && choices.some((choice) => choice.value === value),
    ),
  );
  if (!isKnown) return [];
  const asked: Dimensions = Object.fromEntries(inputs.map(({ dimension, value }) => [dimension, value]));
  const key = dimensionKey(asked);
  const places = cuts
    .filter(({ dimension }) => dimension === undefined || asked[dimension] !== undefined)
    .flatMap((cut) => [...placesIn(indicator, cut, given), ...sitesIn(indicator, cut, given)]);
  return [...new Set(places)].map((place) => ({ indicatorId: indicator.id, place, dimensionKey: key }));
}

/**
 * The sites that were named, whether or not there are any such: which ones a file has is not told. Where none is named none is listed, since
 * no table has them all.
 */
function sitesIn({ siteKind }: IndicatorDefinition, cut: RestrictedCut, given: Narrowing): readonly string[] {
  if (siteKind === undefined || cut.areaTypes !== undefined || given.areaType !== null) return [];
  return (given.sites ?? []).filter((id) => id === (id.includes(':') ? id.toLowerCase() : id.toUpperCase()));
}

/** The areas on which a cut is measured, of those that were asked for. */
function placesIn({ areaTypes }: IndicatorDefinition, cut: RestrictedCut, given: Narrowing): readonly string[] {
  if (given.areas === null && given.sites !== null) return [];
  const places = new Set(given.areas ?? areas.map(({ code }) => code));
  return [...places].filter((code) => {
    const type = areaTypeOf(code);
    const isInCut = type !== null && areaTypes.includes(type) && (cut.areaTypes?.includes(type) ?? true);
    return isInCut && (given.areaType ?? type) === type;
  });
}
