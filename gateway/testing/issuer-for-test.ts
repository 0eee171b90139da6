import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { type CallerIssuer, keysAt } from '../src/callers/caller-issuer.ts';
import { listen, type ListeningServer } from './listening-server.ts';

/** An issuer of tokens that runs, its keys over HTTP. */
export type TestIssuer = ListeningServer & {
  /** As a gateway is told of it. */
  readonly issuer: CallerIssuer;
  /** How often its keys were asked for. */
  readonly asked: () => number;
  /** From now on it has a key of this name, and no other. */
  readonly rotateTo: (kid: string) => Promise<void>;
  /** A token for an analyst of the police, by its newest key; the claims that are given come in the place of his, and undefined takes one away. */
  readonly sign: (claims?: JWTPayload, header?: Readonly<Record<string, string>>) => Promise<string>;
};

/** Starts an issuer that speaks for the police. */
export async function startTestIssuer(name = 'https://login.police.invalid/'): Promise<TestIssuer> {
  let asked = 0;
  let key = await makeKey('first');
  const server = await listen((_request, response) => {
    asked += 1;
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [key.jwk] }));
  });
  return {
    ...server,
    asked: () => asked,
    issuer: {
      issuer: name,
      audience: 'boroughgraph',
      organisations: ['met-police'],
      algorithms: ['ES256'],
      keys: keysAt(server.url),
    },
    rotateTo: async (kid) => {
      key = await makeKey(kid);
    },
    sign: (claims = {}, header = {}) =>
      new SignJWT({ ...analyst(name), ...claims })
        .setProtectedHeader({ alg: 'ES256', kid: key.kid, ...header })
        .sign(key.privateKey),
  };
}

function analyst(iss: string): JWTPayload {
  return {
    iss,
    aud: 'boroughgraph',
    sub: 'analyst-7',
    exp: Math.floor(Date.now() / 1_000) + 600,
    organisation: 'met-police',
    role: 'analyst',
    scope: 'health:restricted policing:restricted',
    purposes: ['SERIOUS_VIOLENCE_DUTY'],
  };
}

async function makeKey(kid: string) {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'ES256' } };
}
