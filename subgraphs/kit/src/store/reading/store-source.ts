import { storeAnswerMs } from '@boroughgraph/schema/wire/deadlines.ts';
import type { StoreReader } from '../database.ts';
import type { OnTouched } from './touched-data.ts';
import type { VisibleReleases } from './visible-releases.ts';

/**
 * Waits for what `read` reads from the store, for as long as a request may, and says in the server's way what failed. Aborts the
 * signal that it gives when the wait is over before the answer is there.
 */
export type Guard = <T>(read: (signal: AbortSignal) => Promise<T>, wanted: Wanted) => Promise<T>;

/** Until when an answer is waited for. */
export interface Wanted {
  /** Aborted when nobody waits any more. */
  readonly signal: AbortSignal;
  /** The longest that one reading of the store may take, in milliseconds. */
  readonly storeMs: number;
}

/** Of what nobody can give up; the store alone may end it. */
export function wantedForGood(): Wanted {
  return { signal: new AbortController().signal, storeMs: storeAnswerMs };
}

/** Told the id of a dataset when figures or facts of it are read that are made up. */
type OnSample = (datasetId: string) => void;

/** Who is told of what a reading brings. */
export interface ReadingWatch {
  /** @default nobody */
  readonly onSample?: OnSample;
  /** @default nobody */
  readonly onTouched?: OnTouched | undefined;
  /** Told the state of the catalogue that a request reads by: see `Catalogue.state`. @default nobody */
  readonly onState?: (state: string) => void;
}

/** What the parts of one reading read from. */
export interface StoreSource {
  /** What is read of the store, under the guard of the server. */
  readonly read: <T>(read: (store: StoreReader) => Promise<T>) => Promise<T>;
  /** The same for the whole request, so that all that it reads is of one state. */
  readonly releases: () => Promise<VisibleReleases>;
}
