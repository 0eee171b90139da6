import type { ReleaseWeight } from './dataset-version.ts';

/** One loaded edition of a dataset, as the store knows it. */
export interface StoredRelease {
  readonly number: number;
  readonly id: string;
  readonly datasetId: string;
  readonly publishedAt: string;
  /** An instant in UTC. */
  readonly loadedAt: string;
  readonly checksum: string;
  readonly sourceName: string;
  readonly isSynthetic: boolean;
  /** Last day of the latest period that its file covers; null where it covers none. */
  readonly latestPeriodEnd: string | null;
  readonly rowsRead: number;
  readonly rowsLeftOut: number;
  readonly rowsRejected: number;
  readonly observationCount: number;
  /** The instant in UTC before which nobody could see it; null where there was none. */
  readonly embargoUntil: string | null;
  /** The first day on which anybody could see it: that of its publication or, if later, of the end of its embargo in London. */
  readonly availableOn: string;
  /** The instant in UTC at which it was taken out of every answer, and why; both null where it stands. */
  readonly recalledAt: string | null;
  readonly recallReason: string | null;
  /** True where an embargo that has ended has put other rows in the place of some of its series. @default false */
  readonly isReplaced?: boolean;
  /** How much it changed for its readers. @default minor, of one that was loaded before releases were weighed */
  readonly weight?: ReleaseWeight;
  /** How many figures of before it changed or took away. @default 0, of one that was loaded before that was counted */
  readonly corrected?: number;
}

/** A release among the others of its dataset. */
export interface ReleaseRecord extends StoredRelease {
  readonly corrected: number;
  /** The id of the release before it, of those that stand; null for the first. It would be served if this one were recalled. */
  readonly supersedes: string | null;
  /** The version of the dataset that began with it: see `versionsOf`. */
  readonly version: string;
}
