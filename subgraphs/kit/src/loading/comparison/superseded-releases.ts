import type postgres from 'postgres';
import {
  listReleases,
  type PublishedRelease,
  readContents,
  type ReleaseHead,
} from '../protection/published-releases.ts';
import { newestFirst } from '../protection/release-order.ts';

/** The release that is about to be loaded, as far as it says which others it answers in the place of. */
export type NewRelease = Pick<
  PublishedRelease,
  'dataset' | 'publishedAt' | 'latestPeriodEnd' | 'isSynthetic' | 'covered' | 'hiddenUntil'
>;

/**
 * The releases that answer until now for something that a new one covers, newest first: those that stand, that come before it in the
 * catalogue, and that are seen by the time it is. Made-up ones and real ones do not supersede each other.
 */
export async function readSuperseded(sql: postgres.ISql, release: NewRelease): Promise<readonly PublishedRelease[]> {
  const heads = await listReleases(sql, [release.dataset]);
  const before = heads.filter((head) => isBefore(head, release) && overlaps(head, release));
  return readContents(sql, before.toSorted(newestFirst));
}

function isBefore(head: ReleaseHead, release: NewRelease): boolean {
  if (head.isRecalled === true || head.isSynthetic !== release.isSynthetic) return false;
  if ((head.hiddenUntil ?? 0) > (release.hiddenUntil ?? 0)) return false;
  return newestFirst({ ...release, number: null }, head) < 0;
}

function overlaps({ covered }: ReleaseHead, release: NewRelease): boolean {
  return [...release.covered].some(([id, ordinals]) =>
    [...ordinals].some((ordinal) => covered.get(id)?.has(ordinal) === true),
  );
}
