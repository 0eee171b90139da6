import { areaTypeOf } from '@boroughgraph/kit/geography/area-codes.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import { dimensionsOf } from '@boroughgraph/kit/statistics/dimensions.ts';
import { kindsOf } from '@boroughgraph/kit/statistics/period-kinds.ts';
import { guardedReadings } from '@boroughgraph/kit/series/guarded-readings.ts';
import type { Subgraph } from '@boroughgraph/kit/series/subgraph.ts';
import { openStore, type StoreDatabase } from '@boroughgraph/kit/store/database.ts';
import type { StoreReading } from '@boroughgraph/kit/store/reading/reading.ts';
import { type Guard, wantedForGood } from '@boroughgraph/kit/store/reading/store-source.ts';
import type { StoredSeries } from '@boroughgraph/kit/store/reading/stored-series.ts';
import type { AreaType, ObservationFlag } from '@boroughgraph/schema/vocabulary/core.ts';
import { anonymousViewer } from '@boroughgraph/schema/wire/viewer.ts';
import type { HeldFigure, HeldSeries } from './held-series.ts';

/** An agency, and its database as its server reads it. */
export interface ReadableAgency {
  readonly subgraph: Pick<Subgraph, 'name' | 'databaseSchema' | 'datasets'>;
  readonly readerUrl: string;
}

/** Of which series the figures are read. */
export interface WantedSeries {
  /** @default every indicator */
  readonly isWanted?: (indicator: IndicatorDefinition) => boolean;
  /** By how many dimensions a series may be narrowed. @default 2 */
  readonly mostDimensions?: number;
}

/** Series that one statement brings at most. */
const batch = 1_000;
/** Series of one indicator that are read at most: all that boroughs and wider areas have, and the totals of wards. */
const mostSeries = 100_000;

/**
 * What everybody may see of an agency: as its server answers, so that no figure is read that is withheld, restricted or under embargo. Narrowings
 * by several dimensions are left out, and those of small areas.
 *
 * @throws when its database does not answer.
 */
export async function readHeldSeries(
  { subgraph, readerUrl }: ReadableAgency,
  wanted: WantedSeries = {},
): Promise<readonly HeldSeries[]> {
  const store = openToRead({ subgraph, readerUrl });
  try {
    return await readSeriesIn(store, subgraph, wanted);
  } finally {
    await store.close();
  }
}

/** The store of an agency, for reading one thing after another. Connects when it is first read. Never throws. */
export function openToRead({ subgraph, readerUrl }: ReadableAgency): StoreDatabase {
  return openStore({ url: readerUrl, schema: subgraph.databaseSchema, connections: 1 });
}

/** Nobody waits who could go: the store alone ends a reading, and says why. */
const guard: Guard = (read, { signal }) => read(signal);

/** As `readHeldSeries`, of a store that is open and stays so. */
export async function readSeriesIn(
  store: StoreDatabase,
  subgraph: ReadableAgency['subgraph'],
  { isWanted = () => true, mostDimensions = 2 }: WantedSeries = {},
): Promise<readonly HeldSeries[]> {
  const found: HeldSeries[] = [];
  const reading = guardedReadings(subgraph, { database: store, guard }).open(anonymousViewer, wantedForGood());
  for (const dataset of subgraph.datasets.filter(({ accessTier }) => accessTier === 'OPEN'))
    for (const indicator of dataset.indicators.flatMap(kindsOf).filter(isWanted))
      for await (const [series, key] of readIndicator(reading, indicator, mostDimensions)) {
        const figures = figuresOf(series);
        if (figures.size > 0) found.push({ agency: subgraph.name, dataset, indicator, ...key, figures });
      }
  return found;
}

type Key = Pick<HeldSeries, 'place' | 'dimensionKey'>;

async function* readIndicator(
  reading: StoreReading,
  indicator: IndicatorDefinition,
  mostDimensions: number,
): AsyncGenerator<readonly [StoredSeries, Key]> {
  if (indicator.isComputed === true) return;
  const all = { areas: null, sites: null, areaType: null, dimensions: [], asPublishedOn: null, after: null };
  const keys = await reading.seriesKeys({ ...all, indicators: [indicator], limit: mostSeries });
  const wanted = keys.filter((key) => isLookedAt(key, mostDimensions));
  for (let start = 0; start < wanted.length; start += batch) {
    const part = wanted.slice(start, start + batch);
    const requests = part.map(({ place, dimensionKey }) => ({ indicator, place, dimensionKey, asPublishedOn: null }));
    const stored = await reading.series.loadMany(requests);
    reading.series.clearAll();
    for (const [index, series] of stored.entries()) {
      if (series instanceof Error) throw series;
      const key = part[index];
      if (series !== null && key !== undefined) yield [series, key];
    }
  }
}

const smallAreas: readonly (AreaType | null)[] = ['WARD', 'POLICE_NEIGHBOURHOOD'];

/** Whether a series is looked at: narrowings by several dimensions are left out, and those of small areas. Never throws. */
export function isLookedAt({ place, dimensionKey }: Key, mostDimensions: number): boolean {
  const narrowedBy = Object.keys(dimensionsOf(dimensionKey)).length;
  return narrowedBy <= (smallAreas.includes(areaTypeOf(place)) ? 0 : mostDimensions);
}

/** One for all: there are hundreds of thousands of figures. */
export const noFlags: readonly ObservationFlag[] = [];

function figuresOf(series: StoredSeries): ReadonlyMap<number, HeldFigure> {
  const figures = new Map<number, HeldFigure>();
  for (let position = 0; position < series.length; position += 1) {
    const { reading, ordinal, from } = series.cell(position);
    if (reading?.status !== 'PUBLISHED' || reading.value === null || from === null || from.release.isSynthetic)
      continue;
    const { value, numerator = null, denominator = null, flags = noFlags } = reading;
    const { id: release, publishedAt } = from.release;
    figures.set(ordinal, { value, numerator, denominator, flags, release, publishedAt });
  }
  return figures;
}
