import type { Subgraph } from '@boroughgraph/kit/server/subgraph.ts';

/** Each is imported only when it is asked for, so that an agency that runs alone does not depend on the others' code. */
const subgraphs: ReadonlyMap<string, () => Promise<{ readonly subgraph: Subgraph }>> = new Map([
  ['policing', () => import('@boroughgraph/policing/subgraph.ts')],
  ['criminal-justice', () => import('@boroughgraph/criminal-justice/subgraph.ts')],
  ['health', () => import('@boroughgraph/health/subgraph.ts')],
  ['local-authority', () => import('@boroughgraph/local-authority/subgraph.ts')],
]);

/**
 * All that the named agencies measure and can load, by slug. A slug that no agency has is not in the result.
 *
 * Loads much code: keep it out of processes that stay.
 */
export async function importAgencies(slugs: readonly string[]): Promise<ReadonlyMap<string, Subgraph>> {
  const imports = [...subgraphs].filter(([slug]) => slugs.includes(slug));
  const entries = imports.map(async ([slug, load]) => [slug, (await load()).subgraph] as const);
  return new Map(await Promise.all(entries));
}
