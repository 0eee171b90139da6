import type { WatchedPlace } from '@boroughgraph/kit/datasets/dataset.ts';
import type { OutgoingHosts } from '@boroughgraph/schema/http/outgoing/outgoing-hosts.ts';
import type { FoundFile } from './found-file.ts';

/** A dataset whose page says where its files come from. */
export interface WatchedDataset {
  readonly agency: string;
  readonly dataset: string;
  readonly watched: WatchedPlace;
}

/** What looking takes. */
export interface WatchPlaces {
  /** What is known of each dataset, and the files that were fetched. */
  readonly folder: string;
  readonly hosts: OutgoingHosts;
  /** Below which partners have their folders; null for nowhere. */
  readonly partners: string | null;
  /** Loads a file as `npm run load` does: whether it is loaded now, and what there is to say. */
  readonly load: (file: FileToWatch) => Promise<LoadedFile>;
  readonly log: (line: string) => void;
  readonly signal: AbortSignal;
}

/** The paths of the files that are read beside a file of a dataset, by their names. */
export type ReferenceFiles = Readonly<Record<string, string>>;

/** A file that is new, and those that are read beside it. */
export type FileToWatch = FoundFile & Omit<WatchedDataset, 'watched'> & { readonly references: ReferenceFiles };

/** What became of a file. */
export interface LoadedFile {
  readonly isLoaded: boolean;
  readonly said: string;
}
