import type { IndicatorChanges } from './comparison/cell-changes.ts';
import type { DatasetDefinition } from '../datasets/dataset.ts';
import type { Embargo } from './embargo.ts';
import type { KnownFile } from './loaded-release.ts';
import type { PreparedRelease, ProtectionAccount } from './prepare-release.ts';
import type { ReadRelease, RecognisedFile, RowAccount } from './read-release.ts';
import type { ReleaseWeight } from '../store/dataset-version.ts';
import type { SourceFile } from '../files/source-file.ts';

/*
 * A load goes through four states, each a value that is made of the one before it and holds what the next one needs:
 *
 *   recognised  the file is one of a dataset, in one of its formats, and may be loaded
 *   read        its rows are a draft of a release: counts that no policy has seen
 *   prepared    the draft is under its policy, and nothing withheld follows from it: raw counts end here
 *   written     it is in the store
 *
 * It ends in the last of them or, before, in one of the states that store nothing. The report is made of the state in which it ends.
 */

/** What is asked to be loaded, in the words in which it was asked. */
export interface LoadHead {
  readonly dataset: string;
  /** The name of the file; its path where the file cannot be loaded and somebody has to find it. */
  readonly file: string;
  readonly publishedAt: string;
}

/** What is known of a file from its name, its bytes and its headings. */
export interface FileAccount {
  readonly dataset: DatasetDefinition;
  readonly source: SourceFile;
  /** The day on which it was published, `YYYY-MM-DD`. */
  readonly publishedAt: string;
  /** True where every figure is made up. */
  readonly isSynthetic: boolean;
  readonly embargo: Embargo | null;
  /** What a person should know of the days that were given with it. */
  readonly notices: readonly string[];
}

/** The file is one of its dataset and may be loaded; no row of it has been read. */
export interface Recognised {
  readonly state: 'recognised';
  readonly file: FileAccount;
  readonly matched: RecognisedFile;
}

/** What a load tells once its rows are read. */
export interface ReadAccount {
  readonly file: FileAccount;
  readonly rows: RowAccount;
}

/** The rows are read. The draft holds what the file shows, and nothing else after this state does. */
export interface Read extends ReadAccount {
  readonly state: 'read';
  readonly draft: ReadRelease['draft'];
}

/** What may be stored, and all that the store and the report need. */
export interface Prepared extends ReadAccount {
  readonly state: 'prepared';
  readonly release: PreparedRelease;
}

/** What a load tells once its release is prepared. */
export interface PreparedAccount extends ReadAccount {
  readonly protection: ProtectionAccount;
  /** What it changes for readers, by indicator. */
  readonly changes: readonly IndicatorChanges[];
  /** What contradicts what is served beside it, as sentences; none where nobody was asked. @default none */
  readonly contradictions?: readonly string[];
}

/** The release is in the store, and served unless an embargo holds it. */
export interface Written extends PreparedAccount {
  readonly state: 'written';
  /** How much it changes for its readers. */
  readonly weight: ReleaseWeight;
  readonly releaseId: string;
  /** The id of the release that answered until now; null for the first. */
  readonly supersedes: string | null;
  /** The ids of releases that show less, or other figures, than before, now or when an embargo ends. */
  readonly changedReleases: readonly string[];
}

/** The file cannot be loaded, for a reason that a person must see to. */
export interface Refused {
  readonly state: 'refused';
  readonly head: LoadHead;
  readonly reason: string;
}

/** The file is a release already, one that stands or one that was recalled. */
export interface Known extends KnownFile {
  readonly state: 'known';
  readonly head: LoadHead;
  /** What was read before it was known; null where the bytes were known from the beginning. */
  readonly account: ReadAccount | null;
}

/** It changes so much of what it would answer in the place of that somebody has to say that it is meant. */
export interface Unconfirmed extends PreparedAccount {
  readonly state: 'unconfirmed';
  /** What is unusual, with the figures, and what to do. */
  readonly reason: string;
}

/** Some rows cannot be read, and nobody has said that the others are to be published without them. */
export interface Rejected extends ReadAccount {
  readonly state: 'rejected';
}

/** Every row was read, and no answer would show anything of them: as a release it would stand in the catalogue for nothing. */
export interface Empty extends ReadAccount {
  readonly state: 'empty';
}

/** A dry run: the release was prepared, and is given up. */
export interface Tried extends PreparedAccount {
  readonly state: 'tried';
}

/** How a load can end. Only `Written` has stored anything. */
export type LoadEnd = Refused | Known | Unconfirmed | Rejected | Empty | Tried | Written;

/** What is asked of a file whose dataset is known. Never throws. */
export function headOf({ dataset, source, publishedAt }: FileAccount): LoadHead {
  return { dataset: dataset.id, file: source.name, publishedAt };
}

/** Whether everybody sees the figures of a file once it is loaded, so that a report may name them. Never throws. */
export function isForEverybody({ dataset, embargo }: FileAccount): boolean {
  return dataset.accessTier === 'OPEN' && embargo?.hasEnded !== false;
}
