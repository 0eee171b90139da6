import { hash, type KeyObject, randomUUID, sign, verify } from 'node:crypto';
import { z } from 'zod';
import { purposes } from './purposes.ts';
import { anonymousViewer, type Viewer } from './viewer.ts';
import { isSealedBySession, sealBySession, type SessionAnswer, type ViewerSession } from './viewer-session.ts';
import { ViewerSessions } from './viewer-sessions.ts';

/** What one token is good for: one body, for one agency, now. */
export interface TokenRequest {
  readonly viewer: Viewer;
  /** The agency for which it is meant. */
  readonly agency: string;
  readonly requestId: string;
  readonly body: string;
}

/** What a token says that is good. Its body has still to be compared. */
export interface ReadToken {
  readonly viewer: Viewer;
  readonly requestId: string;
  /** As {@link hashBody} writes it. */
  readonly bodyHash: string;
  /** Whether a session stands for it, and no key of a gateway itself. */
  readonly isOfSession: boolean;
}

/** Seconds for which a token is good: it travels for milliseconds. */
const lifetimeSeconds = 30;

/** Seconds by which the clocks of a gateway and an agency may differ. */
const clockToleranceSeconds = 5;

/** The one header of what a key has signed; a session has one of its own: there is no algorithm to choose. */
const signedHeader = Buffer.from(JSON.stringify({ alg: 'EdDSA', typ: 'boroughgraph-viewer' })).toString('base64url');

const named = z.strictObject({
  kind: z.literal('named'),
  subject: z.string(),
  organisation: z.string(),
  role: z.string().nullable(),
  scopes: z.array(z.string()),
  purpose: z.enum(purposes).nullable(),
});

const claims = z.strictObject({
  aud: z.string(),
  iat: z.int(),
  exp: z.int(),
  jti: z.string(),
  request: z.string(),
  body: z.string(),
  viewer: named.optional(),
});

/**
 * The token with which a gateway tells an agency who sends a request: a JWT (RFC 7519), good once, for half a minute, for this body and
 * this agency. Signed with Ed25519 by the key of the gateway, or sealed by a session that this key has opened. By Node's own functions,
 * which take a quarter of the time of `jose`: one is written and read for every request to an agency.
 */
export function writeViewerToken(
  { viewer, agency, requestId, body }: TokenRequest,
  by: KeyObject | ViewerSession,
): string {
  const iat = nowInSeconds();
  const payload: z.infer<typeof claims> = {
    aud: agency,
    iat,
    exp: iat + lifetimeSeconds,
    jti: randomUUID(),
    request: requestId,
    body: hashBody(body),
    ...(viewer.kind === 'named' && { viewer: { ...viewer, scopes: [...viewer.scopes] } }),
  };
  const said = Buffer.from(JSON.stringify(payload)).toString('base64url');
  if ('header' in by) {
    const sealed = `${by.header}.${said}`;
    return `${sealed}.${sealBySession(sealed, by.key)}`;
  }
  const signed = `${signedHeader}.${said}`;
  return `${signed}.${sign(null, Buffer.from(signed), by).toString('base64url')}`;
}

/** The hash of a body, as a token has it. */
export function hashBody(body: string | Buffer): string {
  return hash('sha256', body, 'base64url');
}

/** Reads the tokens that are meant for one agency. */
export class ViewerTokenReader {
  readonly #agency: string;
  readonly #keys: readonly KeyObject[];
  readonly #sessions: ViewerSessions;
  readonly #seen = new SeenTokens();

  /** @param keys - The public keys of gateways; several while one replaces another. */
  constructor(agency: string, keys: readonly KeyObject[]) {
    this.#agency = agency;
    this.#keys = keys;
    this.#sessions = new ViewerSessions(agency);
  }

  /** What a token says; null where it is not by a gateway that is known, not for this agency, not of now, or was read before. Never throws. */
  read(token: string): ReadToken | null {
    const [headerEnd, end] = [token.indexOf('.'), token.lastIndexOf('.')];
    const header = token.slice(0, Math.max(headerEnd, 0));
    if (!this.#isBelieved(header, token.slice(0, Math.max(end, 0)), token.slice(end + 1))) return null;
    const payload = readClaims(token.slice(headerEnd + 1, end));
    if (payload === null) return null;
    const now = nowInSeconds();
    const isOfNow = payload.iat <= now + clockToleranceSeconds && payload.exp >= now - clockToleranceSeconds;
    const isShort = payload.exp - payload.iat <= lifetimeSeconds;
    if (payload.aud !== this.#agency || !isOfNow || !isShort || !this.#seen.add(payload.jti)) return null;
    const { viewer = anonymousViewer, request: requestId, body: bodyHash } = payload;
    return { viewer, requestId, bodyHash, isOfSession: header !== signedHeader };
  }

  /**
   * Agrees on a session, whose tokens are then good as well.
   *
   * @param gatewayHalf - As it stands in an offer whose own token was read here, and was not of a session.
   * @throws {Error} where it is no half to agree on anything with.
   */
  openSession(gatewayHalf: string): SessionAnswer {
    return this.#sessions.open(gatewayHalf);
  }

  #isBelieved(header: string, text: string, signature: string): boolean {
    if (header !== signedHeader) {
      const key = this.#sessions.keyOf(header);
      return key !== null && isSealedBySession(text, signature, key);
    }
    const [bytes, signed] = [Buffer.from(text), Buffer.from(signature, 'base64url')];
    return this.#keys.some((key) => verify(null, bytes, key, signed));
  }
}

/** What a token claims; null where a gateway that is known has written something else. */
function readClaims(text: string): z.infer<typeof claims> | null {
  try {
    return claims.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString())).data ?? null;
  } catch {
    return null;
  }
}

/** The tokens that were read while they were good: in two sets, of which the older is forgotten when all in it have ended. */
class SeenTokens {
  #current = new Set<string>();
  #earlier = new Set<string>();
  #since = nowInSeconds();

  /** False where it was there. */
  add(id: string): boolean {
    const now = nowInSeconds();
    if (now - this.#since > lifetimeSeconds + 2 * clockToleranceSeconds) {
      this.#earlier = this.#current;
      this.#current = new Set();
      this.#since = now;
    }
    if (this.#current.has(id) || this.#earlier.has(id)) return false;
    this.#current.add(id);
    return true;
  }
}

const nowInSeconds = (): number => Math.floor(Date.now() / 1_000);
