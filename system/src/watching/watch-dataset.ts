import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fetchFile } from './fetch-file.ts';
import { findFiles } from './find-files.ts';
import { type FoundFile, WatchProblem } from './found-file.ts';
import { getReferences } from './reference-files.ts';
import { readState, type WatchState, writeState } from './watch-state.ts';
import type { WatchedDataset, WatchPlaces } from './watch-places.ts';

const hourMs = 3_600_000;
/** What was refused may have been so for another reason than what is in it, such as a database that was away. */
const againAfterMs = 24 * hourMs;

/** When a dataset is to be looked at next, in milliseconds since 1970. */
export function nextLook(places: Pick<WatchPlaces, 'folder'>, each: WatchedDataset): number {
  const state = readState(statePath(places, each));
  return state === null ? 0 : Date.parse(state.lookedAt) + each.watched.everyHours * hourMs;
}

/** Looks whether there is something new, and loads it. What cannot be had, or is refused, changes nothing that is served. False for that. */
export async function watchDataset(places: WatchPlaces, each: WatchedDataset, now: Date): Promise<boolean> {
  const { log } = places;
  const name = `${each.agency}/${each.dataset}`;
  const path = statePath(places, each);
  const fresh: WatchState = { lookedAt: now.toISOString(), tag: null, loaded: [], refused: {} };
  const known: WatchState = { ...(readState(path) ?? fresh), lookedAt: now.toISOString() };
  try {
    const { files, tag } = await lookAt(places, each, { tag: known.tag, now });
    const isNew = ({ checksum }: FoundFile) =>
      !known.loaded.includes(checksum) &&
      now.getTime() - Date.parse(known.refused[checksum] ?? '1970-01-01') >= againAfterMs;
    const state = await loadAll(places, each, { files: files.filter(isNew), state: known, now });
    writeState(path, { ...state, tag });
    return state.refused === known.refused;
  } catch (error) {
    if (!(error instanceof WatchProblem)) throw error;
    log(`${name}: ${error.message}. What is served stays.`);
    // The next look asks for all of it again.
    writeState(path, known);
    return false;
  } finally {
    // What a partner publishes is kept nowhere but in the store.
    await rm(fetchedFolder(places, each), { recursive: true, force: true });
  }
}

async function lookAt(
  places: WatchPlaces,
  each: WatchedDataset,
  { tag, now }: { readonly tag: string | null; readonly now: Date },
): Promise<{ readonly files: readonly FoundFile[]; readonly tag: string | null }> {
  const { hosts, partners, signal } = places;
  const { watched } = each;
  if ('folder' in watched) return { files: await findFiles(partners, watched.folder, now), tag: null };
  const folder = fetchedFolder(places, each);
  const file = await fetchFile({ url: watched.url, hosts, folder, tag, now, signal });
  return file === null ? { files: [], tag } : { files: [file], tag: file.tag };
}

async function loadAll(
  places: WatchPlaces,
  each: WatchedDataset,
  {
    files,
    state: known,
    now,
  }: { readonly files: readonly FoundFile[]; readonly state: WatchState; readonly now: Date },
): Promise<WatchState> {
  if (files.length === 0) return known;
  const folder = join(fetchedFolder(places, each), 'references');
  const references = await getReferences(places, each, { folder, now });
  const { agency, dataset } = each;
  let state = known;
  for (const file of files) {
    const { isLoaded, said } = await places.load({ ...file, agency, dataset, references });
    places.log(said);
    const { checksum } = file;
    state = isLoaded
      ? { ...state, loaded: [...state.loaded, checksum] }
      : { ...state, refused: { ...state.refused, [checksum]: now.toISOString() } };
  }
  return state;
}

/** What was fetched of a dataset lies there until it is loaded. */
function fetchedFolder({ folder }: Pick<WatchPlaces, 'folder'>, { agency, dataset }: WatchedDataset): string {
  return join(folder, 'fetched', `${agency}.${dataset}`);
}

function statePath({ folder }: Pick<WatchPlaces, 'folder'>, { agency, dataset }: WatchedDataset): string {
  return join(folder, `${agency}.${dataset}.json`);
}
