import DataLoader from 'dataloader';
import { dimensionsOf } from '../../statistics/dimensions.ts';
import { readSeries, textOfKey } from '../read-series.ts';
import type { SeriesKey } from '../series-columns.ts';
import type { StoreSource } from './store-source.ts';
import { type SeriesRequest, StoredSeries, WithheldSeries } from './stored-series.ts';

/** Loads whole series; null where nothing covers the indicator. */
export type SeriesLoader = DataLoader<SeriesRequest, StoredSeries | null, string>;

/** A loader for one request: one statement for each batch, whatever the number of series in it. */
export function createSeriesLoader(source: StoreSource): SeriesLoader {
  return new DataLoader((requests) => source.guard(loadSeries(source, requests)), {
    cacheKeyFn: (request) => `${textOfKey(keyOf(request))} ${request.asPublishedOn ?? ''}`,
  });
}

async function loadSeries(
  { database, releases }: StoreSource,
  requests: readonly SeriesRequest[],
): Promise<readonly (StoredSeries | null)[]> {
  const visible = await releases();
  const seriesOf = ({ dimensionKey, ...of }: SeriesRequest) => ({ ...of, dimensions: dimensionsOf(dimensionKey) });
  const answerTo = (request: SeriesRequest) => visible.answerTo(seriesOf(request), request.asPublishedOn);
  const isReadable = (request: SeriesRequest) => visible.isReadableSeries(seriesOf(request));
  const readable = requests.filter(isReadable);
  const keys = new Map(readable.map((request) => [textOfKey(keyOf(request)), keyOf(request)]));
  // What is served, and what it revises.
  const releaseNumbers = new Set(
    readable.map(answerTo).flatMap((answer) => [...(answer?.releaseNumbers ?? []), ...(answer?.earlierNumbers ?? [])]),
  );
  const records = await readSeries(database, [...keys.values()], [...releaseNumbers]);
  return requests.map((request) => {
    const answer = answerTo(request);
    if (answer === null) return null;
    if (!isReadable(request)) return new WithheldSeries(request, answer);
    return new StoredSeries(request, answer, records.get(textOfKey(keyOf(request))) ?? []);
  });
}

function keyOf({ indicator, place, dimensionKey }: SeriesRequest): SeriesKey {
  return { indicatorId: indicator.id, place, dimensionKey };
}
