import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { loadFile } from '@boroughgraph/kit/loading/load-file.ts';
import type { LoadReport } from '@boroughgraph/kit/loading/report.ts';
import { loadReviewedFacts } from '@boroughgraph/kit/loading/reviewed.ts';
import { publishedFile } from './published-files.ts';
import type { RunningAgency } from './running-system.ts';

/** A file that a manifest loads for a dataset. */
export interface ManifestEntry {
  readonly agency: string;
  readonly dataset: string;
  readonly file: string;
  readonly publishedAt: string;
  readonly reference?: Readonly<Record<string, string>>;
}

/** The manifest of the published files; null where they are not at hand. */
export const manifestPath = publishedFile('manifest.json');

/** The manifest of the second batch of published files; null where they are not at hand. */
export const furtherManifestPath = publishedFile('manifest-more.json');

/**
 * Loads the reviewed facts and every published file of the manifests, agencies side by side: of the first one, and of those that are
 * named. One report a file, in no order.
 */
export async function loadPublishedFiles(
  agencies: ReadonlyMap<string, Pick<RunningAgency, 'store' | 'subgraph'>>,
  further: readonly string[] = [],
  alsoLoaded: readonly ManifestEntry[] = [],
): Promise<readonly LoadReport[]> {
  if (manifestPath === null) throw new Error('the published files are not at hand');
  const folder = dirname(manifestPath);
  const loads = (await Promise.all([manifestPath, ...further].map(readManifest))).flat();
  const byAgency = Map.groupBy([...loads, ...alsoLoaded], (entry) => entry.agency);
  const loading = [...agencies].map(([name, agency]) => loadEntries(agency, byAgency.get(name) ?? [], folder));
  return (await Promise.all(loading)).flat();
}

async function readManifest(path: string): Promise<readonly ManifestEntry[]> {
  const { loads } = JSON.parse(await readFile(path, 'utf8')) as { readonly loads: readonly ManifestEntry[] };
  return loads;
}

async function loadEntries(
  { store, subgraph }: Pick<RunningAgency, 'store' | 'subgraph'>,
  entries: readonly ManifestEntry[],
  folder: string,
): Promise<readonly LoadReport[]> {
  const { datasets } = subgraph;
  const reports = [...(await loadReviewedFacts(store.sql, datasets))];
  for (const { dataset, file, publishedAt, reference = {} } of entries) {
    const references = Object.fromEntries(Object.entries(reference).map(([name, path]) => [name, join(folder, path)]));
    reports.push(
      await loadFile({ sql: store.sql, datasets, dataset, file: join(folder, file), publishedAt, references }),
    );
  }
  return reports;
}
