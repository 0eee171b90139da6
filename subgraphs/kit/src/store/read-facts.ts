import { and, desc, eq, inArray } from 'drizzle-orm';
import { siteFactKind, siteOfFact, type SiteRecord } from './site.ts';
import type { StoreDatabase } from './database.ts';
import { fact } from './tables.ts';

/** The sites with the given ids, in their order, as the newest release that names each describes it; null for an unknown id. */
export async function readSites(
  database: StoreDatabase,
  ids: readonly string[],
): Promise<readonly (SiteRecord | null)[]> {
  const rows = await database.orm
    .selectDistinctOn([fact.key], { key: fact.key, body: fact.body })
    .from(fact)
    .where(and(eq(fact.kind, siteFactKind), inArray(fact.key, [...ids])))
    .orderBy(fact.key, desc(fact.releaseNumber))
    .limit(ids.length);
  const byId = new Map(rows.map(({ key, body }) => [key, siteOfFact(body)]));
  return ids.map((id) => byId.get(id) ?? null);
}

/** Facts of one kind that are read at most: the largest list, the wards of London, has 704. */
const maximumFacts = 10_000;

/** The bodies of all facts of a kind in one release, in the order of their keys. */
export async function readFacts(
  database: StoreDatabase,
  kind: string,
  releaseNumber: number,
): Promise<readonly unknown[]> {
  const rows = await database.orm
    .select({ body: fact.body })
    .from(fact)
    .where(and(eq(fact.kind, kind), eq(fact.releaseNumber, releaseNumber)))
    .orderBy(fact.key)
    .limit(maximumFacts);
  return rows.map(({ body }) => body);
}
