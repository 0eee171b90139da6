import { linkedTo, type OtherAgency } from '@boroughgraph/kit/datasets/linked-datasets.ts';
import type postgres from 'postgres';
import { type AgencyName, findAgencyName } from '../agency-names.ts';
import type { LoadingAgencies } from './loading-agencies.ts';
import type { PlannedLoad } from './load-plan.ts';

/** Agencies whose datasets count the same people as those that are loaded: what they serve must be read meanwhile. Never throws. */
export function findLinkedAgencies(loads: readonly PlannedLoad[], agencies: LoadingAgencies): readonly AgencyName[] {
  const slugs = loads.flatMap(({ agency: { slug }, dataset: id }) => {
    const datasets = agencies.get(slug)?.datasets ?? [];
    const dataset = datasets.find((each) => each.id === id);
    if (dataset === undefined) return [];
    return [...linkedTo(dataset, { agency: slug, datasets, others: without(agencies, slug) }).elsewhere.keys()];
  });
  return [...new Set(slugs)].map(findAgencyName).filter((agency) => agency !== null);
}

/**
 * The other agencies that can be read, by slug, with what each measures. One whose store does not answer is left out: the loader
 * says so in its report.
 */
export async function readableAgencies(
  connections: ReadonlyMap<AgencyName, postgres.Sql>,
  agencies: LoadingAgencies,
): Promise<ReadonlyMap<string, OtherAgency>> {
  const readable = [...connections].map(async ([{ slug }, sql]) => {
    const datasets = agencies.get(slug)?.datasets ?? [];
    const isReadable = await sql`select from release limit 1`.then(
      () => true,
      () => false,
    );
    return isReadable ? ([[slug, { sql, datasets }]] as const) : [];
  });
  return new Map((await Promise.all(readable)).flat());
}

/** All but one. Never throws. */
export function without<T>(agencies: ReadonlyMap<string, T>, slug: string): ReadonlyMap<string, T> {
  return new Map([...agencies].filter(([other]) => other !== slug));
}
