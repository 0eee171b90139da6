import { generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { createSubgraphServer } from '@boroughgraph/kit/inside/server/http-server.ts';
import { openStore } from '@boroughgraph/kit/store/database.ts';
import { anonymousViewer } from '@boroughgraph/schema/wire/viewer.ts';
import {
  agreeOnSession,
  makeSessionHalf,
  sessionAnswer,
  type ViewerSession,
} from '@boroughgraph/schema/wire/viewer-session.ts';
import { writeViewerToken } from '@boroughgraph/schema/wire/viewer-token.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agencies } from '../support/all-agencies.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const stranger = generateKeyPairSync('ed25519');
const refused = {
  errors: [
    {
      message: 'This server answers its gateway alone, by tokens that are good once. Ask the gateway.',
      extensions: { code: 'UNAUTHENTICATED' },
    },
  ],
};

describe.each(agencies.map((subgraph) => [subgraph.name, subgraph] as const))(
  '%s with a key of a gateway',
  (agency, subgraph) => {
    // Nothing is read from it.
    const store = openStore({ url: 'postgres://nobody@127.0.0.1:9/none', schema: subgraph.databaseSchema });
    let close: () => Promise<void>;
    let url: string;
    beforeAll(async () => {
      const server = await createSubgraphServer({
        subgraph,
        database: store,
        logLevel: 'silent',
        gatewayKeys: [publicKey],
      });
      url = await server.listen({ port: 0, host: '127.0.0.1' });
      close = () => server.close();
    });
    afterAll(async () => {
      await close();
      await store.close();
    });

    const typename = JSON.stringify({ query: '{ __typename }' });
    const sign = (
      more: Partial<Parameters<typeof writeViewerToken>[0]> = {},
      by: KeyObject | ViewerSession = privateKey,
    ) => {
      const requestId = randomUUID();
      const token = writeViewerToken({ viewer: anonymousViewer, agency, requestId, body: typename, ...more }, by);
      return { 'x-boroughgraph-viewer': token, 'x-request-id': requestId };
    };
    const post = async (body: string, headers: Readonly<Record<string, string>>, path = '/graphql') => {
      const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body };
      const response = await fetch(`${url}${path}`, init);
      return [response.status, await response.json()] as const;
    };
    const offer = (half: string, by?: KeyObject | ViewerSession) => {
      const body = JSON.stringify({ half });
      return post(body, sign({ body }, by), '/session');
    };
    const openSession = async (): Promise<ViewerSession> => {
      const { text: gatewayHalf, privateKey: own } = makeSessionHalf();
      const { session, half: agencyHalf } = sessionAnswer.parse((await offer(gatewayHalf))[1]);
      return agreeOnSession({ agency, session, gatewayHalf, agencyHalf }, own, agencyHalf);
    };

    it('answers what the gateway has signed', async () => {
      expect(await post(typename, sign())).toEqual([200, { data: { __typename: 'Query' } }]);
    });

    it.each([
      '{ __typename }',
      '{ _service { sdl } }',
      '{ _entities(representations: []) { __typename } }',
      '{ __schema { queryType { name } } }',
      'not GraphQL',
    ])('refuses %s without a token', async (query) => {
      const body = JSON.stringify({ query });
      expect(await post(body, {})).toEqual([401, refused]);
      expect(await post(body, { 'x-boroughgraph-viewer': 'anonymous' })).toEqual([401, refused]);
    });

    it('refuses the same token a second time', async () => {
      const headers = sign();
      expect([(await post(typename, headers))[0], await post(typename, headers)]).toEqual([200, [401, refused]]);
    });

    it.each([
      ['another body', () => sign({ body: '{"query":"{ other }"}' })],
      ['another agency', () => sign({ agency: 'somebody-else' })],
      ['another request', () => ({ ...sign(), 'x-request-id': randomUUID() })],
      ['another gateway', () => sign({}, stranger.privateKey)],
    ])('refuses a token for %s', async (_, headers) => {
      expect(await post(typename, headers())).toEqual([401, refused]);
    });

    it('refuses a good token with a GET, whose question nobody has signed, and with no body at all', async () => {
      const get = await fetch(`${url}/graphql?query=%7B__typename%7D`, {
        headers: { ...sign(), 'apollo-require-preflight': 'yes' },
      });
      const empty = await fetch(`${url}/graphql?query=%7B__typename%7D`, {
        method: 'POST',
        headers: sign({ body: '' }),
      });
      expect([get.status, empty.status]).toEqual([401, 401]);
    });

    it('answers what a session seals which the gateway has opened: once, and for that body and that request', async () => {
      const session = await openSession();
      const headers = sign({}, session);
      expect([
        await post(typename, headers),
        await post(typename, headers),
        await post('{"query":"{ other }"}', sign({}, session)),
        await post(typename, { ...sign({}, session), 'x-request-id': randomUUID() }),
        await post(typename, sign({ agency: 'somebody-else' }, session)),
      ]).toEqual([
        [200, { data: { __typename: 'Query' } }],
        [401, refused],
        [401, refused],
        [401, refused],
        [401, refused],
      ]);
    });

    it('opens a session for the key of a gateway alone', async () => {
      const [{ text: half }, session] = [makeSessionHalf(), await openSession()];
      expect([
        await offer(half, stranger.privateKey),
        await offer(half, session),
        await post(JSON.stringify({ half }), {}, '/session'),
        await post(JSON.stringify({ half }), sign({ body: JSON.stringify({ half: `${half} ` }) }), '/session'),
      ]).toEqual([
        [401, refused],
        [401, refused],
        [401, refused],
        [401, refused],
      ]);
    });

    it.each(['', 'A'.repeat(43), `AQ${'A'.repeat(41)}`, 'a key'])(
      'opens no session with %j, with which its secret would be none',
      async (half) => {
        const message =
          'The body offers no session: expected half (the public half of a key for X25519, in base64url).';
        const problem = { errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] };
        expect(await offer(half)).toEqual([400, problem]);
      },
    );

    it('still says that it lives, and has no playground', async () => {
      const [health, playground] = [await fetch(`${url}/health`), await fetch(`${url}/playground`)];
      expect([health.status, playground.status]).toEqual([200, 404]);
    });
  },
);
