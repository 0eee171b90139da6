import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeWholeFile } from '../write-whole-file.ts';

const stateSchema = z.object({
  /** When it was last looked at, in UTC. */
  lookedAt: z.iso.datetime(),
  /** What the last file was marked with where it was fetched. */
  tag: z.string().nullable(),
  /** Checksums of the files that were loaded, the last of them. */
  loaded: z.array(z.string()),
  /** Those that were refused, and when. */
  refused: z.record(z.string(), z.iso.datetime()),
});

/** What is known of a place that is watched. */
export type WatchState = Readonly<z.infer<typeof stateSchema>>;

/** As many as a folder may have. */
const kept = 1_000;

/** What is written down in a file; null where nothing is, or nothing that can be read: then all is looked at again, which loads nothing twice. */
export function readState(path: string): WatchState | null {
  try {
    const parsed = stateSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Writes it down, whole or not at all. */
export function writeState(path: string, { loaded, refused, ...state }: WatchState): void {
  const bounded = {
    ...state,
    loaded: loaded.slice(-kept),
    refused: Object.fromEntries(Object.entries(refused).slice(-kept)),
  };
  writeWholeFile(path, JSON.stringify(bounded));
}
