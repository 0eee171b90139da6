import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { GatewayOptions } from '@boroughgraph/gateway/server.ts';
import { createRemoteJWKSet, exportJWK, generateKeyPair } from 'jose';
import { Provider } from 'oidc-provider';

/** What its tokens are for, as it is asked, and as they say it. */
const resource = 'https://boroughgraph.invalid/';
const audience = 'boroughgraph';
const clientId = 'pages';
const scope = 'health:restricted';

/** An issuer as organisations have them, by a library that is certified for OpenID Connect: people sign in on a page of its own. */
export interface SignInIssuer extends AsyncDisposable {
  /** As the gateway knows it. */
  readonly caller: NonNullable<GatewayOptions['issuers']>[number];
  readonly url: string;
  /** Says where it may lead people back to; before that it answers nobody. */
  readonly register: (pages: readonly string[]) => Promise<void>;
}

/** Starts an issuer. Whoever gives a name there is somebody of hackney-council, who may ask for the serious violence duty. */
export async function startSignInIssuer(): Promise<SignInIssuer> {
  let provider: Provider | null = null;
  const server = createServer((request, response) => {
    if (provider === null) response.writeHead(503).end();
    // Browsers ask for it by themselves.
    else if (request.url === '/favicon.ico') response.writeHead(204).end();
    else if (request.url?.startsWith('/interaction/') === true) void showSignIn(provider, request, response);
    else void provider.callback()(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on a port has such an address.
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const signIn = {
    name: 'Hackney Council',
    clientId,
    scope: `openid ${scope}`,
    parameters: { resource },
    origins: [url],
  };
  return {
    url,
    caller: {
      issuer: url,
      audience,
      organisations: null,
      algorithms: ['ES256'],
      keys: createRemoteJWKSet(new URL(`${url}/jwks`)),
      signIn,
    },
    register: async (pages) => {
      provider = await makeProvider(url, pages);
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function makeProvider(url: string, pages: readonly string[]): Promise<Provider> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const server = { scope, audience, accessTokenFormat: 'jwt', accessTokenTTL: 600, jwt: { sign: { alg: 'ES256' } } };
  return new Provider(url, {
    clients: [
      {
        client_id: clientId,
        token_endpoint_auth_method: 'none',
        id_token_signed_response_alg: 'ES256',
        redirect_uris: pages,
        post_logout_redirect_uris: pages,
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'ES256', use: 'sig' }] },
    cookies: { keys: ['for a test alone'] },
    clientBasedCORS: () => true,
    findAccount: (_context, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
    extraTokenClaims: () => ({ organisation: 'hackney-council', purposes: ['SERIOUS_VIOLENCE_DUTY'] }),
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    // Whoever signs in agrees to what the page asks for.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope('openid');
      grant.addResourceScope(resource, scope);
      await grant.save();
      return grant;
    },
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: { enabled: true, useGrantedResource: () => true, getResourceServerInfo: () => server },
    },
  });
}

/** The issuer's own page: a name and two buttons, of which one refuses. */
async function showSignIn(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'POST') {
    response.setHeader('content-type', 'text/html').end(signInPage);
    return;
  }
  const given = new URLSearchParams(await text(request));
  await provider.interactionFinished(
    request,
    response,
    given.has('refuse')
      ? { error: 'access_denied', error_description: 'Call 0900 123456' }
      : { login: { accountId: given.get('name') ?? '' } },
  );
}

const signInPage = `<!doctype html><title>Hackney Council</title><h1>Hackney Council</h1><form method="post">
  <label>Name <input name="name" /></label><button>Go on</button><button name="refuse">Cancel</button></form>`;
