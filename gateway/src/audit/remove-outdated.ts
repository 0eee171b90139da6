import { createPublicKey, sign } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type AuditPlace, syncFolder, writeDurably } from './audit-chain.ts';
import { type AuditRemoval, headSuffix, recordsSuffix, removedSuffix, textOfRemoval } from './audit-record.ts';
import { type AuditState, verifyAudit } from './verify-audit.ts';

/**
 * Years for which what was asked is held. As long as the figures that it is about: see the kit's `retention.ts`, whose reason is the same.
 */
export const auditYears = 6;

/** What was removed, or what is wrong with the audit, of which nothing is removed then: it would take the traces with it. */
export type Removed =
  | { readonly kind: 'removed'; readonly removals: readonly AuditRemoval[] }
  | { readonly kind: 'refused'; readonly problems: readonly string[] };

/**
 * Removes the records of writers whose last is older than {@link auditYears}. What is left of each is a signed file that says where it stood
 * and from when to when its records were, so that writers that name it, and whoever noted where it stood, still find that.
 *
 * @param now - Milliseconds since 1970.
 * @throws when the folder cannot be read or written; a second call goes on from there.
 */
export async function removeOutdated({ folder, key }: AuditPlace, now: number): Promise<Removed> {
  const state = await verifyAudit(folder, createPublicKey(key));
  if (state.problems.length > 0) return { kind: 'refused', problems: state.problems };
  const removals = findOutdated(state, now);
  for (const removal of removals) {
    const path = join(folder, removal.writer + removedSuffix);
    const signature = sign(null, Buffer.from(textOfRemoval(removal)), key).toString('base64url');
    await writeDurably(`${path}.new`, JSON.stringify({ ...removal, signature }));
    await rename(`${path}.new`, path);
    await syncFolder(folder);
    for (const suffix of [recordsSuffix, headSuffix]) await rm(join(folder, removal.writer + suffix), { force: true });
  }
  return { kind: 'removed', removals };
}

function findOutdated({ records, heads }: AuditState, now: number): readonly AuditRemoval[] {
  const oldest = new Date(now);
  oldest.setUTCFullYear(oldest.getUTCFullYear() - auditYears);
  const removedAt = new Date(now).toISOString();
  return [...Map.groupBy(records, ({ writer }) => writer)].flatMap(([writer, own]) => {
    const times = own.map(({ content: { at } }) => at).toSorted();
    const [from = '', until = ''] = [times[0], times.at(-1)];
    const head = heads.findLast((each) => each.writer === writer);
    if (head === undefined || until >= oldest.toISOString()) return [];
    return [{ writer, sequence: head.sequence, hash: head.hash, from, until, removedAt }];
  });
}
