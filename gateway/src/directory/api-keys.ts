import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Purpose } from '@boroughgraph/schema/wire/purposes.ts';
import type postgres from 'postgres';

/** What a machine may do with its key. */
export interface KeyRights {
  readonly organisation: string;
  /** What the machine is in its organisation; null where nobody says. */
  readonly role: string | null;
  readonly scopes: readonly string[];
  /** What it may ask for. */
  readonly purposes: readonly Purpose[];
}

/** A key as it is kept, without its hash. */
export type KeptKey = KeyRights & {
  readonly id: string;
  /** In ISO 8601, as all moments here. */
  readonly madeAt: string;
  readonly expiresAt: string;
  /** Null where it was not revoked. */
  readonly revokedAt: string | null;
};

/** Days for which a key is good at most. A machine whose key nobody has renewed for a year is one that nobody looks after. */
export const longestKeyDays = 365;

/** `bgk_`, its id, and 32 random bytes: the start tells scanners of source code what they have found. */
const keyPattern = /^bgk_([0-9a-f]{12})_[\w-]{43}$/;

/** The id of a key; null where the text is no key. Never throws. */
export function idOfKey(text: string): string | null {
  return keyPattern.exec(text)?.[1] ?? null;
}

/**
 * Whether a key has a hash. One round of SHA-256 does: what is hashed is random, so that nobody can guess it as he could a password. Never
 * throws.
 */
export function hasHash(text: string, hash: string): boolean {
  const own = Buffer.from(hashOfKey(text));
  const kept = Buffer.from(hash);
  return own.length === kept.length && timingSafeEqual(own, kept);
}

const hashOfKey = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Makes a key, keeps its hash, and returns it: nobody can read it again. */
export async function addKey(
  sql: postgres.ISql,
  { organisation, role, scopes, purposes }: KeyRights,
  days: number,
): Promise<{ readonly id: string; readonly key: string }> {
  const id = randomBytes(6).toString('hex');
  const key = `bgk_${id}_${randomBytes(32).toString('base64url')}`;
  await sql`
    insert into directory.api_key (id, organisation, role, scopes, purposes, hash, expires_at)
    values (${id}, ${organisation}, ${role}, ${[...scopes]}, ${[...purposes]}, ${hashOfKey(key)}, now() + make_interval(days => ${days}))`;
  return { id, key };
}

/** Revokes a key of an organisation: it lets nobody in from the next request on. False where there is none that was not revoked. */
export async function revokeKey(sql: postgres.ISql, organisation: string, id: string): Promise<boolean> {
  const revoked = await sql`
    update directory.api_key set revoked_at = now()
    where id = ${id} and organisation = ${organisation} and revoked_at is null returning id`;
  return revoked.length > 0;
}

/** All keys of an organisation, those that were revoked or have expired too, oldest first. */
export async function listKeys(sql: postgres.ISql, organisation: string): Promise<readonly KeptKey[]> {
  return sql<KeptKey[]>`
    select id, organisation, role, scopes, purposes, ${moment(sql, 'made_at')} as "madeAt", ${moment(sql, 'expires_at')} as "expiresAt",
      ${moment(sql, 'revoked_at')} as "revokedAt"
    from directory.api_key where organisation = ${organisation} order by made_at, id`;
}

/** A moment of a column as text in ISO 8601. */
export function moment(sql: postgres.ISql, column: string): postgres.PendingQuery<postgres.Row[]> {
  return sql`to_char(${sql(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
}
