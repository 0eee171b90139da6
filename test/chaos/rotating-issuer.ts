import { once } from 'node:events';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { removeFolder } from '../support/remove-folder.ts';

const issuer = 'https://login.police.invalid/';

/** Somebody of whom the issuer speaks. */
export const rotatingCaller = { organisation: 'met-police', subject: 'analyst' };

/** Vouches for one caller, by keys that come and go while it is asked. */
export interface RotatingIssuer extends AsyncDisposable {
  /** What `CALLER_ISSUERS` names. */
  readonly file: string;
  /** A token of the caller, by the key that signs at the moment. */
  readonly sign: () => Promise<string>;
  /** Lists a new key beside the one that signs. */
  readonly announce: () => Promise<void>;
  /** Signs with the newest key from now on, and lists no other. */
  readonly rotate: () => void;
}

interface Key {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly jwk: JWK;
}

/** Starts an issuer that speaks for the police, with one key. */
export async function startRotatingIssuer(): Promise<RotatingIssuer> {
  let signing = await makeKey('key-1');
  let newest = signing;
  const server = createServer((_, response) => {
    const keys = [...new Set([signing, newest])].map(({ jwk }) => jwk);
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on a port has such an address.
  const { port } = server.address() as AddressInfo;
  const folder = await mkdtemp(join(tmpdir(), 'boroughgraph-issuer-'));
  const file = join(folder, 'issuers.json');
  const { organisation, subject } = rotatingCaller;
  const jwksUrl = `http://127.0.0.1:${port}/keys`;
  await writeFile(file, JSON.stringify([{ issuer, jwksUrl, organisations: [organisation] }]));
  let made = 1;
  return {
    file,
    sign: () =>
      new SignJWT({ organisation })
        .setProtectedHeader({ alg: 'ES256', kid: signing.kid })
        .setIssuer(issuer)
        .setAudience('boroughgraph')
        .setSubject(subject)
        .setExpirationTime('5m')
        .sign(signing.privateKey),
    announce: async () => {
      made += 1;
      newest = await makeKey(`key-${made}`);
    },
    rotate: () => {
      signing = newest;
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await removeFolder(folder);
    },
  };
}

async function makeKey(kid: string): Promise<Key> {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'ES256' } };
}
