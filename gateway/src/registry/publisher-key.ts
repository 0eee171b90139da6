import { createPrivateKey, generateKeyPairSync, type JsonWebKey, type KeyObject } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * The key with which versions of the graph are signed, from a file that only its owner may read; made where there is none.
 *
 * @throws {Error} when the file can neither be read nor made, or holds no Ed25519 key as a JWK.
 */
export function ensurePublisherKey(path: string): KeyObject {
  mkdirSync(dirname(path), { recursive: true });
  try {
    const jwk = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
    // Of two that make one at once, the second finds that of the first.
    writeFileSync(path, JSON.stringify(jwk), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  // What no key can be made of is refused there.
  const key = createPrivateKey({ key: JSON.parse(readFileSync(path, 'utf8')) as JsonWebKey, format: 'jwk' });
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${path} holds a key of another kind: expected Ed25519`);
  return key;
}
