import { exportJWK, generateKeyPair, type JWTHeaderParameters, type JWTPayload, SignJWT } from 'jose';
import { type CallerIssuer, keysAt } from '../src/callers/caller-issuer.ts';
import { listen, type ListeningServer } from './listening-server.ts';

/** An issuer of tokens that runs, its keys over HTTP. */
export type TestIssuer = ListeningServer & {
  /** As a gateway is told of it. */
  readonly issuer: CallerIssuer;
  /** How often its keys were asked for. */
  readonly asked: () => number;
  /** What it answers with from now on in the place of its keys: a status and a text. */
  readonly answerWith: (status: number, text: string) => void;
  /** From now on it has a key of this name, and no other. */
  readonly rotateTo: (kid: string) => Promise<void>;
  /** A token for an analyst of the police, by its newest key; the claims that are given come in the place of his, and undefined takes one away. */
  readonly sign: (claims?: JWTPayload, header?: Partial<JWTHeaderParameters>) => Promise<string>;
};

/** A rule that a token may say has to be understood, and that nobody here does. */
export const criticalRule = 'urn:boroughgraph:unknown-rule';

/** Starts an issuer that speaks for the police. */
export async function startTestIssuer(name = 'https://login.police.invalid/'): Promise<TestIssuer> {
  let asked = 0;
  let key = await makeKey('first');
  let instead: readonly [status: number, text: string] | null = null;
  const server = await listen((_request, response) => {
    asked += 1;
    const [status, text] = instead ?? [200, JSON.stringify({ keys: [key.jwk] })];
    response.writeHead(status, { 'content-type': 'application/json' }).end(text);
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
    answerWith: (...answer) => {
      instead = answer;
    },
    rotateTo: async (kid) => {
      key = await makeKey(kid);
    },
    sign: (claims = {}, header = {}) =>
      new SignJWT({ ...analyst(name), ...claims })
        .setProtectedHeader({ alg: 'ES256', kid: key.kid, ...header })
        .sign(key.privateKey, { crit: { [criticalRule]: true } }),
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
