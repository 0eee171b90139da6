import { LRUCache } from 'lru-cache';
import { readNarrowings } from '../read-series.ts';
import type { StoreSource } from './store-source.ts';

/** The narrowings that a release has at any place, each as `textOfNarrowing` writes it. What a release has does not change. */
export type HeldNarrowings = ReadonlyMap<number, ReadonlySet<string>>;

/** Tells of releases which narrowings they have, as far as `access` lets anybody know (see `Grants.text`), one statement for all that are not known yet. */
export type NarrowingsReader = (
  read: StoreSource['read'],
  releaseNumbers: readonly number[],
  access: string,
) => Promise<HeldNarrowings>;

/** Some hundred releases are loaded, each with some dozen narrowings. */
const maximumReleases = 2_000;

/** One text for the narrowing of an indicator. Never throws. */
export const textOfNarrowing = (indicatorId: string, dimensionKey: string): string => `${indicatorId} ${dimensionKey}`;

/** A reader that keeps what it has read, for as long as its server runs. */
export function createNarrowingsReader(): NarrowingsReader {
  const known = new LRUCache<string, ReadonlySet<string>>({ max: maximumReleases });
  return async (read, releaseNumbers, access) => {
    const nameOf = (number: number) => `${number} ${access}`;
    const unknown = releaseNumbers.filter((number) => !known.has(nameOf(number)));
    const rows = unknown.length === 0 ? [] : await read((store) => readNarrowings(store, unknown));
    const byRelease = Map.groupBy(rows, ({ releaseNumber }) => releaseNumber);
    const found = unknown.map((number): [number, ReadonlySet<string>] => [
      number,
      new Set((byRelease.get(number) ?? []).map((row) => textOfNarrowing(row.indicatorId, row.dimensionKey))),
    ]);
    for (const [number, narrowings] of found) known.set(nameOf(number), narrowings);
    const justRead = new Map(found);
    return new Map(
      releaseNumbers.map((number) => [number, justRead.get(number) ?? known.get(nameOf(number)) ?? new Set()]),
    );
  };
}
