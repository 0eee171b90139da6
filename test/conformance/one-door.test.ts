import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createSubgraphServer } from '@boroughgraph/kit/inside/server/http-server.ts';
import { openStore } from '@boroughgraph/kit/store/database.ts';
import { anonymousViewer } from '@boroughgraph/schema/wire/viewer.ts';
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
    const sign = (more: Partial<Parameters<typeof writeViewerToken>[0]> = {}, key = privateKey) => {
      const requestId = randomUUID();
      const token = writeViewerToken({ viewer: anonymousViewer, agency, requestId, body: typename, ...more }, key);
      return { 'x-boroughgraph-viewer': token, 'x-request-id': requestId };
    };
    const post = async (body: string, headers: Readonly<Record<string, string>>) => {
      const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body };
      const response = await fetch(`${url}/graphql`, init);
      return [response.status, await response.json()] as const;
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

    it('still says that it lives, and has no playground', async () => {
      const [health, playground] = [await fetch(`${url}/health`), await fetch(`${url}/playground`)];
      expect([health.status, playground.status]).toEqual([200, 404]);
    });
  },
);
