import * as oauth from 'oauth4webapi';
import { type Begun, chooseBack, keepBegun, takeBegun } from './begun.ts';
import { type SignInIssuer } from './issuers.ts';
import { findRefusal } from './refusal.ts';
import { keepSession } from './session.ts';
import { describeFailure, SignInProblem } from './sign-in-problem.ts';

/** Where the page is, and where the graph. */
interface Place {
  readonly top: string;
  readonly endpoint: string;
}

/** How long an issuer is waited for, in milliseconds: somebody looks at the page meanwhile. */
const issuerMs = 10_000;

/**
 * Asks an issuer where it signs people in, and keeps in this window what its answer has to fit (OAuth 2.0's authorization code with PKCE,
 * by a client without a secret, RFC 9700). Gives the address to go to.
 *
 * @throws {SignInProblem} when the issuer cannot be asked.
 */
export async function beginSigningIn(issuer: SignInIssuer, purpose: string, { top }: Place): Promise<URL> {
  return describing(issuer, async () => {
    const server = await askIssuer(issuer);
    const [state, nonce, verifier] = [
      oauth.generateRandomState(),
      oauth.generateRandomNonce(),
      oauth.generateRandomCodeVerifier(),
    ];
    const address = requireAddress(server.authorization_endpoint);
    const asked = {
      ...issuer.parameters,
      client_id: issuer.clientId,
      redirect_uri: redirectUriOf(top),
      response_type: 'code',
      scope: issuer.scope,
      state,
      nonce,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    };
    for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
    keepBegun({ state, nonce, verifier, issuer: issuer.issuer, purpose, back: chooseBack(document.referrer, top) });
    return address;
  });
}

/**
 * Exchanges what an issuer has answered for a token, asks the graph whether it accepts that, and keeps it in this window. Gives the address
 * to go on to.
 *
 * @param answer - The parameters with which the issuer has led back; not in the address of the page any more.
 * @throws {SignInProblem} when nobody was signed in. What was begun can be used no second time.
 */
export async function finishSigningIn(
  answer: URLSearchParams,
  issuers: readonly SignInIssuer[],
  place: Place,
): Promise<string> {
  const begun = takeBegun();
  const issuer = issuers.find((each) => each.issuer === begun?.issuer);
  if (begun === null || issuer === undefined || answer.get('state') !== begun.state)
    throw new SignInProblem(
      'What has led here belongs to no signing-in that was begun in this window, or was used already.',
    );
  const token = await describing(issuer, () => exchange(answer, issuer, { begun, top: place.top }));
  const session = { token, purpose: begun.purpose, issuer: issuer.issuer };
  const refusal = await findRefusal(place.endpoint, session);
  if (refusal !== null) throw new SignInProblem(`${issuer.name} has signed you in, but the graph says: ${refusal}`);
  keepSession(session);
  return begun.back;
}

/** Where an issuer ends what it knows of somebody's signing in; null where it says none. */
export async function findSignOut(issuer: SignInIssuer, { top }: Place): Promise<URL | null> {
  return describing(issuer, async () => {
    const { end_session_endpoint: end } = await askIssuer(issuer);
    if (end === undefined) return null;
    const address = requireAddress(end);
    address.searchParams.set('client_id', issuer.clientId);
    address.searchParams.set('post_logout_redirect_uri', redirectUriOf(top));
    return address;
  });
}

interface Asking {
  readonly begun: Begun;
  readonly top: string;
}

async function exchange(answer: URLSearchParams, issuer: SignInIssuer, { begun, top }: Asking): Promise<string> {
  const server = await askIssuer(issuer);
  const client = { client_id: issuer.clientId };
  const parameters = oauth.validateAuthResponse(server, client, answer, begun.state);
  const { resource } = issuer.parameters;
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    parameters,
    redirectUriOf(top),
    begun.verifier,
    { ...optionsFor(issuer), ...(resource !== undefined && { additionalParameters: { resource } }) },
  );
  const { access_token: token } = await oauth.processAuthorizationCodeResponse(server, client, response, {
    expectedNonce: begun.nonce,
    requireIdToken: true,
  });
  if (!/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token))
    throw new SignInProblem(
      `${issuer.name} gave a token that is no JWT, which the graph cannot read. Whoever runs this site has to ask it for one.`,
    );
  return token;
}

async function askIssuer(issuer: SignInIssuer): Promise<oauth.AuthorizationServer> {
  const url = new URL(issuer.issuer);
  const server = await oauth.processDiscoveryResponse(url, await oauth.discoveryRequest(url, optionsFor(issuer)));
  const methods = server.code_challenge_methods_supported;
  if (methods !== undefined && !methods.includes('S256'))
    throw new SignInProblem(
      `${issuer.name} does not protect the way back by PKCE, without which nobody signs in here.`,
    );
  return server;
}

/** An issuer on the same machine may speak without encryption, as the settings of the server allow it. */
function optionsFor({ issuer }: SignInIssuer) {
  return {
    signal: AbortSignal.timeout(issuerMs),
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- its author marks it so that it stands out; it is for an issuer on this machine alone.
    [oauth.allowInsecureRequests]: new URL(issuer).protocol === 'http:',
  };
}

/** An address that may be gone to: an issuer could name one that runs as a script. */
function requireAddress(text: string | undefined): URL {
  const address = text === undefined ? null : URL.parse(text);
  if (address?.protocol !== 'https:' && address?.protocol !== 'http:')
    throw new SignInProblem('The issuer does not say where it signs people in, or names no address of the web.');
  return address;
}

function redirectUriOf(top: string): string {
  return `${top}sign-in`;
}

async function describing<Result>(issuer: SignInIssuer, act: () => Promise<Result>): Promise<Result> {
  if (!isSecureContext)
    throw new SignInProblem('Browsers sign in by an issuer only where the page comes by https, or from this machine.');
  try {
    return await act();
  } catch (error) {
    throw error instanceof SignInProblem ? error : new SignInProblem(describeFailure(error, issuer.name), error);
  }
}
