import type { SeriesContent, SeriesRecord } from './series-columns.ts';

/** All that a row says of the cells of its series, as lists. */
export type SeriesLists = Omit<SeriesContent, 'denominatorSource'>;

/** What a release says of a series, in lists that may hold what others say of it too. */
export interface SeriesRow {
  readonly lists: SeriesLists;
  /** The position of its first cell in the lists. */
  readonly first: number;
  /** Cells. */
  readonly length: number;
  readonly denominatorSource: string | null;
}

/** The rows of one series in some releases. */
export interface SeriesRows {
  readonly count: number;
  /** What a release says; undefined where it has no such series. Of releases that were not asked for anything may be said. */
  readonly of: (releaseNumber: number) => SeriesRow | undefined;
  /** Bytes of memory that they take, about. */
  readonly estimatedBytes: number;
}

/** A series of which no release has anything. */
export const noRows: SeriesRows = { count: 0, of: () => undefined, estimatedBytes: 0 };

/** Rows of the table `series`, each of another release. Never throws. */
export function rowsOf(records: readonly SeriesRecord[]): SeriesRows {
  const byRelease = new Map(records.map((record) => [record.releaseNumber, record]));
  return {
    count: byRelease.size,
    of: (releaseNumber) => {
      const record = byRelease.get(releaseNumber);
      if (record === undefined) return undefined;
      const { denominatorSource, values } = record;
      return { lists: record, first: 0, length: values.length, denominatorSource };
    },
    estimatedBytes: records.reduce((sum, record) => sum + bytesOf(record), 0),
  };
}

function bytesOf(record: SeriesRecord): number {
  const lists = Object.values(record).filter((cells) => Array.isArray(cells));
  return rowBytes + lists.reduce((sum, { length }) => sum + length * numberBytes, 0);
}

/** A row without its cells; a number in a list, where it is a fraction. */
const rowBytes = 400;
const numberBytes = 20;
