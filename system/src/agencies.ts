import type { ServedSubgraph } from '@boroughgraph/kit/series/served-subgraph.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { agencyNames } from './agency-names.ts';
import type { LoadingAgencies } from './loading/loading-agencies.ts';

/**
 * All that the named agencies measure and can load, by slug. A slug that no agency has is not in the result.
 *
 * Each is imported only when it is asked for, from its folder, so that an agency that runs alone does not depend on the
 * others' code, and a new one is listed nowhere. Loads much code: keep it out of processes that stay.
 *
 * @throws {Error} when the folder of one holds no `src/subgraph.ts` that exports `subgraph`.
 */
export async function importAgencies(slugs: readonly string[]): Promise<ReadonlyMap<string, ServedSubgraph>> {
  const wanted = agencyNames.filter(({ slug }) => slugs.includes(slug));
  const entries = wanted.map(async ({ slug }) => [slug, await importSubgraph(slug)] as const);
  return new Map(await Promise.all(entries));
}

/**
 * What all agencies can load, by slug: their datasets, without the code by which their servers answer, which is half of it.
 *
 * @throws {Error} when the folder of one holds no `src/indicators.ts` that exports `datasets`.
 */
export async function importLoadingAgencies(): Promise<LoadingAgencies> {
  const entries = agencyNames.map(async ({ slug, databaseSchema }) => {
    const datasets = await importDatasets(slug);
    return [slug, { datasets, databaseSchema }] as const;
  });
  return new Map(await Promise.all(entries));
}

async function importDatasets(slug: string): Promise<readonly DatasetDefinition[]> {
  const file = new URL(`../../subgraphs/${slug}/src/indicators.ts`, import.meta.url);
  const module: unknown = await import(file.href);
  if (typeof module !== 'object' || module === null || !('datasets' in module))
    throw new Error(`subgraphs/${slug}/src/indicators.ts exports no "datasets"`);
  // What `discoverDatasets` makes of the agency's folder.
  return module.datasets as readonly DatasetDefinition[];
}

async function importSubgraph(slug: string): Promise<ServedSubgraph> {
  const file = new URL(`../../subgraphs/${slug}/src/subgraph.ts`, import.meta.url);
  const module: unknown = await import(file.href);
  if (typeof module !== 'object' || module === null || !('subgraph' in module))
    throw new Error(`subgraphs/${slug}/src/subgraph.ts exports no "subgraph"`);
  // The annotation of the export, which every agency's folder carries, has been checked by the compiler.
  return module.subgraph as ServedSubgraph;
}
