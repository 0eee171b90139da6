import { and, eq, isNull, not } from 'drizzle-orm';
import { restrictedPart } from './access-tables.ts';
import type { StoreReader } from './database.ts';
import { release } from './tables.ts';

/**
 * The id of a release of which only named users may read something; null where everybody may read all that the store has, and of what was
 * made up for a sample, which tells of nobody.
 *
 * @throws when the database does not answer.
 */
export async function findRestrictedRelease({ orm }: StoreReader): Promise<string | null> {
  const [found] = await orm
    .select({ id: release.id })
    .from(release)
    .innerJoin(restrictedPart, eq(restrictedPart.datasetId, release.datasetId))
    .where(and(isNull(release.recalledAt), not(release.isSynthetic)))
    .limit(1);
  return found?.id ?? null;
}
