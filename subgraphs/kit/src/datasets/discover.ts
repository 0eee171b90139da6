import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { DatasetDefinition } from './dataset.ts';

/**
 * The datasets of an agency: the export `dataset` of every file in its folder, in the order of the file names, so that a
 * dataset is added by adding a file.
 *
 * @throws when a file of the folder exports no `dataset`.
 */
export async function discoverDatasets(folder: URL): Promise<readonly DatasetDefinition[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts')).sort();
  return Promise.all(names.map((name) => importDataset(new URL(name, folder))));
}

async function importDataset(file: URL): Promise<DatasetDefinition> {
  const module: unknown = await import(file.href);
  if (typeof module !== 'object' || module === null || !('dataset' in module))
    throw new Error(`${fileURLToPath(file)} exports no "dataset"`);
  // The annotation of the export, which every file of the folder carries, has been checked by the compiler.
  return module.dataset as DatasetDefinition;
}
