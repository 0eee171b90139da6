import {
  createHmac,
  createPublicKey,
  createSecretKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  timingSafeEqual,
} from 'node:crypto';
import { z } from 'zod';

/*
 * Signing and verifying take 150 microseconds for each request to an agency, which is a tenth of a small one. So a gateway and an agency
 * agree on a secret that nobody else has, by X25519 (RFC 7748): the gateway offers its half in a request that its key has signed, the
 * agency answers with its own, and what follows is sealed with an HMAC. Whose key is believed stays as it was. The agency's half is
 * signed by nobody: who puts another in its place shares a secret with the gateway that no agency takes, and the gateway signs again.
 */

/** Where an agency agrees on sessions with gateways. */
export const sessionPath = '/session';

/** How long a session is good for, in milliseconds. It ends earlier when its agency is started anew, as one is from which a gateway's key is taken. */
export const sessionMs = 600_000;

/** A public half: 32 bytes in base64url. */
const half = z.string().regex(/^[\w-]{43}$/);

/** What a gateway offers, in a body that its key has signed. */
export const sessionOffer = z.strictObject({ half });

/** What an agency answers that takes an offer. */
export const sessionAnswer = z.object({
  /** What tokens call the session by. */
  session: z.string().regex(/^[\w-]{1,100}$/),
  half,
  /** How long the session is good for from now on, in milliseconds. */
  lastsMs: z.number().positive(),
});

/** What an agency answers that takes an offer. */
export type SessionAnswer = z.infer<typeof sessionAnswer>;

/** What one gateway and one agency agreed on. */
export interface ViewerSession {
  /** The one header of its tokens, as it stands in them. */
  readonly header: string;
  /** For HMAC-SHA256, and for nothing else. */
  readonly key: KeyObject;
}

/** One side's part of an agreement, for one session: whoever has it afterwards could read none of another. */
export interface SessionHalf {
  readonly privateKey: KeyObject;
  /** The public half, as the other side is told it. */
  readonly text: string;
}

/** What both sides have to mean when they agree: another word in it is another secret. */
export interface SessionTerms {
  readonly agency: string;
  readonly session: string;
  readonly gatewayHalf: string;
  readonly agencyHalf: string;
}

/** A half that nobody has had before. */
export function makeSessionHalf(): SessionHalf {
  const { privateKey, publicKey } = generateKeyPairSync('x25519');
  return { privateKey, text: String(publicKey.export({ format: 'jwk' }).x) };
}

/**
 * The session that two halves make, the same on both sides.
 *
 * @param other - The half of the other side, which is one of those in the terms.
 * @throws {Error} where it is no point that hides anything: with one of low order the secret would be nothing but zeros, known to everybody.
 */
export function agreeOnSession(terms: SessionTerms, own: KeyObject, other: string): ViewerSession {
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: other }, format: 'jwk' });
  const shared = diffieHellman({ privateKey: own, publicKey });
  const { agency, session, gatewayHalf, agencyHalf } = terms;
  const info = JSON.stringify(['boroughgraph-viewer-session', agency, session, gatewayHalf, agencyHalf]);
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', shared, '', info, 32)));
  const header = { alg: 'HS256', typ: 'boroughgraph-viewer-session', kid: session };
  return { header: Buffer.from(JSON.stringify(header)).toString('base64url'), key };
}

/** The seal of a text, by the key of a session, in base64url. */
export function sealBySession(text: string, key: KeyObject): string {
  return createHmac('sha256', key).update(text).digest('base64url');
}

/** Whether a seal is that of a text; how long that takes says nothing of the right one. Never throws. */
export function isSealedBySession(text: string, seal: string, key: KeyObject): boolean {
  const [right, told] = [Buffer.from(sealBySession(text, key)), Buffer.from(seal)];
  return right.length === told.length && timingSafeEqual(right, told);
}
