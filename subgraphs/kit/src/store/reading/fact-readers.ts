import DataLoader from 'dataloader';
import type { ReleaseRecord } from '../release-record.ts';
import { type FactOfRelease, readFacts, readFactsByKey, readNewestFacts } from '../read-facts.ts';
import { siteFactKind, siteOfFact, type SiteRecord } from '../site.ts';
import { rememberedOrRead, type RememberingSource } from './open-memory.ts';

/** Reads what releases state beside their numbers. */
export interface FactReaders {
  /**
   * The facts of one kind that the newest release of a dataset with any of it states, in the order of their keys; none without such a
   * release. With a day, the newest that was published by its end.
   */
  readonly facts: (datasetId: string, kind: string, asPublishedOn?: string | null) => Promise<readonly unknown[]>;
  /** One fact by its key, batched, as the newest release of the dataset that states it does; null where none does. */
  readonly fact: (datasetId: string, kind: string, key: string) => Promise<FactOfRelease | null>;
  /** The facts of one kind that any release of a dataset states, each as the newest that does, in the order of their keys. */
  readonly allFacts: (datasetId: string, kind: string) => Promise<readonly unknown[]>;
}

/** Sites by id, each as the newest release that names it describes it; null for one that none does. */
export type SiteLoader = DataLoader<string, SiteRecord | null>;

/** Readers of facts for one request: the same list is read once in it. */
export function createFactReaders(source: RememberingSource): FactReaders {
  const { read, releases, memory } = source;
  const remembered = new Map<string, Promise<readonly unknown[]>>();
  const once = (name: string, readList: () => Promise<readonly unknown[]>) => {
    const facts = remembered.get(name) ?? kept(name, readList);
    remembered.set(name, facts);
    return facts;
  };
  const kept = async (name: string, readList: () => Promise<readonly unknown[]>) => {
    const lists = (await memory())?.facts;
    const facts = lists?.get(name) ?? (await readList());
    lists?.set(name, facts);
    return facts;
  };
  const loaders = new Map<string, DataLoader<string, FactOfRelease | null>>();
  const loaderOf = (datasetId: string, kind: string) => {
    const name = `${datasetId} ${kind}`;
    const loader = loaders.get(name) ?? createFactLoader(source, datasetId, kind);
    loaders.set(name, loader);
    return loader;
  };
  return {
    facts: (datasetId, kind, asPublishedOn = null) =>
      once(`newest ${datasetId} ${kind} ${asPublishedOn ?? ''}`, async () => {
        const stating = (await releases()).releasesOf(datasetId, asPublishedOn);
        return read((store) => readFacts(store, kind, numbersOf(stating)));
      }),
    fact: (datasetId, kind, key) => loaderOf(datasetId, kind).load(key),
    allFacts: (datasetId, kind) =>
      once(`all ${datasetId} ${kind}`, async () => {
        const stating = (await releases()).releasesOf(datasetId);
        return read((store) => readNewestFacts(store, kind, numbersOf(stating)));
      }),
  };
}

function createFactLoader(
  { read, releases, memory }: RememberingSource,
  datasetId: string,
  kind: string,
): DataLoader<string, FactOfRelease | null> {
  const readFound = async (keys: readonly string[]) => {
    const stating = (await releases()).releasesOf(datasetId);
    const byNumber = new Map(stating.map((release) => [release.number, release]));
    const stated = await read((store) => readFactsByKey(store, { kind, keys, releaseNumbers: numbersOf(stating) }));
    return keys.map((key) => {
      const found = stated.get(key);
      const release = byNumber.get(found?.releaseNumber ?? Number.NaN);
      return { found: found === undefined || release === undefined ? null : { body: found.body, release } };
    });
  };
  return new DataLoader(async (keys) => {
    const facts = (await memory())?.fact ?? null;
    const kept = await rememberedOrRead(
      facts,
      keys.map((key) => ({ name: `${datasetId} ${kind} ${key}`, key })),
      readFound,
    );
    return kept.map(({ found }) => found);
  });
}

/** A loader of sites for one request: one statement for each batch. */
export function createSiteLoader({ read, releases, memory }: RememberingSource): SiteLoader {
  const readFound = async (ids: readonly string[]) => {
    const visible = await releases();
    const releaseNumbers = visible.describingNumbers();
    const stated = await read((store) => readFactsByKey(store, { kind: siteFactKind, keys: ids, releaseNumbers }));
    return ids.map((id) => {
      const site = stated.get(id);
      if (site === undefined) return { found: null };
      visible.tellDescribed(site.releaseNumber);
      return { found: siteOfFact(site.body) };
    });
  };
  return new DataLoader(async (ids) => {
    const sites = (await memory())?.sites ?? null;
    const kept = await rememberedOrRead(
      sites,
      ids.map((id) => ({ name: id, key: id })),
      readFound,
    );
    return kept.map(({ found }) => found);
  });
}

const numbersOf = (releases: readonly ReleaseRecord[]) => releases.map(({ number }) => number);
