import DataLoader from 'dataloader';
import type { AreaType } from '@boroughgraph/schema/vocabulary/core.ts';
import { areaTypeOf } from '../../geography/area-codes.ts';
import type { IndicatorDefinition } from '../../statistics/indicator.ts';
import { readExtents, readPublishedPlaces, type StoredAt, type StoredExtent } from '../read-holdings.ts';
import { unreadableSeries } from './series-listing.ts';
import type { StoreSource } from './store-source.ts';
import type { VisibleReleases } from './visible-releases.ts';

/** The ordinals of the first and the last period that have a published figure. */
export interface Extent {
  readonly first: number;
  readonly last: number;
}

/** Where what is held of one indicator begins and ends, and at how many places it is. */
export class Holding {
  /** By a value of a dimension, as keys of series write it; the empty text is all that is published. */
  readonly #extents = new Map<string, Extent>();
  /** By the kind of area; null is that of sites. */
  readonly #counts = new Map<AreaType | null, number>();

  constructor(extents: readonly StoredExtent[], places: readonly StoredAt[]) {
    for (const { dimensionKey, first, last } of extents)
      for (const value of new Set(['', ...dimensionKey.split(';')])) this.#widen(value, { first, last });
    for (const { place } of places) {
      const type = areaTypeOf(place);
      this.#counts.set(type, (this.#counts.get(type) ?? 0) + 1);
    }
  }

  /** Of all that is published; null where nothing is. */
  get extent(): Extent | null {
    return this.#extents.get('') ?? null;
  }

  /** Of what is published with a value of a dimension; null where nothing is. */
  extentOf(dimension: string, value: string): Extent | null {
    return this.#extents.get(`${dimension}=${value}`) ?? null;
  }

  /** How many areas of a kind have a published figure; with null, how many sites. */
  countOf(type: AreaType | null): number {
    return this.#counts.get(type) ?? 0;
  }

  #widen(value: string, { first, last }: Extent): void {
    const known = this.#extents.get(value);
    this.#extents.set(value, {
      first: Math.min(first, known?.first ?? first),
      last: Math.max(last, known?.last ?? last),
    });
  }
}

/** What is held of an indicator in one kind of period. */
export type HoldingLoader = DataLoader<IndicatorDefinition, Holding, string>;

/** What is known of one state of the store, by what a viewer may read and the id of the indicator. */
type Known = Map<string, Holding>;

/**
 * Makes loaders of holdings, one for each request: two statements for each batch of indicators that nobody has asked about since the
 * store has changed, and none for the others.
 */
export function createHoldingLoaders(): (source: StoreSource) => HoldingLoader {
  const states = new WeakMap<object, Known>();
  return (source) =>
    new DataLoader(
      async (indicators) => {
        const visible = await source.releases();
        const known: Known = states.get(visible.state) ?? new Map<string, Holding>();
        states.set(visible.state, known);
        const nameOf = ({ id }: IndicatorDefinition) => `${id} ${visible.access}`;
        const unknown = indicators.filter((indicator) => !known.has(nameOf(indicator)));
        const found = await readHoldings(source, visible, unknown);
        for (const [indicator, holding] of found) known.set(nameOf(indicator), holding);
        return indicators.map((indicator) => known.get(nameOf(indicator)) ?? nothing);
      },
      { cacheKeyFn: ({ id }) => id },
    );
}

const nothing = new Holding([], []);

async function readHoldings(
  { read }: StoreSource,
  visible: VisibleReleases,
  indicators: readonly IndicatorDefinition[],
): Promise<readonly (readonly [IndicatorDefinition, Holding])[]> {
  const numbersOf = new Map(indicators.map((indicator) => [indicator.id, answeringNumbers(indicator, visible)]));
  const releaseNumbers = [...new Set([...numbersOf.values()].flatMap((numbers) => [...numbers]))];
  const query = {
    indicatorIds: indicators.map(({ id }) => id),
    releaseNumbers,
    excluded: indicators.flatMap((indicator) => unreadableSeries(indicator, visible)),
    isAnyReplaced: visible.isAnyReplaced(releaseNumbers),
  };
  if (releaseNumbers.length === 0) return indicators.map((indicator) => [indicator, nothing]);
  const [extents, places] = await read(
    async (store) => [await readExtents(store, query), await readPublishedPlaces(store, query)] as const,
  );
  // A release that answers for one indicator may have figures of another that a later one replaces.
  const answering = extents.filter(({ indicatorId, releaseNumber }) => numbersOf.get(indicatorId)?.has(releaseNumber));
  return indicators.map((indicator) => [
    indicator,
    new Holding(
      answering.filter(({ indicatorId }) => indicatorId === indicator.id),
      places.filter(({ indicatorId }) => indicatorId === indicator.id),
    ),
  ]);
}

/** The releases that answer for an indicator; none where the viewer may not read it. */
function answeringNumbers(indicator: IndicatorDefinition, visible: VisibleReleases): ReadonlySet<number> {
  const answer = visible.isReadable(indicator.datasetId) ? visible.answer(indicator, null) : null;
  return new Set(answer?.releaseNumbers ?? []);
}
