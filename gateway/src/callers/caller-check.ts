import { HttpError, type HttpProblem } from '@boroughgraph/schema/http/http-problem.ts';
import { isPurpose, type Purpose, purposeHeader, purposes } from '@boroughgraph/schema/wire/purposes.ts';
import { anonymousViewer, type Viewer } from '@boroughgraph/schema/wire/viewer.ts';
import { decodeJwt, errors, jwtVerify } from 'jose';
import { hasHash, idOfKey } from '../directory/api-keys.ts';
import type { Directory } from '../directory/directory.ts';
import { apiKeyHeader, isRepeated } from './caller-headers.ts';
import type { CallerIssuer } from './caller-issuer.ts';
import { type CallerClaims, keySubject, readClaims } from './read-claims.ts';

/** The headers of a request. */
type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What of a request says who sends it. */
interface SentRequest {
  readonly headers: Headers;
  /** As they were sent: name, value, name, value. */
  readonly rawHeaders: readonly string[];
}

/** Seconds by which the clocks of issuers and of the gateway may differ. */
const clockToleranceSeconds = 5;

/** Seconds for which a token may be good: a day. Who has left an organisation is let in no longer. */
const longestSeconds = 86_400;

/** Tells who sends requests, by what issuers say of them and by the directory of their organisations. */
export class CallerCheck {
  readonly #issuers: ReadonlyMap<string, CallerIssuer>;
  readonly #directory: Directory | null;

  /** @param directory - Null where there is none: then no key is accepted, and a token alone says what its bearer may do. */
  constructor(issuers: readonly CallerIssuer[], directory: Directory | null) {
    this.#issuers = new Map(issuers.map((issuer) => [issuer.issuer, issuer]));
    this.#directory = directory;
  }

  /**
   * Who sends a request: anonymous without a token or key.
   *
   * @throws {HttpError} 401 where there is a token or key that is not accepted, 403 where it does not allow the purpose or its bearer is no
   * colleague of his organisation any more, 400 where the purpose is none, 503 where its issuer cannot be asked for its keys or the directory
   * is away. No sentence repeats anything of the token or key.
   */
  async identify({ headers, rawHeaders }: SentRequest): Promise<Viewer> {
    const { authorization, [apiKeyHeader]: key } = headers;
    const purpose = readPurpose(headers);
    if (authorization === undefined && key === undefined) return anonymousViewer;
    if (authorization !== undefined && key !== undefined)
      throw refuse(`There are both "authorization" and "${apiKeyHeader}": expected one, so that it is clear who asks.`);
    if (isRepeated(rawHeaders, 'authorization'))
      throw refuse('There are several "authorization": expected one, so that it is clear who asks.');
    const { purposes: allowed, ...caller } = await (key === undefined
      ? this.#byToken(authorization)
      : this.#byKey(key));
    if (purpose !== null && !allowed.includes(purpose)) throw refusePurpose(purpose, allowed);
    return { kind: 'named', ...caller, purpose };
  }

  async #byToken(authorization: unknown): Promise<CallerClaims> {
    const token =
      typeof authorization === 'string' ? /^bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1] : null;
    if (token == null) throw refuse('The header "authorization" has no token: expected "Bearer" and a signed JWT.');
    const issuer = this.#issuerOf(token);
    const claims = await verify(token, issuer);
    // Whoever develops on this machine could add himself.
    if (issuer.organisations === null || this.#directory === null) return claims;
    const colleague = await this.#directory.findColleague(claims);
    if (colleague === null) throw refuseColleague('is not, or no longer, a colleague of its organisation here');
    if (colleague.hasLapsed) throw refuseColleague('has not been confirmed by its organisation for a year');
    return { ...claims, scopes: claims.scopes.filter((scope) => colleague.scopes.includes(scope)) };
  }

  async #byKey(text: string | readonly string[]): Promise<CallerClaims> {
    const id = typeof text === 'string' ? idOfKey(text) : null;
    const found = id === null ? null : ((await this.#directory?.findKey(id)) ?? null);
    if (typeof text !== 'string' || id === null || found === null || !hasHash(text, found.hash))
      throw refuse(`The header "${apiKeyHeader}" has no key that is accepted here.`);
    const { organisation, role, scopes, purposes: allowed } = found;
    if (found.isRevoked) throw refuse('The key was revoked.');
    if (found.hasExpired) throw refuse('The key has expired. Have another one made.');
    return { subject: keySubject(id), organisation, role, scopes, purposes: allowed };
  }

  /** By what the token says of itself, which is not believed: its signature has to be by a key of that issuer. */
  #issuerOf(token: string): CallerIssuer {
    const issuer = this.#issuers.get(issuerNamedIn(token) ?? '');
    if (issuer === undefined) throw refuse('The issuer of the token is not one that is accepted here.');
    return issuer;
  }
}

/** Whom a token names, whose signature and claims are as they have to be. */
async function verify(token: string, issuer: CallerIssuer): Promise<CallerClaims> {
  const { audience, algorithms, keys } = issuer;
  const payload = await jwtVerify(token, keys, {
    issuer: issuer.issuer,
    audience,
    algorithms: [...algorithms],
    requiredClaims: ['exp', 'sub'],
    clockTolerance: clockToleranceSeconds,
  }).then(
    (verified) => verified.payload,
    (error: unknown) => {
      throw refuseUnverified(error);
    },
  );
  if ((payload.exp ?? 0) > Date.now() / 1_000 + longestSeconds)
    throw refuse('The token is good for more than a day: expected one that ends sooner.');
  const claims = readClaims(payload);
  if ('unusable' in claims)
    throw refuse(`The claim "${claims.unusable}" of the token is missing, or has a form that is not accepted.`);
  if (issuer.organisations?.includes(claims.organisation) === false)
    throw refuse('The token is for an organisation for which its issuer does not speak here.');
  return claims;
}

function issuerNamedIn(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    throw refuse('The token is no JWT.');
  }
}

function readPurpose(headers: Headers): Purpose | null {
  const text = headers[purposeHeader];
  if (text === undefined || isPurpose(text)) return text ?? null;
  const message = `The header "${purposeHeader}" names no purpose that there is: expected one of ${purposes.join(', ')}.`;
  throw new HttpError({ status: 400, code: 'BAD_REQUEST', message });
}

function refusePurpose(purpose: Purpose, allowed: readonly Purpose[]): HttpError {
  const may = allowed.length === 0 ? 'for none' : `for ${allowed.join(', ')}`;
  const message = `The token or key does not allow the purpose ${purpose}: its bearer may ask ${may}.`;
  return new HttpError({ status: 403, code: 'FORBIDDEN', message });
}

/** Of somebody whose token is what it has to be. */
function refuseColleague(reason: string): HttpError {
  const message = `Whom the token names ${reason}: an administrator of the organisation can let such a person in. Without a token the open part is answered.`;
  return new HttpError({ status: 403, code: 'FORBIDDEN', message });
}

const refuse = (message: string): HttpError => new HttpError({ status: 401, code: 'UNAUTHENTICATED', message });

const unavailable: HttpProblem = {
  status: 503,
  code: 'ISSUER_UNAVAILABLE',
  message:
    'The issuer of the token cannot be asked for its keys at present, so that nobody is let in by it. Ask again later.',
};

/** What a caller is told of a token that was not verified; what else `jose` says may quote the token. */
function refuseUnverified(error: unknown): HttpError {
  if (error instanceof errors.JWTExpired) return refuse('The token has expired. Get a new one.');
  if (error instanceof errors.JWTClaimValidationFailed) return refuse(describeClaim(error.claim));
  if (error instanceof errors.JOSEAlgNotAllowed)
    return refuse('The token is signed by an algorithm that is not accepted from its issuer.');
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys)
    return refuse('The token is not signed by a key that its issuer has.');
  if (error instanceof errors.JWSSignatureVerificationFailed) return refuse('The signature of the token is wrong.');
  if (
    error instanceof errors.JWSInvalid ||
    error instanceof errors.JWTInvalid ||
    error instanceof errors.JOSENotSupported
  )
    return refuse('The token is no JWT that can be used.');
  return new HttpError(unavailable);
}

function describeClaim(claim: string): string {
  const sentences: Readonly<Record<string, string>> = {
    aud: 'The token is for somebody else: its audience is not this graph.',
    nbf: 'The token is not good yet.',
    exp: 'The token does not say until when it is good.',
    sub: 'The token does not say whom it names.',
  };
  return sentences[claim] ?? 'A claim of the token is missing, or has a form that is not accepted.';
}
