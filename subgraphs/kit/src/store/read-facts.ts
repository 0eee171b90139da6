import { and, desc, eq, inArray, notInArray, sql } from 'drizzle-orm';
import { siteFactKind, siteOfFact, type SiteRecord } from './site.ts';
import type { StoreDatabase } from './database.ts';
import { fact, release } from './tables.ts';
import { isStanding } from './visibility.ts';

/**
 * The sites with the given ids, in their order, as the newest release that answers and names each describes it; null for an unknown
 * id. Releases of the datasets in `unread` describe none: a file for named users does not rename what everybody sees.
 */
export async function readSites(
  database: StoreDatabase,
  ids: readonly string[],
  unread: readonly string[] = [],
): Promise<readonly (SiteRecord | null)[]> {
  const rows = await database.orm
    .selectDistinctOn([fact.key], { key: fact.key, body: fact.body })
    .from(fact)
    .innerJoin(release, eq(release.number, fact.releaseNumber))
    .where(
      and(
        eq(fact.kind, siteFactKind),
        inArray(fact.key, [...ids]),
        isStanding(release),
        unread.length === 0 ? undefined : notInArray(release.datasetId, [...unread]),
      ),
    )
    .orderBy(fact.key, ...newestFirst)
    .limit(ids.length);
  const byId = new Map(rows.map(({ key, body }) => [key, siteOfFact(body)]));
  return ids.map((id) => byId.get(id) ?? null);
}

/** The order of the catalogue, with what is made up last: a real release describes a site, whenever it was published. */
const newestFirst = [
  release.isSynthetic,
  desc(release.publishedAt),
  sql`${release.latestPeriodEnd} desc nulls last`,
  desc(release.number),
] as const;

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

/** What a release states under one key. */
export interface StatedFact {
  readonly releaseNumber: number;
  readonly body: unknown;
}

/**
 * Facts of one kind by their keys, each as the first of the given releases that states it does; a key that none states is
 * absent. One statement, whatever the number of keys.
 */
export async function readFactsByKey(
  database: StoreDatabase,
  { kind, keys, releaseNumbers }: { kind: string; keys: readonly string[]; releaseNumbers: readonly number[] },
): Promise<ReadonlyMap<string, StatedFact>> {
  if (keys.length === 0 || releaseNumbers.length === 0) return new Map();
  const rows = await database.orm
    .selectDistinctOn([fact.key], { key: fact.key, releaseNumber: fact.releaseNumber, body: fact.body })
    .from(fact)
    .where(and(eq(fact.kind, kind), inArray(fact.key, [...keys]), inArray(fact.releaseNumber, [...releaseNumbers])))
    .orderBy(fact.key, positionIn(releaseNumbers))
    .limit(keys.length);
  return new Map(rows.map(({ key, releaseNumber, body }) => [key, { releaseNumber, body }]));
}

/**
 * The bodies of all facts of a kind in the given releases, each as the first of the releases that states it does, in the order
 * of their keys.
 */
export async function readNewestFacts(
  database: StoreDatabase,
  kind: string,
  releaseNumbers: readonly number[],
): Promise<readonly unknown[]> {
  if (releaseNumbers.length === 0) return [];
  const rows = await database.orm
    .selectDistinctOn([fact.key], { body: fact.body })
    .from(fact)
    .where(and(eq(fact.kind, kind), inArray(fact.releaseNumber, [...releaseNumbers])))
    .orderBy(fact.key, positionIn(releaseNumbers))
    .limit(maximumFacts);
  return rows.map(({ body }) => body);
}

/** Where the release of a fact stands in a list of releases. */
function positionIn(releaseNumbers: readonly number[]) {
  return sql`array_position(${sql.param(`{${releaseNumbers.join(',')}}`)}::integer[], ${fact.releaseNumber})`;
}
