import { areaCodePattern, areaTypeOf } from '../../geography/area-codes.ts';
import type { IndicatorDefinition } from '../../statistics/indicator.ts';
import type { ExcludedSeries } from '../read-holdings.ts';
import { readSeriesKeys } from '../read-series.ts';
import type { SeriesKey } from '../series-columns.ts';
import { type Narrowing, restrictedKeys } from './restricted-series.ts';
import type { RememberingSource } from './open-memory.ts';
import type { VisibleReleases } from './visible-releases.ts';

/** Which series are listed. */
export interface SeriesListing extends Narrowing {
  readonly indicators: readonly IndicatorDefinition[];
  /** The day whose releases answer; null is today. */
  readonly asPublishedOn: string | null;
  /** The last key of the page before; null for the first. */
  readonly after: SeriesKey | null;
  readonly limit: number;
}

/**
 * The keys of the series that a listing finds, ordered by indicator, place and dimensions, at least one more than `limit` where
 * there are more. Of what the viewer may not read it lists the series that there could be.
 */
export async function listSeriesKeys(source: RememberingSource, listing: SeriesListing): Promise<readonly SeriesKey[]> {
  const memory = await source.memory();
  const name = JSON.stringify({ ...listing, indicators: listing.indicators.map(({ id }) => id) });
  const known = memory?.seriesKeys.get(name);
  if (known !== undefined) return known;
  const keys = await readListedKeys(source, listing);
  memory?.seriesKeys.set(name, keys);
  return keys;
}

async function readListedKeys(
  { read, releases }: RememberingSource,
  listing: SeriesListing,
): Promise<readonly SeriesKey[]> {
  const { areaType, after } = listing;
  const visible = await releases();
  const answerFor = (indicator: IndicatorDefinition) => visible.answer(indicator, listing.asPublishedOn);
  const loaded = listing.indicators.filter((indicator) => answerFor(indicator) !== null);
  const readable = loaded.filter(({ datasetId }) => visible.isReadable(datasetId));
  for (const indicator of readable) visible.tellListed(indicator, listing.asPublishedOn);
  const releaseNumbers = [...new Set(readable.flatMap((indicator) => answerFor(indicator)?.releaseNumbers ?? []))];
  const stored = await read((store) =>
    readSeriesKeys(store, {
      indicatorIds: readable.map(({ id }) => id),
      places: placesOf(listing),
      placePattern: areaType === null ? null : areaCodePattern(areaType),
      excluded: readable.flatMap((indicator) => unreadableSeries(indicator, visible)),
      dimensions: listing.dimensions.map(({ dimension, value }) => `${dimension}=${value}`),
      releaseNumbers,
      isAnyReplaced: visible.isAnyReplaced(releaseNumbers),
      after,
      limit: listing.limit,
    }),
  );
  const withheld = listing.indicators
    .filter((indicator) => visible.answerToCuts(indicator, listing.asPublishedOn) !== null)
    .flatMap((indicator) => restrictedKeys(indicator, visible.restrictedCutsOf(indicator), listing));
  if (withheld.length === 0) return stored;
  return [...stored, ...withheld.filter((key) => after === null || isAfter(key, after))].sort((a, b) =>
    isAfter(a, b) ? 1 : -1,
  );
}

/** The series of an indicator that the viewer may not read, as the store finds them; none for most. */
export function unreadableSeries(indicator: IndicatorDefinition, visible: VisibleReleases): readonly ExcludedSeries[] {
  return visible.restrictedCutsOf(indicator).map(({ areaTypes, dimension }) => ({
    indicatorId: indicator.id,
    placePatterns: areaTypes?.map(areaCodePattern) ?? null,
    dimension: dimension ?? null,
  }));
}

function placesOf({ areas, sites, areaType }: SeriesListing): readonly string[] | null {
  if (areas === null && sites === null) return null;
  const named = [...(areas ?? []), ...(sites ?? [])];
  return areaType === null ? named : named.filter((code) => areaTypeOf(code) === areaType);
}

/** Whether a key comes after another in the order of the store, which compares byte by byte. */
function isAfter(a: SeriesKey, b: SeriesKey): boolean {
  if (a.indicatorId !== b.indicatorId) return a.indicatorId > b.indicatorId;
  return a.place === b.place ? a.dimensionKey > b.dimensionKey : a.place > b.place;
}
