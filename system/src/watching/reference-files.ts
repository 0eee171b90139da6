import { join } from 'node:path';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { fetchFile } from './fetch-file.ts';
import { findFile } from './find-files.ts';
import { WatchProblem } from './found-file.ts';
import type { ReferenceFiles, WatchedDataset, WatchPlaces } from './watch-places.ts';

/** The names of the files that a dataset which is watched needs, and of which its page does not say where they come from. */
export function missingReferences({ references = {}, watched }: Pick<DatasetDefinition, 'references' | 'watched'>) {
  return Object.keys(references).filter((name) => watched !== undefined && watched.references?.[name] === undefined);
}

/**
 * The files that are read beside a file of a dataset, as they are now.
 *
 * @param folder - Gets those that are fetched, each in a folder of its own.
 * @throws {WatchProblem} when one of them cannot be had: without it, no file of the dataset can be read.
 */
export async function getReferences(
  { hosts, partners, signal }: Pick<WatchPlaces, 'hosts' | 'partners' | 'signal'>,
  { watched: { references = {} } }: Pick<WatchedDataset, 'watched'>,
  { folder, now }: { readonly folder: string; readonly now: Date },
): Promise<ReferenceFiles> {
  const found: Record<string, string> = {};
  for (const [name, place] of Object.entries(references)) {
    if ('file' in place) {
      found[name] = await findFile(partners, place.file);
      continue;
    }
    const file = await fetchFile({ url: place.url, hosts, folder: join(folder, name), tag: null, now, signal });
    if (file === null) throw new WatchProblem(`${place.url} says that nothing has changed, though nothing was known`);
    found[name] = file.path;
  }
  return found;
}
