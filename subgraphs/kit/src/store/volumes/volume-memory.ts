import { LRUCache } from 'lru-cache';
import type { BoundSeries, BoundVolume } from './bound-series.ts';

/** A series by the marks of the volumes that were looked at; null where one does not have it. */
export type SeriesInVolumes = ReadonlyMap<string, BoundSeries | null>;

interface Binding {
  readonly of: readonly BoundVolume[];
  readonly marks: ReadonlyMap<number, string>;
}

/** The most memory that series of volumes take, about, in bytes: some hundred of five hundred months. */
const maximumBytes = 16 * 2 ** 20;
/** An entry without its series, and each volume that is named in it, in bytes. */
const entryBytes = 300;
const volumeBytes = 60;
/** Volumes that are known: of ten thousand releases, bound in sixteens. */
const maximumVolumes = 1_000;

/**
 * What has been read of volumes, by whoever may read what everybody may. A volume never changes, so that this outlives the states of a store:
 * of a new one only what is not in a volume yet is read. Each reading asks the store which of its volumes still stand, and takes no other.
 * The longest unread goes first.
 */
export class VolumeMemory {
  readonly #volumes = new LRUCache<string, BoundVolume>({ max: maximumVolumes });
  readonly #series = new LRUCache<string, SeriesInVolumes>({ maxSize: maximumBytes, sizeCalculation: sizeOf });

  #binding: Binding = { of: [], marks: new Map() };

  /** The volumes, by their marks, of which all of some series are known; by the names of the series. */
  knownOf(names: readonly string[]): readonly BoundVolume[] {
    const series = names.map((name) => this.#series.get(name));
    const [first] = series;
    const marks = [...(first?.keys() ?? [])].filter((mark) => series.every((parts) => parts?.has(mark) === true));
    return marks.flatMap((mark) => this.#volumes.get(mark) ?? []);
  }

  /** What is known of a series. */
  series(name: string): SeriesInVolumes | undefined {
    return this.#series.get(name);
  }

  /** Remembers a series in the volumes that stand, in the place of what was known of it. */
  remember(name: string, parts: SeriesInVolumes): void {
    this.#series.set(name, parts);
  }

  /** The marks of volumes by the releases that they bind, which are remembered. */
  bindingOf(volumes: readonly BoundVolume[]): ReadonlyMap<number, string> {
    const { of, marks } = this.#binding;
    // Nearly always they are those of the last time.
    if (of.length === volumes.length && of.every((volume, index) => volume === volumes[index])) return marks;
    const found = new Map<number, string>();
    for (const volume of volumes) {
      this.#volumes.set(volume.mark, volume);
      for (const release of volume.positions.keys()) found.set(release, volume.mark);
    }
    this.#binding = { of: volumes, marks: found };
    return found;
  }
}

function sizeOf(parts: SeriesInVolumes, name: string): number {
  return [...parts.values()].reduce(
    (sum, part) => sum + volumeBytes + (part?.estimatedBytes ?? 0),
    entryBytes + name.length,
  );
}
