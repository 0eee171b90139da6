import { and, eq, sql } from 'drizzle-orm';
import type { ReleaseRecord } from './release-record.ts';
import type { StoreReader } from './database.ts';
import { numberArray, textArray } from './list-parameters.ts';
import { fact } from './tables.ts';

/** Facts of one kind that are read at most: the largest list, the wards of London, has 704. */
const maximumFacts = 10_000;

/**
 * The bodies of all facts of a kind in the first of the given releases that states any, in the order of their keys: a file without
 * facts of the kind, such as one of other figures of the same dataset, takes none away.
 */
export async function readFacts(
  database: StoreReader,
  kind: string,
  releaseNumbers: readonly number[],
): Promise<readonly unknown[]> {
  if (releaseNumbers.length === 0) return [];
  const stating = database.orm
    .select({ number: fact.releaseNumber })
    .from(fact)
    .where(and(eq(fact.kind, kind), isIn(releaseNumbers)))
    .orderBy(positionIn(releaseNumbers))
    .limit(1);
  const rows = await database.orm
    .select({ body: fact.body })
    .from(fact)
    .where(and(eq(fact.kind, kind), eq(fact.releaseNumber, sql`(${stating})`)))
    .orderBy(fact.key)
    .limit(maximumFacts);
  return rows.map(({ body }) => body);
}

/** A fact and the release that states it. */
export interface FactOfRelease {
  readonly body: unknown;
  readonly release: ReleaseRecord;
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
  database: StoreReader,
  { kind, keys, releaseNumbers }: { kind: string; keys: readonly string[]; releaseNumbers: readonly number[] },
): Promise<ReadonlyMap<string, StatedFact>> {
  if (keys.length === 0 || releaseNumbers.length === 0) return new Map();
  const rows = await database.orm
    .selectDistinctOn([fact.key], { key: fact.key, releaseNumber: fact.releaseNumber, body: fact.body })
    .from(fact)
    .where(and(eq(fact.kind, kind), sql`${fact.key} = any(${textArray(keys)})`, isIn(releaseNumbers)))
    .orderBy(fact.key, positionIn(releaseNumbers))
    .limit(keys.length);
  return new Map(rows.map(({ key, releaseNumber, body }) => [key, { releaseNumber, body }]));
}

/**
 * The bodies of all facts of a kind in the given releases, each as the first of the releases that states it does, in the order
 * of their keys.
 */
export async function readNewestFacts(
  database: StoreReader,
  kind: string,
  releaseNumbers: readonly number[],
): Promise<readonly unknown[]> {
  if (releaseNumbers.length === 0) return [];
  const rows = await database.orm
    .selectDistinctOn([fact.key], { body: fact.body })
    .from(fact)
    .where(and(eq(fact.kind, kind), isIn(releaseNumbers)))
    .orderBy(fact.key, positionIn(releaseNumbers))
    .limit(maximumFacts);
  return rows.map(({ body }) => body);
}

/** Whether the release of a fact is one of a list, and where it stands in it. */
const isIn = (releaseNumbers: readonly number[]) => sql`${fact.releaseNumber} = any(${numberArray(releaseNumbers)})`;
const positionIn = (releaseNumbers: readonly number[]) =>
  sql`array_position(${numberArray(releaseNumbers)}, ${fact.releaseNumber})`;
