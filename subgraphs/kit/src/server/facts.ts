import DataLoader from 'dataloader';
import type { Catalogue, ReleaseRecord } from '../store/catalogue.ts';
import type { StoreDatabase } from '../store/database.ts';
import { readFacts, readFactsByKey, readNewestFacts } from '../store/read-facts.ts';
import { fromStore } from './errors.ts';

/** A fact and the release that states it. */
export interface FactOfRelease {
  readonly body: unknown;
  readonly release: ReleaseRecord;
}

/** Reads what releases state beside their numbers. */
export interface FactReaders {
  /**
   * The facts of one kind that the newest release of a dataset states, in the order of their keys; none without a release.
   * With a day, the newest release that was published by its end.
   */
  readonly facts: (datasetId: string, kind: string, asPublishedOn?: string | null) => Promise<readonly unknown[]>;
  /** One fact by its key, batched, as the newest release of the dataset that states it does; null where none does. */
  readonly fact: (datasetId: string, kind: string, key: string) => Promise<FactOfRelease | null>;
  /** The facts of one kind that any release of a dataset states, each as the newest that does, in the order of their keys. */
  readonly allFacts: (datasetId: string, kind: string) => Promise<readonly unknown[]>;
}

/** Readers of facts for one request: the same list is read once in it. */
export function createFactReaders(database: StoreDatabase, catalogue: () => Promise<Catalogue>): FactReaders {
  const remembered = new Map<string, Promise<readonly unknown[]>>();
  const once = (key: string, read: () => Promise<readonly unknown[]>) => {
    const facts = remembered.get(key) ?? read();
    remembered.set(key, facts);
    return facts;
  };
  const loaders = new Map<string, DataLoader<string, FactOfRelease | null>>();
  const loaderOf = (datasetId: string, kind: string) => {
    const name = `${datasetId} ${kind}`;
    const loader =
      loaders.get(name) ?? createFactLoader(database, async () => (await catalogue()).releasesOf(datasetId), kind);
    loaders.set(name, loader);
    return loader;
  };
  return {
    facts: (datasetId, kind, asPublishedOn = null) =>
      once(`newest ${datasetId} ${kind} ${asPublishedOn ?? ''}`, async () => {
        const [newest] = (await catalogue()).releasesOf(datasetId, asPublishedOn);
        return newest === undefined ? [] : fromStore(readFacts(database, kind, newest.number));
      }),
    fact: (datasetId, kind, key) => loaderOf(datasetId, kind).load(key),
    allFacts: (datasetId, kind) =>
      once(`all ${datasetId} ${kind}`, async () => {
        const releases = (await catalogue()).releasesOf(datasetId);
        return fromStore(readNewestFacts(database, kind, numbersOf(releases)));
      }),
  };
}

function createFactLoader(
  database: StoreDatabase,
  releasesNewestFirst: () => Promise<readonly ReleaseRecord[]>,
  kind: string,
): DataLoader<string, FactOfRelease | null> {
  return new DataLoader(async (keys) => {
    const releases = await releasesNewestFirst();
    const byNumber = new Map(releases.map((release) => [release.number, release]));
    const stated = await fromStore(readFactsByKey(database, { kind, keys, releaseNumbers: numbersOf(releases) }));
    return keys.map((key) => {
      const found = stated.get(key);
      const release = byNumber.get(found?.releaseNumber ?? Number.NaN);
      return found === undefined || release === undefined ? null : { body: found.body, release };
    });
  });
}

const numbersOf = (releases: readonly ReleaseRecord[]) => releases.map(({ number }) => number);
