import { createHash, randomUUID } from 'node:crypto';
import { isPrepared } from '@boroughgraph/kit/store/preparation.ts';
import { fingerprintCode } from '../processes/code-fingerprint.ts';
import { projectFolder } from '../settings.ts';
import type { AgencyDatabase } from './open-databases.ts';
import { openStoreConnection } from './store-connection.ts';

/** A database with what stands for all that its store is prepared by. */
export interface MarkedDatabase extends AgencyDatabase {
  readonly mark: string;
}

/** Where the code lies that prepares stores, with the packages that it uses. */
const code = { folders: ['schema', 'subgraphs', 'system/src'], files: ['package-lock.json'] };

/**
 * Those of which the store is not as this code has left it when it last prepared it for the same reader and the same wish, in their order:
 * loading that code to find out that it has nothing to do is a fifth of a start.
 */
export async function findUnprepared(
  databases: readonly AgencyDatabase[],
  isSampleWanted: boolean,
): Promise<readonly MarkedDatabase[]> {
  const fingerprint = readFingerprint();
  const marked = databases.map((database) => {
    const by = JSON.stringify([fingerprint, isSampleWanted, database.reader]);
    return { ...database, mark: createHash('sha256').update(by).digest('base64url') };
  });
  const prepared = await Promise.all(marked.map(isPreparedBefore));
  return marked.filter((_, index) => prepared[index] !== true);
}

/** What stands for the code; where it cannot be read, such as without the lock file, a text that no store is marked with. */
function readFingerprint(): string {
  try {
    return fingerprintCode(projectFolder, code);
  } catch {
    return randomUUID();
  }
}

async function isPreparedBefore(database: MarkedDatabase): Promise<boolean> {
  const sql = openStoreConnection(database);
  try {
    return await isPrepared(sql, { mark: database.mark, schema: database.agency.schema });
  } finally {
    await sql.end({ timeout: 1 });
  }
}
