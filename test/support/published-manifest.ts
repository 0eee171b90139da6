import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { loadFile } from '@boroughgraph/kit/import/load-file.ts';
import type { LoadReport } from '@boroughgraph/kit/import/report.ts';
import { loadReviewedFacts } from '@boroughgraph/kit/import/reviewed.ts';
import { publishedFile } from './published-files.ts';
import type { RunningAgency } from './running-system.ts';

interface ManifestEntry {
  readonly agency: string;
  readonly dataset: string;
  readonly file: string;
  readonly publishedAt: string;
  readonly reference?: Readonly<Record<string, string>>;
}

/** The manifest of the published files; null where they are not at hand. */
export const manifestPath = publishedFile('manifest.json');

/** Loads the reviewed facts and every published file of the manifest, agencies side by side. One report a file, in no order. */
export async function loadPublishedFiles(
  agencies: ReadonlyMap<string, Pick<RunningAgency, 'store' | 'subgraph'>>,
): Promise<readonly LoadReport[]> {
  if (manifestPath === null) throw new Error('the published files are not at hand');
  const manifest = JSON.parse(await readFile(manifestPath, 'utf8')) as { readonly loads: readonly ManifestEntry[] };
  const folder = dirname(manifestPath);
  const byAgency = Map.groupBy(manifest.loads, (entry) => entry.agency);
  const loading = [...agencies].map(([name, agency]) => loadEntries(agency, byAgency.get(name) ?? [], folder));
  return (await Promise.all(loading)).flat();
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
