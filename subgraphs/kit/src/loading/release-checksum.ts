import { createHmac } from 'node:crypto';
import type postgres from 'postgres';

/** Begins a checksum that only who holds the store can work out. */
const keyedMark = 'hmac-sha256:';

/** The two checksums of one file: of its bytes, which anyone can work out, and under the key of the store, which nobody else can. */
export interface FileChecksums {
  readonly plain: string;
  readonly keyed: string;
}

/**
 * The checksums that the bytes of a file have in a store, given their SHA-256 in hexadecimal.
 *
 * A file may show small numbers that are served to nobody. Who may see a checksum of its bytes could write the file anew with
 * every guess at them, and would know the right one by it: such a file is known by the keyed checksum alone.
 */
export async function checksumsOf(sql: postgres.ISql, plain: string): Promise<FileChecksums> {
  const [key] = await sql<{ secret: string }[]>`select secret from checksum_key`;
  if (key === undefined) throw new Error('the store has no key for checksums: its migrations are not complete');
  return { plain, keyed: keyedChecksum(key.secret, plain) };
}

/** The part of a checksum that an id of a release carries: eight hexadecimal digits. */
export function shortChecksum(checksum: string): string {
  return checksum.replace(keyedMark, '').slice(0, 8);
}

/** Keys the checksums of releases of which something is withheld only now, as they were served in plain until then. */
export async function keyChecksums(sql: postgres.ISql, releaseNumbers: ReadonlySet<number>): Promise<void> {
  for (const number of releaseNumbers) {
    const [stored] = await sql<{ checksum: string }[]>`select checksum from release where number = ${number}`;
    if (stored === undefined || stored.checksum.startsWith(keyedMark)) continue;
    const { keyed } = await checksumsOf(sql, stored.checksum);
    await sql`update release set checksum = ${keyed} where number = ${number}`;
  }
}

/** The checksums that releases have once something is withheld in them, of those that are served in plain until then; each once. */
export async function pendingChecksums(
  sql: postgres.ISql,
  pending: readonly { readonly releaseNumber: number; readonly causeNumber: number }[],
) {
  const different = new Map(
    pending.map(({ releaseNumber, causeNumber }) => [
      `${releaseNumber} ${causeNumber}`,
      { releaseNumber, causeNumber },
    ]),
  );
  const found = [];
  for (const of of different.values()) {
    const [stored] = await sql<{ checksum: string }[]>`select checksum from release where number = ${of.releaseNumber}`;
    if (stored === undefined || stored.checksum.startsWith(keyedMark)) continue;
    found.push({ ...of, checksum: (await checksumsOf(sql, stored.checksum)).keyed });
  }
  return found;
}

const keyedChecksum = (secret: string, plain: string) =>
  `${keyedMark}${createHmac('sha256', secret).update(plain).digest('hex')}`;
