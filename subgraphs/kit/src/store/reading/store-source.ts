import type { StoreDatabase } from '../database.ts';
import type { VisibleReleases } from './visible-releases.ts';

/** Waits for what is read from the store, for as long as a request may, and says in the server's way what failed. */
export type Guard = <T>(read: Promise<T>) => Promise<T>;

/** What the parts of one reading read from. */
export interface StoreSource {
  readonly database: StoreDatabase;
  /** The same for the whole request, so that all that it reads is of one state. */
  readonly releases: () => Promise<VisibleReleases>;
  readonly guard: Guard;
}
