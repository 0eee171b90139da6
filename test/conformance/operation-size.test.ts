import { createHttpServer } from '@boroughgraph/kit/server/http-server.ts';
import { openStore } from '@boroughgraph/kit/store/database.ts';
import { describe, expect, it } from 'vitest';
import { agencies } from '../support/all-agencies.ts';

/** A kilobyte that asks for 2 to the power of 28 fields. */
const doubling = Array.from({ length: 28 }, (_, level) => {
  const inside = level < 27 ? `...F${level + 1} ...F${level + 1}` : '__typename';
  return `fragment F${level} on Query { ${inside} }`;
}).join(' ');

const attacks = [
  ['fragments that double', { query: `{ ...F0 } ${doubling}` }, 400, 'OPERATION_TOO_LARGE', 'more than 30000 fields'],
  ['many tokens', { query: `{ ${'__typename '.repeat(60_000)} }` }, 400, 'GRAPHQL_PARSE_FAILED', '50000 tokens'],
  [
    'a persisted query',
    { extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } },
    200,
    'PERSISTED_QUERY_NOT_SUPPORTED',
    'PersistedQueryNotSupported',
  ],
] as const;

describe.each(agencies.map((subgraph) => [subgraph.name, subgraph] as const))('%s by itself', (_, subgraph) => {
  it('refuses what is too large, and answers what comes afterwards', async () => {
    // Nothing is read: what is refused never comes to a resolver.
    const store = openStore({ url: 'postgres://nobody@127.0.0.1:9/none', schema: subgraph.databaseSchema });
    const server = await createHttpServer(subgraph, store, 'silent');
    const send = async (payload: object) => {
      const response = await server.inject({ method: 'POST', url: '/graphql', payload });
      return [response.statusCode, response.json<unknown>()];
    };
    for (const [name, payload, status, code, message] of attacks) {
      const error = { message: expect.stringContaining(message) as unknown, extensions: { code } };
      expect([name, ...(await send(payload))]).toMatchObject([name, status, { errors: [error] }]);
      expect(await send({ query: '{ __typename }' })).toEqual([200, { data: { __typename: 'Query' } }]);
    }
    await server.close();
    await store.close();
  });
});
