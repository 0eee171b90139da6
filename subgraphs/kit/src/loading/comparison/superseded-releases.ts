import type postgres from 'postgres';
import { type OrdinalRange, rangesOf } from '../protection/bound-periods.ts';
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
  const heads = await listReleases(sql, [release.dataset], reachesAny(sql, rangesOf(release.covered)));
  const before = heads.filter((head) => isBefore(head, release) && overlaps(head, release));
  return readContents(sql, before.toSorted(newestFirst));
}

/** Of releases `r` those that may cover a period of some ranges. */
const reachesAny = (sql: postgres.ISql, ranges: readonly OrdinalRange[]) =>
  sql`r.number in (select c.release_number from coverage c
    join json_to_recordset(${JSON.stringify(ranges)}::text::json) as asked(id text, first integer, last integer) on asked.id = c.indicator_id
    where c.first_ordinal <= asked.last and c.first_ordinal + json_array_length(c.period_ids) > asked.first)`;

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
