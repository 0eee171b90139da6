import { measureBytes } from '@boroughgraph/schema/caching/memory-size.ts';
import { LRUCache } from 'lru-cache';
import type { Catalogue } from '../catalogue.ts';
import type { FactOfRelease } from '../read-facts.ts';
import type { SeriesKey } from '../series-columns.ts';
import type { SiteRecord } from '../site.ts';
import type { VolumeMemory } from '../volumes/volume-memory.ts';
import type { StoreSource } from './store-source.ts';
import type { StoredSeries } from './stored-series.ts';

/**
 * The most memory that series of one state of a catalogue take, about, in bytes: a thousand of fifteen years by month. All boroughs by the
 * offences of five groups, and what the pages of all boroughs show besides, are as many; with fewer, who asks for much and who asks for little
 * would push out what the other has read.
 */
const maximumSeriesBytes = 48 * 2 ** 20;
/** The same of each of the other kinds. */
const maximumOtherBytes = 4 * 2 ** 20;
/** A thing without much in it, its name included, in bytes. */
const entryBytes = 400;

/**
 * What has been read of one state of an agency's store for everybody, by texts of what was asked for, to be answered again without the
 * store. It belongs to a catalogue, which is made anew with every load, recall and end of an embargo, and nothing of it outlives that.
 * What anybody reads by an agreement is never in it. Each part is bounded in bytes; the longest unread goes first.
 */
class OpenMemory {
  readonly series = new LRUCache<string, Remembered<StoredSeries>>({
    maxSize: maximumSeriesBytes,
    sizeCalculation: ({ found }) => entryBytes + (found?.estimatedBytes ?? 0),
  });
  readonly seriesKeys = sizedByText<readonly SeriesKey[]>();
  readonly facts = sizedByText<readonly unknown[]>();
  readonly fact = sizedByText<Remembered<FactOfRelease>>();
  readonly sites = sizedByText<Remembered<SiteRecord>>();
}

/** What was found, or that nothing is there, which is known as well. */
interface Remembered<Value> {
  readonly found: Value | null;
}

/** What the parts of one reading read from, and what is remembered of it. */
export interface RememberingSource extends StoreSource {
  /** Of the state that the request sees; null for whoever may read more than everybody, of whom nothing is kept. */
  readonly memory: () => Promise<OpenMemory | null>;
  /** Of all states; null for the same. */
  readonly volumes: VolumeMemory | null;
}

const memories = new WeakMap<Catalogue, OpenMemory>();

/** The memory of a state of the store, which goes when nobody has that state any more. Never throws. */
export function memoryOf(catalogue: Catalogue): OpenMemory {
  const known = memories.get(catalogue);
  if (known !== undefined) return known;
  const memory = new OpenMemory();
  memories.set(catalogue, memory);
  return memory;
}

/** What is asked for, and the name by which it is remembered. */
export interface Asked<Key> {
  readonly name: string;
  readonly key: Key;
}

/**
 * What is asked for, in its order: remembered, or read in one step and remembered. Without a memory all of it is read. `read` gives as
 * many values as it is given keys.
 */
export async function rememberedOrRead<Key, Value extends object>(
  memory: LRUCache<string, Value> | null,
  asked: readonly Asked<Key>[],
  read: (keys: readonly Key[]) => Promise<readonly Value[]>,
): Promise<readonly Value[]> {
  const known = new Map(asked.map(({ name }) => [name, memory?.get(name)]));
  const unknown = asked.filter(({ name }) => known.get(name) === undefined);
  const found = unknown.length === 0 ? [] : await read(unknown.map(({ key }) => key));
  unknown.forEach(({ name }, index) => {
    known.set(name, found[index]);
    memory?.set(name, found[index]);
  });
  return asked.flatMap(({ name }) => known.get(name) ?? []);
}

/** A memory of what came as JSON, or could have. */
function sizedByText<Value extends object>(): LRUCache<string, Value> {
  return new LRUCache({
    maxSize: maximumOtherBytes,
    sizeCalculation: (value) => entryBytes + measureBytes(value),
  });
}
