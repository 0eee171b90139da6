import { readdir } from 'node:fs/promises';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DatasetDefinition } from './dataset.ts';

/**
 * The datasets of an agency: the export `dataset` of every file in its folder and in `awaited` within it, in the order of the
 * names of the files, so that a dataset is added by adding a file.
 *
 * @throws when a file of the folder exports no `dataset`.
 */
export async function discoverDatasets(folder: URL): Promise<readonly DatasetDefinition[]> {
  const paths = (await readdir(folder, { recursive: true })).filter((path) =>
    /^(?:awaited\/)?[^/]+(?<!\.test)\.ts$/.test(path),
  );
  const inOrder = paths.toSorted((one, other) => (posix.basename(one) < posix.basename(other) ? -1 : 1));
  return Promise.all(inOrder.map((path) => importDataset(new URL(path, folder))));
}

async function importDataset(file: URL): Promise<DatasetDefinition> {
  const module: unknown = await import(file.href);
  if (typeof module !== 'object' || module === null || !('dataset' in module))
    throw new Error(`${fileURLToPath(file)} exports no "dataset"`);
  // The annotation of the export, which every file of the folder carries, has been checked by the compiler.
  return module.dataset as DatasetDefinition;
}
