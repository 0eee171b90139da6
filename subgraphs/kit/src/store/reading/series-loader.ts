import DataLoader from 'dataloader';
import { dimensionsOf } from '../../statistics/dimensions.ts';
import { readReplacedSeries, readUnknownSeries } from '../read-series.ts';
import { type SeriesKey, textOfKey } from '../series-columns.ts';
import { noRows } from '../series-rows.ts';
import { VolumeMemory } from '../volumes/volume-memory.ts';
import type { NarrowingsReader } from './held-narrowings.ts';
import { rememberedOrRead, type RememberingSource } from './open-memory.ts';
import type { ReadingWatch } from './store-source.ts';
import { SeriesOfOwnPlace, WithheldSeries } from './limited-series.ts';
import { type SeriesRequest, StoredSeries } from './stored-series.ts';
import type { VisibleReleases } from './visible-releases.ts';

/** Loads whole series; null where nothing covers the indicator. */
export type SeriesLoader = DataLoader<SeriesRequest, StoredSeries | null, string>;

/** A loader for one request: one statement for each batch, whatever the number of series in it. */
export function createSeriesLoader(
  source: RememberingSource,
  narrowings: NarrowingsReader,
  { onSample }: Pick<ReadingWatch, 'onSample'>,
): SeriesLoader {
  const readFound = async (requests: readonly SeriesRequest[]) => {
    const read = await loadSeries(source, narrowings, requests);
    return read.map((found) => ({ found }));
  };
  const load = async (requests: readonly SeriesRequest[]) => {
    const asked = requests.map((request) => ({ name: nameOf(request), key: request }));
    const series = await rememberedOrRead((await source.memory())?.series ?? null, asked, readFound);
    const visible = await source.releases();
    return series.map(({ found }, index) => {
      const request = requests[index];
      if (found === null || request === undefined) return null;
      const series = seriesOf(request);
      // Of what the viewer may not read the answer has no figure, made up or not.
      if (found.isSynthetic && visible.isReadableSeries(series)) onSample?.(request.indicator.datasetId);
      const statusAt = (position: number) => found.cell(position).reading?.status ?? null;
      visible.tellSeries(series, { answer: found.answer, statusAt });
      return found;
    });
  };
  return new DataLoader(load, { cacheKeyFn: nameOf });
}

const nameOf = (request: SeriesRequest) => `${textOfKey(keyOf(request))} ${request.asPublishedOn ?? ''}`;

async function loadSeries(
  { read, releases, volumes }: RememberingSource,
  narrowings: NarrowingsReader,
  requests: readonly SeriesRequest[],
): Promise<readonly (StoredSeries | null)[]> {
  const visible = await releases();
  const asked = requests.map((request) => askedOf(request, visible));
  const readable = asked.filter(({ isReadable }) => isReadable);
  const keys = new Map(readable.map(({ name, request }) => [name, keyOf(request)]));
  // What is served, and what it revises: many series have one answer, of a long history.
  const answers = [...new Set(readable.map(({ answer }) => answer))];
  const answering = answers.flatMap((answer) => [...(answer?.releaseNumbers ?? []), ...(answer?.earlierNumbers ?? [])]);
  const releaseNumbers = [...new Set(answering)];
  const wanted = { keys: [...keys.values()], releaseNumbers };
  const rows = await read((store) =>
    visible.isAnyReplaced(releaseNumbers)
      ? readReplacedSeries(store, wanted)
      : readUnknownSeries(store, wanted, volumes ?? new VolumeMemory()),
  );
  // Only what is missing in a release may have ended, or not begun.
  const lacking = readable.flatMap(({ request, name, answer }) =>
    request.dimensionKey !== '' && (rows.get(name)?.count ?? 0) < (answer?.releaseNumbers.length ?? 0)
      ? (answer?.releaseNumbers ?? [])
      : [],
  );
  const held = lacking.length === 0 ? null : await narrowings(read, [...new Set(lacking)], visible.access);
  return asked.map(({ request, name, answer, isReadable }) => {
    if (answer === null) return null;
    if (!isReadable) return new WithheldSeries(request, answer);
    const stored = { rows: rows.get(name) ?? noRows, held };
    return visible.isReadable(request.indicator.datasetId)
      ? new StoredSeries(request, answer, stored)
      : new SeriesOfOwnPlace(request, answer, stored);
  });
}

/** A request, with what the viewer may know of what it asks for. */
function askedOf(request: SeriesRequest, visible: VisibleReleases) {
  const series = seriesOf(request);
  return {
    request,
    name: textOfKey(keyOf(request)),
    answer: visible.answerTo(series, request.asPublishedOn),
    isReadable: visible.isReadableSeries(series),
  };
}

function seriesOf({ dimensionKey, ...of }: SeriesRequest) {
  return { ...of, dimensions: dimensionsOf(dimensionKey) };
}

function keyOf({ indicator, place, dimensionKey }: SeriesRequest): SeriesKey {
  return { indicatorId: indicator.id, place, dimensionKey };
}
