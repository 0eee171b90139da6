import { HttpError, type HttpProblem } from '@boroughgraph/schema/http/http-problem.ts';
import { isPurpose, type Purpose, purposeHeader, purposes } from '@boroughgraph/schema/wire/purposes.ts';
import { anonymousViewer, type Viewer } from '@boroughgraph/schema/wire/viewer.ts';
import { decodeJwt, errors, jwtVerify } from 'jose';
import type { CallerIssuer } from './caller-issuer.ts';
import { type CallerClaims, readClaims } from './read-claims.ts';

/** The headers of a request. */
type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Seconds by which the clocks of issuers and of the gateway may differ. */
const clockToleranceSeconds = 5;

/** Seconds for which a token may be good: a day. Who has left an organisation is let in no longer. */
const longestSeconds = 86_400;

/** Tells who sends requests, by what issuers say of them. */
export class CallerCheck {
  readonly #issuers: ReadonlyMap<string, CallerIssuer>;

  constructor(issuers: readonly CallerIssuer[]) {
    this.#issuers = new Map(issuers.map((issuer) => [issuer.issuer, issuer]));
  }

  /**
   * Who sends a request: anonymous without a token.
   *
   * @throws {HttpError} 401 where there is a token that is not accepted, 403 where it does not allow the purpose, 400 where that is
   * none, 503 where its issuer cannot be asked for its keys. No sentence repeats anything of the token.
   */
  async identify(headers: Headers): Promise<Viewer> {
    const { authorization } = headers;
    const purpose = readPurpose(headers);
    if (authorization === undefined) return anonymousViewer;
    const token =
      typeof authorization === 'string' ? /^bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1] : null;
    if (token == null) throw refuse('The header "authorization" has no token: expected "Bearer" and a signed JWT.');
    const { purposes: allowed, ...caller } = await this.#verify(token);
    if (purpose !== null && !allowed.includes(purpose)) throw refusePurpose(purpose, allowed);
    return { kind: 'named', ...caller, purpose };
  }

  async #verify(token: string): Promise<CallerClaims> {
    const issuer = this.#issuerOf(token);
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

  /** By what the token says of itself, which is not believed: its signature has to be by a key of that issuer. */
  #issuerOf(token: string): CallerIssuer {
    const issuer = this.#issuers.get(issuerNamedIn(token) ?? '');
    if (issuer === undefined) throw refuse('The issuer of the token is not one that is accepted here.');
    return issuer;
  }
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
  const message = `The token does not allow the purpose ${purpose}: its bearer may ask ${may}.`;
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
