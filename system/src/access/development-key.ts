import { createPrivateKey, createPublicKey, generateKeyPairSync, type JsonWebKey, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Environment } from '@boroughgraph/schema/process/environment.ts';
import { isLoopback } from '@boroughgraph/schema/process/loopback.ts';
import { Problem, describeError, systemErrorCode } from '../problem.ts';
import type { Settings } from '../settings.ts';
import { createDataFolder, type DataFolder } from '../stores/data-folder.ts';

/**
 * The public key, as a JWK, whose tokens a gateway on this machine believes; null where issuers vouch for callers, or other machines
 * reach the gateway, or the data folder has neither PostgreSQL nor such a key, which is made for nothing else. No variable but the first two decides it: whoever
 * has the data folder could be anybody.
 *
 * @throws {Problem} when the key can neither be read nor made.
 */
export function developmentKeyFor({ folder, host }: Settings, environment: Environment): string | null {
  if (hasIssuers(environment) || !isLoopback(host)) return null;
  if (!existsSync(folder.postgres) && !existsSync(folder.developmentKey)) return null;
  return JSON.stringify(createPublicKey(ensureKey(folder.developmentKey, folder)).export({ format: 'jwk' }));
}

/** Whether somebody vouches for callers, so that a key for development is used by nobody. Never throws. */
export function hasIssuers(environment: Environment): boolean {
  return (environment['CALLER_ISSUERS'] ?? '').trim() !== '';
}

/**
 * The private key in a file of a data folder, made where there is none.
 *
 * @throws {Problem} naming the file, when it can neither be read nor made.
 */
export function ensureKey(path: string, folder: DataFolder): KeyObject {
  try {
    createDataFolder(folder);
    // Of two that make one at once, the second finds that of the first.
    if (!exists(path)) writeNew(path, generateKeyPairSync('ed25519').privateKey);
    const jwk = JSON.parse(readFileSync(path, 'utf8')) as JsonWebKey;
    return createPrivateKey({ key: jwk, format: 'jwk' });
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(
      `The key ${path} cannot be used: ${describeError(error)}. Put back what was there: what it has signed is believed by no other.`,
      {
        cause: error,
      },
    );
  }
}

function exists(path: string): boolean {
  try {
    return readFileSync(path).length > 0;
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

function writeNew(path: string, key: KeyObject): void {
  try {
    writeFileSync(path, JSON.stringify(key.export({ format: 'jwk' })), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (systemErrorCode(error) !== 'EEXIST') throw error;
  }
}
