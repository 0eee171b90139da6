import type { SeriesLists, SeriesRow } from '../series-rows.ts';

/** Releases that are bound together. */
export interface BoundVolume {
  /** Another one for each volume that ever was, and for each change of what is for named users. */
  readonly mark: string;
  /** The positions of the releases in the lists of a series that all of them have, by their numbers. */
  readonly positions: ReadonlyMap<number, number>;
}

/** A volume of releases, the lowest number first. Never throws. */
export function boundVolume(mark: string, releases: readonly number[]): BoundVolume {
  return { mark, positions: positionsOf(releases) };
}

const positionsOf = (releases: readonly number[]) => new Map(releases.map((number, position) => [number, position]));

/** What `bindVolumes` writes of a series: its lists, one release after the other, without those that would hold nothing. */
interface WrittenSeries extends Partial<SeriesLists> {
  /** The releases that have it; all of the volume where there is none. */
  readonly releases?: readonly number[];
  /** How many cells each has; one where there is none. */
  readonly lengths?: readonly number[];
  /** One a release. */
  readonly denominatorSources?: readonly (string | null)[];
}

/** A series in a volume, by positions of releases. */
interface OpenedSeries {
  readonly positions: ReadonlyMap<number, number>;
  readonly lists: SeriesLists;
  /** Where each release begins; null where each has one cell. */
  readonly starts: readonly number[] | null;
  readonly denominatorSources: readonly (string | null)[];
}

/** A series in a volume. Its text is read when a figure is first asked for: most ask for the newest, which lie in another one. */
export class BoundSeries {
  /** Releases that have it. */
  readonly count: number;
  /** Bytes of memory that it takes, about, read or not. */
  readonly estimatedBytes: number;
  readonly #volume: BoundVolume;
  #text: string;
  #opened: OpenedSeries | null = null;

  constructor(volume: BoundVolume, { count, text }: { readonly count: number; readonly text: string }) {
    this.#volume = volume;
    this.#text = text;
    this.count = count;
    this.estimatedBytes = seriesBytes + text.length * bytesPerCharacter;
  }

  /** What a release says of it; undefined where it has no such series. */
  of(releaseNumber: number): SeriesRow | undefined {
    const { positions, lists, starts, denominatorSources } = (this.#opened ??= this.#open());
    const position = positions.get(releaseNumber);
    if (position === undefined) return undefined;
    const first = starts?.[position] ?? position;
    const length = (starts?.[position + 1] ?? first + 1) - first;
    return { lists, first, length, denominatorSource: denominatorSources[position] ?? null };
  }

  /** The database made it from the columns of `series`, which is why it is trusted to have their types. */
  #open(): OpenedSeries {
    const { releases, lengths, denominatorSources = [], ...written } = JSON.parse(this.#text) as WrittenSeries;
    this.#text = '';
    return {
      positions: releases === undefined ? this.#volume.positions : positionsOf(releases),
      lists: { ...nothing, ...written },
      starts: lengths === undefined ? null : startsOf(lengths),
      denominatorSources,
    };
  }
}

/** Where each begins of some that follow each other, and where the last ends. */
function startsOf(lengths: readonly number[]): readonly number[] {
  let next = 0;
  return [0, ...lengths.map((length) => (next += length))];
}

const nothing: SeriesLists = {
  values: [],
  statuses: null,
  flags: null,
  numerators: null,
  denominators: null,
  lowers: null,
  uppers: null,
  denominatorPeriodIds: null,
  coverages: null,
};

/** A series without its cells; and what a character becomes at most: a digit and its comma are a number of eight bytes. */
const seriesBytes = 600;
const bytesPerCharacter = 4;
