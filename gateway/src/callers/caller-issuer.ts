import { createLocalJWKSet, createRemoteJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';

/** The algorithms with which a token may be signed: asymmetric ones alone, so that who checks tokens cannot make any. */
export const tokenAlgorithms = [
  'EdDSA',
  'Ed25519',
  'ES256',
  'ES384',
  'ES512',
  'PS256',
  'PS384',
  'PS512',
  'RS256',
] as const;

/** An algorithm with which a token may be signed. */
export type TokenAlgorithm = (typeof tokenAlgorithms)[number];

/** Who vouches for callers, and for whose. */
export interface CallerIssuer {
  /** As its tokens say it in `iss`: `https://login.police.example/`. */
  readonly issuer: string;
  /** What its tokens for this graph say in `aud`. */
  readonly audience: string;
  /** The organisations whose people it may name; a token of it for another is refused. Null for any, which is for development alone. */
  readonly organisations: readonly string[] | null;
  readonly algorithms: readonly TokenAlgorithm[];
  /** Gives the key that a token names; rejects where there is none, or where the issuer cannot be asked. */
  readonly keys: JWTVerifyGetKey;
  /** How people sign in by it on the pages of the gateway. @default null: they bring a token */
  readonly signIn?: SignInWay | null;
}

/** How a page leads people to an issuer, and what it asks for there, as a client without a secret. */
export interface SignInWay {
  /** What people call it: `Metropolitan Police`. */
  readonly name: string;
  /** The page's own id at the issuer. */
  readonly clientId: string;
  /** OAuth's words with spaces between them, `openid` among them. */
  readonly scope: string;
  /** What the issuer wants to be told besides, such as for whom the token is. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Origins that the page may ask: that of the issuer, and of its endpoints where they are elsewhere. */
  readonly origins: readonly string[];
}

/** How long the keys of an issuer are asked for at most, in milliseconds: somebody waits for an answer. */
const askKeysMs = 3_000;

/** How long keys are believed without asking again, in milliseconds: so long a key that was withdrawn may still open the door. */
const believeKeysMs = 600_000;

/** How long a key that nobody knows does not make us ask for the keys again, in milliseconds: made-up ones must not keep an issuer busy. */
const askAgainMs = 10_000;

/** The keys at an address, asked for when they are needed: a key that is new there is taken without a restart. Asks nobody yet. */
export function keysAt(url: string): JWTVerifyGetKey {
  return createRemoteJWKSet(new URL(url), {
    timeoutDuration: askKeysMs,
    cacheMaxAge: believeKeysMs,
    cooldownDuration: askAgainMs,
  });
}

/** Keys that are here already. */
export function keysOf(set: JSONWebKeySet): JWTVerifyGetKey {
  return createLocalJWKSet(set);
}
